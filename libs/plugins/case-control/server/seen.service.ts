import { Injectable } from '@nestjs/common';
import { CaseAccess, Instances, Tasks, type TaskView, type Tx } from '@fashen/plugin-api';
import { allowsBatch, caseControlErrors } from '../model';
import { SeenRepository } from './seen.repository';

/** Which tasks a person may see, and has opened. */
@Injectable()
export class SeenService {
  constructor(
    private readonly access: CaseAccess,
    private readonly instances: Instances,
    private readonly tasks: Tasks,
    private readonly seen: SeenRepository,
  ) {}

  /** Notes that the actor has opened the task, where that is asked for. */
  async see(tx: Tx, taskId: string): Promise<void> {
    const { instanceId, nodeId } = await this.requireVisible(tx, taskId);
    if (allowsBatch(await this.instances.model(tx, instanceId), nodeId)) await this.seen.add(tx, taskId);
  }

  async requireSeen(tx: Tx, taskId: string): Promise<void> {
    if (!(await this.seen.listSeen(tx, [taskId])).has(taskId)) throw caseControlErrors.NOT_SEEN({ taskId });
  }

  async requireVisible(tx: Tx, taskId: string): Promise<TaskView> {
    const task = await this.tasks.require(tx, taskId);
    await this.access.requireOfTask(tx, task);
    return task;
  }
}
