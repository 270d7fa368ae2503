import { Injectable } from '@nestjs/common';
import { CaseAccess, type Tx } from '@fashen/plugin-api';
import { opinionErrors, type SignatureVerification } from '../model';
import { OpinionRepository } from './opinion.repository';
import { SignatureRepository } from './signature.repository';
import { SnapshotService } from './snapshot.service';

/** Says whether a signature covers what is stored. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly access: CaseAccess,
    private readonly snapshots: SnapshotService,
    private readonly signatures: SignatureRepository,
    private readonly opinions: OpinionRepository,
  ) {}

  /** Rebuilds what was signed from what is stored now. For everybody who sees the case. */
  async verify(tx: Tx, signatureId: string): Promise<SignatureVerification> {
    const signature = await this.signatures.find(tx, signatureId);
    const missing = opinionErrors.SIGNATURE_MISSING({ signatureId });
    if (!signature) throw missing;
    await this.access.requireOr(tx, signature.instanceId, missing);
    const opinion = await this.opinions.findSigned(tx, signatureId);
    const comparison = await this.snapshots.compare(tx, signature, opinion);
    const { method, signedAt, hash } = signature;
    return { ...comparison, isCovered: comparison.uncovered.length === 0, method, signedAt, hash };
  }
}
