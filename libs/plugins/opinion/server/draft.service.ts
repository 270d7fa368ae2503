import { Injectable } from '@nestjs/common';
import { CaseAccess, Instances, Tasks, type TaskView, type Tx } from '@fashen/plugin-api';
import {
  type DraftBody,
  type DraftReply,
  type DraftVersionReply,
  type OpinionBoxReply,
  opinionErrors,
  type OpinionPolicy,
  type OwnDraftReply,
} from '../model';
import { type Draft, DraftRepository } from './draft.repository';
import { policyAt } from './step-policy';

/** What people write before they submit. A draft is its author's; nobody else ever reads it. */
@Injectable()
export class DraftService {
  constructor(
    private readonly access: CaseAccess,
    private readonly instances: Instances,
    private readonly tasks: Tasks,
    private readonly repository: DraftRepository,
  ) {}

  /** The policy of a task's step and the actor's own draft. */
  async show(tx: Tx, taskId: string): Promise<OpinionBoxReply> {
    const task = await this.requireTask(tx, taskId);
    const [policy, draft] = [await this.policyOf(tx, task), await this.find(tx, task)];
    return { ...(policy && { policy }), ...(draft && { draft: replyOf(draft, task) }) };
  }

  /** The actor's own draft. */
  async own(tx: Tx, taskId: string): Promise<OwnDraftReply> {
    const task = await this.requireTask(tx, taskId);
    const draft = await this.find(tx, task);
    return draft ? { draft: replyOf(draft, task) } : {};
  }

  /** Versions of the actor's own draft, oldest first. */
  async versions(tx: Tx, taskId: string): Promise<readonly DraftVersionReply[]> {
    await this.requireTask(tx, taskId);
    return this.repository.versions(tx, taskId, tx.actor.personId);
  }

  /** Keeps a draft. Refused when the task is not the one the person sees any more. Not a decision: nothing is told. */
  async save(tx: Tx, taskId: string, body: DraftBody): Promise<DraftReply> {
    const task = await this.lockOwn(tx, taskId);
    if (task.rowVersion !== body.baseVersion) throw opinionErrors.DRAFT_STALE({ taskId, rowVersion: task.rowVersion });
    const before = await this.find(tx, task);
    requireSeen(task, before, body);
    const draft = draftFor(tx, task, body, before);
    await this.repository.replace(tx, draft);
    if (before && before.taskId !== taskId) await this.repository.remove(tx, before.taskId, before.personId);
    if (body.keepVersion && draft.opinion) await this.repository.addVersion(tx, draft);
    return replyOf(draft, task);
  }

  /** Throws the actor's own draft away. */
  async discard(tx: Tx, taskId: string): Promise<void> {
    const task = await this.requireTask(tx, taskId);
    const draft = await this.find(tx, task);
    if (draft) await this.repository.remove(tx, draft.taskId, draft.personId);
  }

  /** The task, held by the actor, which nobody else can change now. */
  async lockOwn(tx: Tx, taskId: string): Promise<TaskView> {
    const { instanceId } = await this.requireTask(tx, taskId);
    await this.instances.lock(tx, instanceId);
    const task = await this.tasks.require(tx, taskId);
    const holds = task.assigneeId === tx.actor.personId || task.assigneeId === tx.actor.onBehalfOf?.personId;
    if (task.state !== 'ASSIGNED' || !holds) throw opinionErrors.NOT_THE_HOLDER({ taskId });
    return task;
  }

  /** The policy of the step of a task that the actor sees. */
  async policyFor(tx: Tx, taskId: string): Promise<OpinionPolicy | undefined> {
    return this.policyOf(tx, await this.requireTask(tx, taskId));
  }

  /** The policy of the step a task belongs to. */
  policyOf(tx: Tx, task: TaskView): Promise<OpinionPolicy | undefined> {
    return policyAt(tx, this.instances, task);
  }

  /** The actor's draft for the task, or the one left over from an earlier visit of the same step. */
  async find(tx: Tx, task: TaskView): Promise<Draft | undefined> {
    const { personId } = tx.actor;
    const own = await this.repository.find(tx, task.id, personId);
    if (own) return own;
    const others = await this.repository.ofNode(tx, { instanceId: task.instanceId, nodeId: task.nodeId, personId });
    if (others.length === 0) return undefined;
    const tasks = await this.tasks.ofInstance(tx, task.instanceId);
    // A task that has become a step of several seats stays open; its holder goes on in a seat of the same visit.
    const left = tasks.filter(({ endedAt, executionId }) => endedAt !== undefined || executionId === task.executionId);
    return others.find(({ taskId }) => left.some(({ id }) => id === taskId));
  }

  private async requireTask(tx: Tx, taskId: string): Promise<TaskView> {
    const task = await this.tasks.require(tx, taskId);
    await this.access.requireOfTask(tx, task);
    return task;
  }
}

const partOf = <K extends string, V>(name: K, value: V | undefined): { readonly [key in K]?: V } =>
  (value === undefined ? {} : { [name]: value }) as { readonly [key in K]?: V };

/** Another window of the same person may have saved meanwhile: what stands there is not written over unseen. */
function requireSeen(task: TaskView, before: Draft | undefined, body: DraftBody): void {
  const counts = countsOf(before, task);
  const { revision = counts.revision, formRevision = counts.formRevision } = body;
  const refuse = (part: 'opinion' | 'form', known: number, savedAt = 0): never => {
    throw opinionErrors.DRAFT_ELSEWHERE({ taskId: task.id, part, revision: known, savedAt });
  };
  if (body.opinion && revision !== counts.revision) refuse('opinion', counts.revision, before?.savedAt);
  if (body.form !== undefined && formRevision !== counts.formRevision) refuse('form', counts.formRevision, before?.formSavedAt);
}

/** What is absent in the body stays as it was, and counts no save. */
function draftFor(tx: Tx, task: TaskView, body: DraftBody, before: Draft | undefined): Draft {
  const { id: taskId, instanceId, nodeId } = task;
  const place = { taskId, instanceId, nodeId, personId: tx.actor.personId, baseVersion: body.baseVersion };
  const counts = countsOf(before, task);
  return { ...place, ...opinionPart(tx, body, before, counts), ...formPart(tx, body, before, counts) };
}

type Counts = Pick<Draft, 'revision' | 'formRevision'>;

function opinionPart(
  tx: Tx,
  { opinion }: DraftBody,
  before: Draft | undefined,
  { revision }: Counts,
): Pick<Draft, 'opinion' | 'revision' | 'savedAt'> {
  const now = tx.now.getTime();
  if (!opinion) return { revision, savedAt: before?.savedAt ?? now, ...partOf('opinion', before?.opinion) };
  return { revision: revision + 1, savedAt: now, opinion };
}

function formPart(
  tx: Tx,
  { form }: DraftBody,
  before: Draft | undefined,
  { formRevision }: Counts,
): Pick<Draft, 'form' | 'formRevision' | 'formSavedAt'> {
  if (form === undefined) return { formRevision, ...partOf('form', before?.form), ...partOf('formSavedAt', before?.formSavedAt) };
  return { formRevision: formRevision + 1, formSavedAt: tx.now.getTime(), ...partOf('form', (form ?? undefined) as Draft['form']) };
}

/** A draft from an earlier visit begins anew with the present task. */
function replyOf(draft: Draft, task: TaskView): DraftReply {
  const { opinion, form, formSavedAt, baseVersion, savedAt, taskId } = draft;
  const isStale = taskId === task.id && baseVersion !== task.rowVersion;
  const parts = { ...partOf('opinion', opinion), ...partOf('form', form), ...partOf('formSavedAt', formSavedAt) };
  return { baseVersion: task.rowVersion, ...countsOf(draft, task), savedAt, isStale, ...parts };
}

/** What an earlier visit has left behind was never saved for this one. */
function countsOf(draft: Draft | undefined, task: TaskView): Counts {
  return draft?.taskId === task.id ? { revision: draft.revision, formRevision: draft.formRevision } : { revision: 0, formRevision: 0 };
}
