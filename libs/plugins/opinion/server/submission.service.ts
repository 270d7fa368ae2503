import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Activity, type JsonObject, Tasks, type TaskView, type Tx } from '@fashen/plugin-api';
import { canonicalJson } from '@fashen/plugins/record/model';
import { type OpinionContent, opinionErrors, opinionEvents, opinionPolicy, type SignedSnapshot } from '../model';
import { digestOf, opinionHash } from './digest';
import { type Draft, DraftRepository } from './draft.repository';
import { refusalOf } from './opinion-refusal';
import { OpinionRepository } from './opinion.repository';
import { type Signature, SignatureRepository } from './signature.repository';

/** Makes opinions out of drafts when tasks end. */
@Injectable()
export class SubmissionService {
  constructor(
    private readonly tasks: Tasks,
    private readonly drafts: DraftRepository,
    private readonly opinions: OpinionRepository,
    private readonly signatures: SignatureRepository,
  ) {}

  /** Judges the actor's opinion on the visit that ends, or on their part in it, and keeps it for ever. */
  async submit(tx: Tx, activity: Activity, output: JsonObject): Promise<void> {
    const own = await this.ownOf(tx, activity);
    if (!own) return;
    const opinion = own.draft?.opinion ?? { text: '', clauses: [] };
    const policy = opinionPolicy.parse(activity.extension);
    const refusal = refusalOf(opinion, policy);
    if (refusal) throw refusal;

    const isSigned = policy.signature !== 'none';
    const signature = isSigned ? fittingOf(await this.signatures.of(tx, own.task.id, tx.actor.personId), output, opinion) : undefined;
    if (opinion.text.trim() === '' && !signature) return;
    await this.keep(tx, own.task, opinion, signature);
    await this.drafts.remove(tx, own.task.id, tx.actor.personId);
  }

  private async keep(tx: Tx, task: TaskView, opinion: OpinionContent, signature: Signature | undefined): Promise<void> {
    const [opinionId, hash] = [randomUUID(), opinionHash(opinion)];
    const { id: taskId, instanceId, nodeId, nodeName } = task;
    const signed = signature ? { signatureId: signature.id } : {};
    const place = { id: opinionId, instanceId, taskId, nodeId, nodeName, personId: tx.actor.personId };
    await this.opinions.add(tx, { ...place, ...opinion, hash, submittedAt: tx.now.getTime(), ...signed });
    tx.emit(opinionEvents.submitted({ opinionId, taskId, nodeId, hash, ...signed }, { instanceId }));
  }

  /** The actor's task in the visit: the visit itself, or the seat they have a draft for. Timers and jobs have no opinion. */
  private async ownOf(tx: Tx, activity: Activity): Promise<{ readonly task: TaskView; readonly draft?: Draft } | undefined> {
    if (activity.taskId === undefined || tx.actor.kind === 'system') return undefined;
    const visit = await this.tasks.require(tx, activity.taskId);
    const parts = (await this.tasks.ofInstance(tx, activity.instanceId)).filter((task) => task.executionId === visit.executionId);
    for (const task of [visit, ...parts.filter(({ id }) => id !== visit.id)]) {
      const draft = await this.drafts.find(tx, task.id, tx.actor.personId);
      if (draft) return { task, draft };
    }
    return { task: visit };
  }
}

/** The signature over exactly what is submitted, to the letter. */
function fittingOf(signatures: readonly Signature[], output: JsonObject, opinion: OpinionContent): Signature {
  const [formHash, signedOpinion] = [digestOf(canonicalJson(output)), opinionHash(opinion)];
  const fitting = signatures.find((signature) => {
    const snapshot = JSON.parse(signature.snapshot) as SignedSnapshot;
    return snapshot.formHash === formHash && snapshot.opinionHash === signedOpinion;
  });
  if (fitting) return fitting;
  throw signatures.length === 0 ? opinionErrors.SIGNATURE_REQUIRED() : opinionErrors.SIGNATURE_STALE();
}
