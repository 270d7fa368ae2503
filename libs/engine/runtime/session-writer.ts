import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { TaskView, Tx } from '@fashen/plugin-api';
import { failpoint, newId, RetryUnitError } from '@fashen/database';
import { engineErrors } from '../engine.errors';
import { engineEvents } from '../engine.events';
import { JobRepository, type JobRow } from '../job/job.repository';
import type { ClosedWait, Wait } from '../kernel';
import { type StoredTask, TaskRepository } from '../task/task.repository';
import { InstanceRepository } from './instance.repository';
import { SubscriptionRepository } from './subscription.repository';
import { toldActs } from './told-acts';
import { newSeats, newVisit } from '../task/new-task';
import { tellCreated, tellEnded } from '../task/task-news';
import type { EndedTask, OpenedWait, WorkflowSession } from './workflow-session';

/** Job types of the engine itself. */
export const TIMER = 'engine.timer';
export const NO_BEHAVIOR = 'engine.noBehavior';

/**
 * Writes what a command changed: the difference between the waits before and after becomes task, job and subscription rows,
 * and the instance is one row written by one statement. Tells what happened.
 */
@Injectable()
export class SessionWriter {
  constructor(
    private readonly instances: InstanceRepository,
    private readonly tasks: TaskRepository,
    private readonly jobs: JobRepository,
    private readonly subscriptions: SubscriptionRepository,
  ) {}

  async save(tx: Tx, session: WorkflowSession): Promise<void> {
    if (session.instance.revision === 0) await this.saveInstance(tx, session);
    await this.endTasks(tx, session);
    await this.addTasks(tx, session);
    await this.saveJobs(tx, session);
    await this.saveSubscriptions(tx, session);
    if (!session.isSaved) await this.saveInstance(tx, session);
    tellMoves(tx, session);
  }

  /** Tells that the actor has ended a task. */
  tellCompleted(tx: Tx, session: WorkflowSession, { task, output, outcome, reason }: EndedTask): void {
    const { id: taskId, nodeId, nodeName, executionId } = task;
    const outputHash = createHash('sha256').update(JSON.stringify(output)).digest('hex');
    const payload = { taskId, nodeId, nodeName, executionId, ...(outcome !== undefined && { outcome }), outputHash, output };
    tx.emit(engineEvents.taskCompleted(payload, { instanceId: session.instance.id, affects: 'taskDone', ...(reason && { reason }) }));
  }

  /** Id of a task that stands in the table. */
  async findTaskId(tx: Tx, session: WorkflowSession, executionId: string): Promise<string | undefined> {
    const [task] = await this.tasks.ofExecutions(tx, session.instance.id, [executionId]);
    return task?.id;
  }

  private async saveInstance(tx: Tx, session: WorkflowSession): Promise<void> {
    const { instance } = session;
    failpoint('before-instance');
    const { course: steps, isCourseReplaced: isWhole } = session;
    if (instance.revision === 0) await this.instances.add(tx, instance, steps);
    else await this.instances.replace(tx, instance, { steps, isWhole });
    failpoint('after-instance');
    instance.revision += 1;
    session.isSaved = true;
  }

  private async endTasks(tx: Tx, session: WorkflowSession): Promise<void> {
    for (const ended of session.endedTasks.values()) await this.endTaskOfActor(tx, ended);
    await this.endSeats(tx, session);
    const others = session.closed.filter(({ kind, executionId }) => kind === 'task' && !session.endedTasks.has(executionId));
    if (others.length === 0) return;
    const stored = await this.tasks.ofExecutions(
      tx,
      session.instance.id,
      others.map(({ executionId }) => executionId),
    );
    await this.end(tx, stored, others, 'completed');
    await this.end(tx, stored, others, 'cancelled');
    const ended = stored.filter(isOpen);
    await this.tasks.removeCandidates(
      tx,
      ended.map(({ id }) => id),
    );
    for (const task of ended) tellEnded(tx, task, causeOf(task, others));
  }

  /** Open seats of visits that persons have ended: their vote is not needed any more. Plain tasks have a mark only when there may be some. */
  private async endSeats(tx: Tx, session: WorkflowSession): Promise<void> {
    const visits = [...session.endedTasks.values()].filter(({ task }) => task.mark !== undefined).map(({ task }) => task.executionId);
    if (visits.length === 0) return;
    const stored = await this.tasks.ofExecutions(tx, session.instance.id, visits);
    const open = stored.filter((task) => task.kind !== 'VISIT' && isOpen(task));
    if (open.length === 0) return;
    const ids = open.map(({ id }) => id);
    await this.tasks.end(tx, ids, { state: 'CANCELLED', cause: 'decided' });
    await this.tasks.removeCandidates(tx, ids);
    for (const task of open) tellEnded(tx, task, 'decided');
  }

  private async endTaskOfActor(tx: Tx, { task, outcome }: EndedTask): Promise<void> {
    failpoint('before-task-end');
    const isEnded = await this.tasks.complete(tx, task.id, outcome);
    if (!isEnded) throw new RetryUnitError(`task ${task.id} has moved on`);
    if (task.state === 'READY') await this.tasks.removeCandidates(tx, [task.id]);
    failpoint('after-task-end');
  }

  private async end(tx: Tx, stored: readonly StoredTask[], closed: readonly ClosedWait[], cause: ClosedWait['cause']): Promise<void> {
    const executions = new Set(closed.filter((one) => one.cause === cause).map(({ executionId }) => executionId));
    const over = stored.filter((task) => executions.has(task.executionId) && isOpen(task));
    const isDone = (task: StoredTask): boolean => cause === 'completed' && task.kind === 'VISIT';
    const done = over.filter(isDone).map(({ id }) => id);
    if (done.length > 0) await this.tasks.end(tx, done, { state: 'DONE' });
    for (const [reason, ids] of idsByCause(
      over.filter((task) => !isDone(task)),
      closed,
    ))
      await this.tasks.end(tx, ids, { state: 'CANCELLED', cause: reason });
  }

  private async addTasks(tx: Tx, session: WorkflowSession): Promise<void> {
    const tasks = [...session.opened.values()].flatMap((opened) => {
      const visit = newVisit(tx, session, opened);
      return visit ? [visit, ...newSeats(tx, visit, opened.assignment?.seats ?? [], 1)] : [];
    });
    if (tasks.length === 0) return;
    failpoint('before-task-insert');
    await this.tasks.add(tx, tasks);
    failpoint('after-task-insert');
    for (const task of tasks) tellCreated(tx, task);
  }

  private async saveJobs(tx: Tx, session: WorkflowSession): Promise<void> {
    const { id } = session.instance;
    const over = session.closed.filter(({ kind }) => kind === 'timer' || kind === 'work');
    if (over.length > 0)
      await this.jobs.removeByKeys(
        tx,
        over.map((closed) => jobKey(id, closed)),
      );
    const rows = [...session.opened.values()].flatMap((opened) => jobsOf(tx, id, opened));
    if (rows.length === 0) return;
    failpoint('before-jobs');
    await this.jobs.add(tx, rows);
    failpoint('after-jobs');
  }

  private async saveSubscriptions(tx: Tx, session: WorkflowSession): Promise<void> {
    const { id, definitionKey, definitionId } = session.instance;
    const over = session.closed.filter(({ kind }) => kind === 'message').map(({ executionId }) => executionId);
    if (over.length > 0) await this.subscriptions.remove(tx, id, over);
    const waits = [...session.opened.values()].map(({ wait }) => wait).filter(({ kind }) => kind === 'message');
    const rows = waits.map(({ nodeId, executionId, messageName = '' }) => ({
      ...{ id: newId(), messageName, definitionKey, definitionId, nodeId },
      ...{ instanceId: id, executionId },
    }));
    if (rows.length > 0) await this.subscriptions.add(tx, rows);
  }
}

function jobsOf(tx: Tx, instanceId: string, { wait, job, isIncident }: OpenedWait): readonly JobRow[] {
  if (wait.kind === 'timer') return [timerJob(instanceId, wait)];
  const { executionId, nodeId } = wait;
  const row = { id: newId(), dueAt: tx.now, instanceId, executionId, uniqueKey: jobKey(instanceId, { ...wait, kind: 'work' }) };
  if (job) return [{ ...row, ...job }];
  const incident = { type: NO_BEHAVIOR, payload: { executionId, nodeId }, stuckBecause: engineErrors.NO_BEHAVIOR.code };
  return isIncident ? [{ ...row, ...incident }] : [];
}

function timerJob(instanceId: string, wait: Wait): JobRow {
  const { executionId, nodeId, dueAt } = wait;
  if (!dueAt) throw new Error(`the timer at ${nodeId} has no due time`);
  return {
    id: newId(),
    type: TIMER,
    payload: { executionId, nodeId },
    dueAt,
    instanceId,
    executionId,
    uniqueKey: jobKey(instanceId, wait),
  };
}

function jobKey(instanceId: string, { kind, executionId }: Pick<Wait, 'kind' | 'executionId'>): string {
  return `${kind}:${instanceId}:${executionId}`;
}

const isOpen = ({ state }: TaskView): boolean => state === 'READY' || state === 'ASSIGNED';

/** What ended a task that nobody has ended; absent when it was completed without a person. */
function causeOf(task: TaskView, closed: readonly ClosedWait[]): string | undefined {
  const found = closed.find(({ executionId }) => executionId === task.executionId);
  if (found?.cause === 'cancelled') return found.causedBy ?? 'cancelled';
  return task.kind === 'VISIT' ? undefined : 'decided';
}

function idsByCause(tasks: readonly StoredTask[], closed: readonly ClosedWait[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, readonly string[]>();
  for (const task of tasks) {
    const cause = causeOf(task, closed) ?? 'cancelled';
    groups.set(cause, [...(groups.get(cause) ?? []), task.id]);
  }
  return groups;
}

function tellMoves(tx: Tx, session: WorkflowSession): void {
  const { instance, ended, entered, taken, waits, reason } = session;
  const options = { instanceId: instance.id };
  const waiting = waits.map(({ nodeId }) => nodeId);
  const acts = toldActs(session);
  if (acts.length > 0) tx.emit(engineEvents.advanced({ entered: [...entered], taken: [...taken], waiting, acts }, options));
  if (!ended) return;
  const { status, endNodeId, error } = ended;
  tx.emit(
    engineEvents.instanceEnded(
      { status, ...(endNodeId && { endNodeId }), ...(error && { error: error.code }) },
      { ...options, affects: 'caseEnded' },
    ),
  );
  if (status === 'TERMINATED') tx.emit(engineEvents.instanceTerminated({ status }, { ...options, ...(reason && { reason }) }));
}
