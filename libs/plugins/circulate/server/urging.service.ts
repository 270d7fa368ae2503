import { Injectable } from '@nestjs/common';
import { CaseAccess, Instances, Tasks, type TaskView, type Tx, type WorkflowError } from '@fashen/plugin-api';
import { circulateErrors, mayUrge, type UrgeTally, type UrgingBody } from '../model';
import { UrgeBookService } from './urge-book.service';

/** Asks those who hold a task to hurry. Changes nothing in the case; who is told how is the business of those who listen. */
@Injectable()
export class UrgingService {
  constructor(
    private readonly access: CaseAccess,
    private readonly instances: Instances,
    private readonly tasks: Tasks,
    private readonly book: UrgeBookService,
  ) {}

  /** Urges the holder of an open task, or those who may claim it. */
  async urge(tx: Tx, taskId: string, body: UrgingBody): Promise<UrgeTally> {
    const found = await this.tasks.require(tx, taskId);
    const { instanceId } = found;
    await this.access.requireOfTask(tx, found);
    await this.instances.lock(tx, instanceId);
    const task = await this.tasks.require(tx, taskId);
    const refusal = await this.refusalOf(tx, task);
    if (refusal) throw refusal;
    const { nodeId, assigneeId, candidates } = task;
    const reached = assigneeId === undefined ? { personIds: [], candidates } : { personIds: [assigneeId], candidates: [] };
    return this.book.add(tx, { id: taskId, instanceId, taskId, nodeId, ...reached }, body);
  }

  /** How often a task was urged. For everybody who sees the case. */
  async tallyOf(tx: Tx, taskId: string): Promise<UrgeTally> {
    const task = await this.tasks.require(tx, taskId);
    await this.access.requireOfTask(tx, task);
    return this.book.tallyOf(tx, taskId);
  }

  /** What stands against urging this task now. */
  async refusalOf(tx: Tx, task: TaskView): Promise<WorkflowError | undefined> {
    const taskId = task.id;
    if (task.assigneeId === tx.actor.personId) return circulateErrors.OWN_TASK({ taskId });
    const { startedBy } = await this.instances.require(tx, task.instanceId);
    const tasks = await this.tasks.ofInstance(tx, task.instanceId);
    if (!mayUrge(tx.actor, startedBy, tasks)) return circulateErrors.NOT_ALLOWED_TO_URGE({ taskId });
    if (task.state !== 'READY' && task.state !== 'ASSIGNED') return circulateErrors.TASK_CLOSED({ taskId });
    return this.book.refusalOf(tx, taskId);
  }
}
