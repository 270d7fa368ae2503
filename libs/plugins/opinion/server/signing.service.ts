import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { JsonObject, Tx } from '@fashen/plugin-api';
import { canonicalJson } from '@fashen/plugins/record/model';
import { opinionErrors, opinionEvents, type SignatureReply } from '../model';
import { digestOf } from './digest';
import { DraftService } from './draft.service';
import { refusalOf } from './opinion-refusal';
import { SignatureRepository } from './signature.repository';
import { SnapshotService } from './snapshot.service';

/** Signs what is about to be submitted: the opinion as it is drafted and the answers of the form. */
@Injectable()
export class SigningService {
  constructor(
    private readonly drafts: DraftService,
    private readonly snapshots: SnapshotService,
    private readonly signatures: SignatureRepository,
  ) {}

  /** The caller has proved by `method` that it is the actor who signs. */
  async sign(tx: Tx, taskId: string, { data, method }: { data: JsonObject; method: string }): Promise<SignatureReply> {
    const task = await this.drafts.lockOwn(tx, taskId);
    const policy = await this.drafts.policyOf(tx, task);
    if (!policy) throw opinionErrors.NO_POLICY({ taskId });
    const opinion = (await this.drafts.find(tx, task))?.opinion ?? { text: '', clauses: [] };
    const refusal = refusalOf(opinion, policy);
    if (refusal) throw refusal;

    const shown = canonicalJson(data);
    const snapshot = await this.snapshots.take(tx, task, shown, opinion);
    const [signatureId, hash, { personId }, { instanceId }] = [randomUUID(), digestOf(snapshot), tx.actor, task];
    const signedAt = tx.now.getTime();
    await this.signatures.add(tx, { id: signatureId, instanceId, taskId, personId, method, snapshot, shown, hash, signedAt });
    tx.emit(opinionEvents.signed({ signatureId, taskId, hash, method }, { instanceId }));
    return { signatureId, hash };
  }
}
