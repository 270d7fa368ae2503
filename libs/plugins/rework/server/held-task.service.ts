import { Injectable } from '@nestjs/common';
import {
  CaseAccess,
  Directory,
  Instances,
  type InstanceView,
  principalsOf,
  type ProcessModel,
  Tasks,
  type TaskView,
  type Tx,
  WAITING_MARKS,
} from '@fashen/plugin-api';
import { reworkErrors } from '../model';

/** A task of the actor with the case it belongs to, once nobody else can change them. */
export interface HeldTask {
  readonly task: TaskView;
  readonly instance: InstanceView;
  readonly model: ProcessModel;
}

/** Finds tasks for those who may act on them. */
@Injectable()
export class HeldTaskService {
  constructor(
    private readonly tasks: Tasks,
    private readonly instances: Instances,
    private readonly access: CaseAccess,
    private readonly directory: Directory,
  ) {}

  /** Locks the case. Refused unless the task is open, the actor holds it or may claim it, and nobody else is asked first. */
  async requireHeld(tx: Tx, taskId: string): Promise<HeldTask> {
    const held = await this.lock(tx, taskId);
    const { task } = held;
    if (task.state !== 'READY' && task.state !== 'ASSIGNED') throw await this.ended(tx, task);
    if (!holds(tx, task)) throw reworkErrors.NOT_THE_HOLDER({ taskId });
    if (task.mark !== undefined && WAITING_MARKS.includes(task.mark)) throw reworkErrors.WAITS_FOR_OTHERS({ taskId, mark: task.mark });
    return held;
  }

  /** The task of a case one may not see does not exist. */
  async requireSeen(tx: Tx, taskId: string): Promise<TaskView> {
    const task = await this.tasks.require(tx, taskId);
    await this.access.requireOfTask(tx, task);
    return task;
  }

  /** Locks the case of a task, open or not. */
  async lock(tx: Tx, taskId: string): Promise<HeldTask> {
    const { instanceId } = await this.requireSeen(tx, taskId);
    const instance = await this.instances.lock(tx, instanceId);
    const task = await this.tasks.require(tx, taskId);
    return { task, instance, model: await this.instances.model(tx, instanceId) };
  }

  /** Who ended a task, as an error: the loser of a race learns who won and when. */
  async ended(tx: Tx, { id: taskId, state, endedBy, endedAt, cause }: TaskView): Promise<Error> {
    const byName = endedBy === undefined ? undefined : await this.nameOf(tx, endedBy);
    return reworkErrors.TASK_ENDED({ taskId, state, by: endedBy, byName, at: endedAt?.toISOString(), cause });
  }

  async nameOf(tx: Tx, personId: string): Promise<string> {
    return (await this.directory.names(tx, [personId])).get(personId) ?? personId;
  }
}

/** True when the actor holds the task, for himself or for somebody else, or may claim it. A visit of several signers is nobody's. */
export function holds(tx: Tx, { state, assigneeId, candidates }: TaskView): boolean {
  const { personId, onBehalfOf } = tx.actor;
  if (state === 'ASSIGNED') return assigneeId === personId || (onBehalfOf !== undefined && assigneeId === onBehalfOf.personId);
  const principals = new Set(principalsOf(tx.actor));
  return state === 'READY' && candidates.some((candidate) => principals.has(candidate));
}
