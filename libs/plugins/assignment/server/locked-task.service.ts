import { Injectable } from '@nestjs/common';
import { CaseAccess, Instances, Tasks, type TaskView, type Tx } from '@fashen/plugin-api';
import { isCandidate } from '../model';

/** Finds a task once nobody else can change its case. */
@Injectable()
export class LockedTaskService {
  constructor(
    private readonly tasks: Tasks,
    private readonly instances: Instances,
    private readonly access: CaseAccess,
  ) {}

  /**
   * For those who see the case, and for those to whom the task was offered: they learn who was faster also where nothing else of the case
   * is theirs. For everybody else the task does not exist.
   */
  async ofPerson(tx: Tx, taskId: string): Promise<TaskView> {
    const task = await this.lock(tx, taskId);
    if (!isCandidate(task, tx.actor)) await this.access.requireOfTask(tx, task);
    return task;
  }

  /** For operators, who act on cases they do not see. */
  async lock(tx: Tx, taskId: string): Promise<TaskView> {
    const { instanceId } = await this.tasks.require(tx, taskId);
    await this.instances.lock(tx, instanceId);
    return this.tasks.require(tx, taskId);
  }
}
