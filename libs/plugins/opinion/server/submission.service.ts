import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type Activity,
  type Completion,
  type EndingSeat,
  type Json,
  type JsonObject,
  Tasks,
  type TaskView,
  type Tx,
} from '@fashen/plugin-api';
import { type OpinionContent, opinionEvents, opinionPolicy, type OpinionPolicy, type SignedContent } from '../model';
import { opinionHash } from './digest';
import { type Draft, DraftRepository } from './draft.repository';
import { refusalOf } from './opinion-refusal';
import { OpinionKeepingService } from './opinion-keeping.service';
import { SignatureCheckService } from './signature-check.service';
import type { Signature } from './signature.repository';

/** What a person submits: their task, what they say, and what a signature has to cover. */
interface Submission {
  readonly task: TaskView;
  readonly policy: OpinionPolicy;
  readonly content: SignedContent;
  readonly draft?: Draft;
  /** Tasks under which the person may have signed it. */
  readonly signedAt: readonly string[];
}

const NOTHING: OpinionContent = { text: '', clauses: [] };

/** Makes opinions out of drafts when tasks end. Timers and jobs have no opinion. */
@Injectable()
export class SubmissionService {
  constructor(
    private readonly tasks: Tasks,
    private readonly drafts: DraftRepository,
    private readonly opinions: OpinionKeepingService,
    private readonly signatures: SignatureCheckService,
  ) {}

  /** Judges the opinion of who ends a visit, and keeps it for ever. Where several sign, each has spoken with their own part. */
  async submitVisit(tx: Tx, activity: Activity, { output, submission }: Completion): Promise<void> {
    if (activity.taskId === undefined || tx.actor.kind === 'system') return;
    const task = await this.tasks.require(tx, activity.taskId);
    if (task.mark === 'seats') return;
    const draft = await this.drafts.find(tx, task.id, tx.actor.personId);
    const shown = submission ? ({ op: 'act', data: submission } as const) : ({ op: 'complete', data: output } as const);
    const content = { ...shown, opinion: draft?.opinion ?? NOTHING };
    await this.submit(tx, { task, policy: opinionPolicy.parse(activity.extension), content, signedAt: [task.id], ...(draft && { draft }) });
  }

  /** The same for one person's part of a visit: a vote, a form of one's own, or an answer to who asked. The words of the act count before those of the draft. */
  async submitSeat(tx: Tx, activity: Activity, { task, outcome, submission }: EndingSeat): Promise<void> {
    if (tx.actor.kind === 'system') return;
    const signedAt = await this.placesOf(tx, task);
    const draft = await this.firstDraft(tx, signedAt);
    const { opinion: words, choice } = textsOf(outcome);
    const said = draft?.opinion ?? NOTHING;
    const opinion: OpinionContent = { text: words || said.text, clauses: said.clauses, ...(choice && { result: choice }) };
    const shown = submission
      ? ({ op: 'complete', data: submission } as const)
      : ({ op: 'act', data: isObject(outcome) ? outcome : {} } as const);
    const content: SignedContent = { ...shown, opinion };
    const policy = opinionPolicy.parse(activity.extension);
    await this.submit(tx, { task, policy: policyFor(task, policy), content, signedAt, ...(draft && { draft }) });
  }

  private async submit(tx: Tx, submission: Submission): Promise<void> {
    const { task, policy, content, draft, signedAt } = submission;
    const { opinion } = content;
    const refusal = refusalOf(opinion, policy);
    if (refusal) throw refusal;
    const isUnsigned = policy.signature === 'none' || tx.isRehearsal === true;
    const signature = isUnsigned ? undefined : await this.signatures.require(tx, signedAt, submission);
    if (opinion.text.trim() !== '' || signature) await this.keep(tx, task, opinion, signature);
    if (draft) await this.drafts.remove(tx, draft.taskId, draft.personId);
  }

  private async keep(tx: Tx, task: TaskView, opinion: OpinionContent, signature: Signature | undefined): Promise<void> {
    const [opinionId, hash] = [randomUUID(), opinionHash(opinion)];
    const { id: taskId, instanceId, nodeId, nodeName } = task;
    const { personId, onBehalfOf } = tx.actor;
    const signed = signature ? { signatureId: signature.id } : {};
    const person = { personId, ...(onBehalfOf && { onBehalfOf: onBehalfOf.personId }) };
    const place = { id: opinionId, instanceId, taskId, nodeId, nodeName, ...person };
    await this.opinions.add(tx, { ...place, ...opinion, hash, submittedAt: tx.now.getTime(), ...signed });
    tx.emit(opinionEvents.submitted({ opinionId, taskId, nodeId, hash, ...signed }, { instanceId }));
  }

  /** The part itself, and the visit: who held it alone may have written there before others were added. */
  private async placesOf(tx: Tx, task: TaskView): Promise<readonly string[]> {
    const tasks = await this.tasks.ofInstance(tx, task.instanceId);
    const visit = tasks.find(({ kind, executionId }) => kind === 'VISIT' && executionId === task.executionId);
    return [task.id, ...(visit ? [visit.id] : [])];
  }

  private async firstDraft(tx: Tx, taskIds: readonly string[]): Promise<Draft | undefined> {
    for (const taskId of taskIds) {
      const draft = await this.drafts.find(tx, taskId, tx.actor.personId);
      if (draft) return draft;
    }
    return undefined;
  }
}

/** Who only answers a question decides nothing, and signs nothing. */
function policyFor({ kind }: TaskView, policy: OpinionPolicy): OpinionPolicy {
  return kind === 'ADVICE' || kind === 'REWORK' ? { ...policy, signature: 'none' } : policy;
}

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

function textsOf(outcome: Json | undefined): { readonly opinion: string; readonly choice?: string } {
  const { opinion, choice } = isObject(outcome) ? outcome : {};
  return { opinion: typeof opinion === 'string' ? opinion.trim() : '', ...(typeof choice === 'string' && { choice }) };
}
