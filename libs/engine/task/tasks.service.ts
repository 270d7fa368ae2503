import { Injectable } from '@nestjs/common';
import {
  type CompleteTask,
  type InstanceView,
  type Page,
  principalsOf,
  type TaskAssignment,
  type TaskQuery,
  Tasks,
  type TaskView,
  type Tx,
} from '@fashen/plugin-api';
import { engineErrors } from '../engine.errors';
import { engineEvents } from '../engine.events';
import { CommandService } from '../runtime/command.service';
import { type LoadedInstance, requireRunning } from '../runtime/loaded-instance';
import { OpenSessions } from '../runtime/open-sessions';
import { viewOf } from '../runtime/session-view';
import type { WorkflowSession } from '../runtime/workflow-session';
import { type StoredTask, TaskRepository } from './task.repository';
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

  count(tx: Tx): Promise<{ assigned: number; claimable: number; done: number }> {
    return this.lists.count(tx);
  }

  /** Behaviors ask in the middle of a command, before its rows are written: what the actor has just ended counts as ended. */
  async ofInstance(tx: Tx, instanceId: string): Promise<readonly TaskView[]> {
    const running = this.sessions.findRunning(tx, instanceId);
    if (!running) return this.repository.ofInstance(tx, instanceId);
    // The case is locked and nothing is written before the end of the command, so the rows are read once.
    running.storedTasks ??= await this.repository.ofInstance(tx, instanceId);
    return running.storedTasks.map((task) => asItStands(tx, running, task));
  }

  async assign(tx: Tx, taskId: string, assignment: TaskAssignment, reason?: string): Promise<TaskView> {
    const { task } = await this.lockOpen(tx, taskId);
    const { assigneeId: _holder, assignedAt: _since, ...rest } = task;
    const next: TaskView = {
      ...rest,
      ...(assignment.assigneeId && { assigneeId: assignment.assigneeId, assignedAt: tx.now }),
      state: assignment.assigneeId ? 'ASSIGNED' : 'READY',
      candidates: assignment.candidates ?? task.candidates,
      rowVersion: task.rowVersion + 1,
    };
    await this.repository.replaceHolders(tx, next);
    this.sessions.forgetTasks(tx, next.instanceId);
    tellAssigned(tx, task, next, reason);
    return next;
  }

  async complete(tx: Tx, taskId: string, completion: CompleteTask): Promise<InstanceView> {
    const { task, instance } = await this.lockOpen(tx, taskId);
    requireHolder(tx, task);
    requireVersion(task, completion.expectedVersion);
    const { output = {}, outcome, reason } = completion;
    const session = await this.sessions.openLocked(tx, instance);
    session.endedTasks.set(task.executionId, { task, output, ...(outcome !== undefined && { outcome }), ...(reason && { reason }) });
    if (task.state === 'READY') tellAssigned(tx, task, { ...task, assigneeId: tx.actor.personId });
    await this.commands.run(tx, session, { kind: 'complete', executionId: task.executionId, output });
    return viewOf(session);
  }

  /** Locks the instance, then reads the task. The loser of a race is told who won and when. */
  private async lockOpen(tx: Tx, taskId: string): Promise<{ task: StoredTask; instance: LoadedInstance }> {
    const found = await this.repository.lock(tx, taskId);
    if (!found) throw engineErrors.TASK_MISSING({ taskId });
    const { task } = found;
    requireOpen(task);
    const instance = this.sessions.remember(tx, found.instance);
    requireRunning(instance);
    return { task, instance };
  }
}

function asItStands(tx: Tx, running: WorkflowSession, task: StoredTask): TaskView {
  const ended = running.endedTasks.get(task.executionId);
  if (!ended || running.findWait(task.executionId)) return task;
  const { personId } = tx.actor;
  return {
    ...task,
    state: 'DONE',
    assigneeId: personId,
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
  if (task.state === 'ASSIGNED' && task.assigneeId === tx.actor.personId) return;
  const principals = new Set(principalsOf(tx.actor));
  if (task.state === 'READY' && task.candidates.some((candidate) => principals.has(candidate))) return;
  throw engineErrors.NOT_YOUR_TASK({ taskId: task.id });
}

function requireVersion(task: TaskView, expected: number | undefined): void {
  if (expected === undefined || expected === task.rowVersion) return;
  throw engineErrors.STALE({ taskId: task.id, expected, actual: task.rowVersion });
}

function tellAssigned(tx: Tx, before: TaskView, after: TaskView, reason?: string): void {
  const { id: taskId, nodeId, nodeName, executionId, instanceId } = after;
  const payload = { taskId, nodeId, nodeName, executionId, ...holderOf(after), candidates: after.candidates };
  const options = { instanceId, before: holderOf(before), after: holderOf(after), ...(reason && { reason }) };
  tx.emit(engineEvents.taskAssigned(payload, options));
}

const holderOf = ({ assigneeId }: TaskView): { assigneeId?: string } => (assigneeId ? { assigneeId } : {});
