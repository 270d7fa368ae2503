import { Injectable } from '@nestjs/common';
import {
  CaseAccess,
  type CompleteTask,
  Instances,
  type InstanceView,
  Tasks,
  type TaskView,
  type Tx,
  type WorkflowError,
} from '@fashen/plugin-api';
import type { CaseStanding } from '../model';

/** A task somebody acts on, with its case locked. */
export interface LockedTask {
  readonly task: TaskView;
  readonly instance: InstanceView;
}

/** Finds and ends tasks by the part they play in legal review. */
@Injectable()
export class ReviewTaskService {
  constructor(
    private readonly tasks: Tasks,
    private readonly instances: Instances,
    private readonly access: CaseAccess,
  ) {}

  /** True when the drawing asks the catalog whether its cases must be reviewed. */
  async isReviewed(tx: Tx, caseId: string): Promise<boolean> {
    const { elements } = await this.instances.model(tx, caseId);
    return [...elements.values()].some(({ extensions }) => extensions['legal-review:Catalog'] !== undefined);
  }

  /** The task and its case, for reading. */
  async require(tx: Tx, taskId: string): Promise<LockedTask> {
    const task = await this.tasks.require(tx, taskId);
    return { task, instance: await this.access.requireOfTask(tx, task) };
  }

  /** The task and its case, locked until the end of the unit. Throws `otherwise` when the drawing gives the task another part. */
  async lock(tx: Tx, taskId: string, part: string, otherwise: WorkflowError): Promise<LockedTask> {
    const { task } = await this.require(tx, taskId);
    const model = await this.instances.model(tx, task.instanceId);
    if (model.elements.get(task.nodeId)?.extensions[`legal-review:${part}`] === undefined) throw otherwise;
    return { task, instance: await this.instances.lock(tx, task.instanceId) };
  }

  /** Ends a task. Behaviors on it judge whether it may end so. */
  async end(tx: Tx, taskId: string, completion: CompleteTask): Promise<CaseStanding> {
    const { id, status, revision } = await this.tasks.complete(tx, taskId, completion);
    return { id, status, revision };
  }
}
