import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { meansAt, opinionErrors, type OpinionPolicy, type SignedContent, type SignedSnapshot } from '../model';
import { contentHash } from './digest';
import { OPINION_CONFIG, type OpinionConfig } from './opinion.config';
import { type Signature, SignatureRepository } from './signature.repository';

/** Looks whether what is submitted was signed, to the letter. */
@Injectable()
export class SignatureCheckService {
  constructor(
    private readonly signatures: SignatureRepository,
    @Inject(OPINION_CONFIG) private readonly config: OpinionConfig,
  ) {}

  /** The actor's signature under one of these tasks over exactly this content. The refusal tells what to sign, and by what. */
  async require(
    tx: Tx,
    taskIds: readonly string[],
    { content, policy }: { content: SignedContent; policy: OpinionPolicy },
  ): Promise<Signature> {
    const hash = contentHash(content);
    let isStale = false;
    for (const taskId of taskIds) {
      const signatures = await this.signatures.of(tx, taskId, tx.actor.personId);
      const fitting = signatures.find(({ snapshot }) => (JSON.parse(snapshot) as SignedSnapshot).contentHash === hash);
      if (fitting) return fitting;
      isStale ||= signatures.length > 0;
    }
    const { op, data, opinion } = content;
    const means = [...meansAt(policy, this.config.signatureMeans)];
    const wanted = { content: { op, data, opinion: { ...opinion } }, hash, means };
    throw isStale ? opinionErrors.SIGNATURE_STALE(wanted) : opinionErrors.SIGNATURE_REQUIRED(wanted);
  }
}
