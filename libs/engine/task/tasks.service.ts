import { Injectable } from '@nestjs/common';
import {
  type CompleteTask,
  type HeldTasks,
  type InstanceView,
  type NewSeat,
  type Page,
  principalsOf,
  type SeatEnd,
  type TaskAssignment,
  type TaskQuery,
  Tasks,
  type TaskView,
  type Tx,
  WAITING_MARKS,
} from '@fashen/plugin-api';
import { RetryUnitError } from '@fashen/database';
import { engineErrors } from '../engine.errors';
import { CommandService } from '../runtime/command.service';
import { type LoadedInstance, requireRunning } from '../runtime/loaded-instance';
import { OpenSessions } from '../runtime/open-sessions';
import { viewOf } from '../runtime/session-view';
import type { WorkflowSession } from '../runtime/workflow-session';
import { type StoredTask, TaskRepository } from './task.repository';
import { newSeats } from './new-task';
import { tellAssigned, tellCreated, tellSeatEnded } from './task-news';
import { TaskListRepository } from './task-list.repository';

/** Human tasks. */
@Injectable()
export class TasksService extends Tasks {
  constructor(
    private readonly repository: TaskRepository,
    private readonly lists: TaskListRepository,
    private readonly commands: CommandService,
    private readonly sessions: OpenSessions,
  ) {
    super();
  }

  /** A task that the actor is just ending is answered from memory: behaviors ask for it while the case is locked. */
  async find(tx: Tx, taskId: string): Promise<TaskView | undefined> {
    return this.sessions.findEnding(tx, taskId) ?? (await this.repository.find(tx, taskId));
  }

  async require(tx: Tx, taskId: string): Promise<TaskView> {
    const found = await this.find(tx, taskId);
    if (!found) throw engineErrors.TASK_MISSING({ taskId });
    return found;
  }

  list(tx: Tx, query: TaskQuery): Promise<Page<TaskView>> {
    return this.lists.list(tx, query);
  }

  count(tx: Tx, held?: HeldTasks): Promise<{ assigned: number; claimable: number; done: number }> {
    return this.lists.count(tx, held);
  }

  /** Behaviors ask in the middle of a command, before its rows are written: what the actor has just ended counts as ended. */
  async ofInstance(tx: Tx, instanceId: string): Promise<readonly TaskView[]> {
    const running = this.sessions.findRunning(tx, instanceId);
    if (!running) return this.repository.ofInstance(tx, instanceId);
    // The case is locked and nothing is written before the end of the command, so the rows are read once.
    running.storedTasks ??= await this.repository.ofInstance(tx, instanceId);
    return running.storedTasks.map((task) => asItStands(tx, running, task));
  }

  heldBefore(tx: Tx, instanceId: string, personId: string): Promise<boolean> {
    return this.repository.heldBefore(tx, instanceId, personId);
  }

  async assign(tx: Tx, taskId: string, assignment: TaskAssignment, reason?: string): Promise<TaskView> {
    const { task } = await this.lockOpen(tx, taskId);
    const { assigneeId: holder, assignedAt: _since, ...rest } = task;
    const next: StoredTask = {
      ...rest,
      ...(assignment.assigneeId && { assigneeId: assignment.assigneeId, assignedAt: tx.now }),
      state: assignment.assigneeId ? 'ASSIGNED' : 'READY',
      candidates: assignment.candidates ?? task.candidates,
      rowVersion: task.rowVersion + 1,
    };
    await this.repository.replaceHolders(tx, next);
    if (holder !== undefined && holder !== next.assigneeId) await this.repository.keepFormerHolder(tx, task.instanceId, holder);
    this.sessions.forgetTasks(tx, next.instanceId);
    tellAssigned(tx, task, next, reason);
    return next;
  }

  async complete(tx: Tx, taskId: string, completion: CompleteTask): Promise<InstanceView> {
    const found = await this.lockOpen(tx, taskId);
    const { task } = found;
    requireHolder(tx, task);
    requireVersion(task, completion.expectedVersion);
    if (task.mark !== undefined && WAITING_MARKS.includes(task.mark)) throw engineErrors.WAITS_FOR_OTHERS({ taskId, mark: task.mark });
    return this.end(tx, found, completion);
  }

  async decide(tx: Tx, taskId: string, completion: CompleteTask): Promise<InstanceView> {
    return this.end(tx, await this.lockOpen(tx, taskId), completion);
  }

  async addSeats(tx: Tx, visitId: string, seats: readonly NewSeat[]): Promise<readonly TaskView[]> {
    const { task: visit } = await this.lockOpen(tx, visitId);
    requireVisit(visit);
    const known = await this.repository.ofExecutions(tx, visit.instanceId, [visit.executionId]);
    const added = newSeats(tx, visit, seats, Math.max(...known.map(({ seatNo }) => seatNo)) + 1);
    await this.repository.add(tx, added);
    this.sessions.forgetTasks(tx, visit.instanceId);
    for (const seat of added) tellCreated(tx, seat);
    return added;
  }

  async endSeat(tx: Tx, taskId: string, end: SeatEnd): Promise<TaskView> {
    const { task, instance } = await this.lockOpen(tx, taskId);
    if (task.kind === 'VISIT' || task.parentId === undefined) throw engineErrors.NOT_A_VISIT({ taskId, kind: task.kind });
    if (end.state === 'DONE') await this.commands.askWhetherSeatMayEnd(tx, await this.sessions.openLocked(tx, instance), { task, ...end });
    if ((await this.repository.end(tx, [taskId], end)) !== 1) throw new RetryUnitError(`task ${taskId} has moved on`);
    await this.repository.removeCandidates(tx, [taskId]);
    this.sessions.forgetTasks(tx, task.instanceId);
    tellSeatEnded(tx, task, end);
    return this.require(tx, taskId);
  }

  /** A visit that comes up in the command under way has no row yet: its behavior says when it is due. */
  async setDue(tx: Tx, taskId: string, dueAt: Date | undefined): Promise<void> {
    const task = await this.find(tx, taskId);
    if (!task) return;
    await this.sessions.lock(tx, task.instanceId);
    await this.repository.setDue(tx, task, dueAt);
    this.sessions.forgetTasks(tx, task.instanceId);
  }

  async mark(tx: Tx, taskId: string, mark: string | undefined): Promise<void> {
    const { instanceId } = await this.require(tx, taskId);
    await this.sessions.lock(tx, instanceId);
    await this.repository.setMark(tx, taskId, mark);
    this.sessions.forgetTasks(tx, instanceId);
  }

  private async end(tx: Tx, { task, instance }: LockedTask, completion: CompleteTask): Promise<InstanceView> {
    requireVisit(task);
    const { output = {}, outcome, submission, reason } = completion;
    const session = await this.sessions.openLocked(tx, instance);
    const more = { ...(outcome !== undefined && { outcome }), ...(submission && { submission }), ...(reason && { reason }) };
    session.endedTasks.set(task.executionId, { task, output, ...more });
    if (task.state === 'READY' && task.mark === undefined) tellAssigned(tx, task, { ...task, assigneeId: tx.actor.personId });
    await this.commands.run(tx, session, { kind: 'complete', executionId: task.executionId, output });
    return viewOf(session);
  }

  /** Locks the instance, then reads the task. The loser of a race is told who won and when. */
  private async lockOpen(tx: Tx, taskId: string): Promise<LockedTask> {
    const found = await this.repository.lock(tx, taskId);
    if (!found) throw engineErrors.TASK_MISSING({ taskId });
    const { task } = found;
    requireOpen(task);
    const instance = this.sessions.remember(tx, found.instance);
    requireRunning(instance);
    return { task, instance };
  }
}

interface LockedTask {
  readonly task: StoredTask;
  readonly instance: LoadedInstance;
}

function requireVisit({ id: taskId, kind }: TaskView): void {
  if (kind !== 'VISIT') throw engineErrors.NOT_A_VISIT({ taskId, kind });
}

function asItStands(tx: Tx, running: WorkflowSession, task: TaskView): TaskView {
  const ended = running.endedTasks.get(task.executionId);
  if (!ended || running.findWait(task.executionId)) return task;
  const { personId, onBehalfOf } = tx.actor;
  return {
    ...task,
    state: 'DONE',
    assigneeId: onBehalfOf !== undefined && task.assigneeId === onBehalfOf.personId ? task.assigneeId : personId,
    endedBy: personId,
    endedAt: tx.now,
    ...(ended.outcome !== undefined && { outcome: ended.outcome }),
  };
}

function requireOpen(task: StoredTask): void {
  if (task.state === 'READY' || task.state === 'ASSIGNED') return;
  const { id: taskId, state, endedBy, endedByName, endedAt } = task;
  throw engineErrors.TASK_ENDED({ taskId, state, by: endedBy, byName: endedByName, at: endedAt?.toISOString() });
}

function requireHolder(tx: Tx, task: TaskView): void {
  const { personId, onBehalfOf } = tx.actor;
  if (task.state === 'ASSIGNED' && (task.assigneeId === personId || task.assigneeId === onBehalfOf?.personId)) return;
  const principals = new Set(principalsOf(tx.actor));
  if (task.state === 'READY' && task.candidates.some((candidate) => principals.has(candidate))) return;
  throw engineErrors.NOT_YOUR_TASK({ taskId: task.id });
}

function requireVersion(task: TaskView, expected: number | undefined): void {
  if (expected === undefined || expected === task.rowVersion) return;
  throw engineErrors.STALE({ taskId: task.id, expected, actual: task.rowVersion });
}
