import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { canonicalJson } from '@fashen/plugins/record/model';
import { meansAt, opinionErrors, opinionEvents, type SignatureMeans, type SignatureReply, type SignedContent } from '../model';
import { digestOf } from './digest';
import { DraftService } from './draft.service';
import { OPINION_CONFIG, type OpinionConfig } from './opinion.config';
import { refusalOf } from './opinion-refusal';
import { SignatureRepository } from './signature.repository';
import { SnapshotService } from './snapshot.service';

/** Signs what is about to be submitted: the opinion and the answers, as the refused act has told them. */
@Injectable()
export class SigningService {
  constructor(
    private readonly drafts: DraftService,
    private readonly snapshots: SnapshotService,
    private readonly signatures: SignatureRepository,
    @Inject(OPINION_CONFIG) private readonly config: OpinionConfig,
  ) {}

  /** Looked at before anybody proves anything: what a step does not take is not tried. */
  async requireMeans(tx: Tx, taskId: string, used: SignatureMeans): Promise<void> {
    const policy = await this.drafts.policyFor(tx, taskId);
    if (!policy) throw opinionErrors.NO_POLICY({ taskId });
    const means = meansAt(policy, this.config.signatureMeans);
    if (!means.includes(used)) throw opinionErrors.SIGNATURE_MEANS_REFUSED({ taskId, means });
  }

  /** The caller has proved by `method` that it is the actor who signs. */
  async sign(tx: Tx, taskId: string, { content, method }: { content: SignedContent; method: SignatureMeans }): Promise<SignatureReply> {
    const task = await this.drafts.lockOwn(tx, taskId);
    const policy = await this.drafts.policyOf(tx, task);
    if (!policy) throw opinionErrors.NO_POLICY({ taskId });
    const refusal = refusalOf(content.opinion, policy);
    if (refusal) throw refusal;

    const shown = canonicalJson(content.data);
    const snapshot = await this.snapshots.take(tx, task, { content, method });
    const [signatureId, hash, { personId }, { instanceId }] = [randomUUID(), digestOf(snapshot), tx.actor, task];
    const signedAt = tx.now.getTime();
    await this.signatures.add(tx, { id: signatureId, instanceId, taskId, personId, method, snapshot, shown, hash, signedAt });
    tx.emit(opinionEvents.signed({ signatureId, taskId, hash, method }, { instanceId }));
    return { signatureId, hash };
  }
}
