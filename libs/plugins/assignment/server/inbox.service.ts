import { Injectable } from '@nestjs/common';
import {
  CaseAccess,
  Instances,
  isWorkflowError,
  type Page,
  TaskOperations,
  Tasks,
  type TaskView,
  type Tx,
  WAITING_MARKS,
} from '@fashen/plugin-api';
import { assignmentErrors, claimState, Duties, panelOf, type TaskDetail, type TaskListQuery } from '../model';

/** What a person finds in the inbox. */
@Injectable()
export class InboxService {
  constructor(
    private readonly tasks: Tasks,
    private readonly instances: Instances,
    private readonly access: CaseAccess,
    private readonly duties: Duties,
    private readonly operations: TaskOperations,
  ) {}

  list(tx: Tx, query: TaskListQuery): Promise<Page<TaskView>> {
    return this.tasks.list(tx, query);
  }

  count(tx: Tx): Promise<{ assigned: number; claimable: number; done: number }> {
    return this.tasks.count(tx);
  }

  /** One task with what the actor may do about it. The task of a case one may not see does not exist. */
  async detail(tx: Tx, taskId: string): Promise<TaskDetail> {
    const task = await this.tasks.require(tx, taskId);
    await this.access.require(tx, task.instanceId);
    const model = await this.instances.model(tx, task.instanceId);
    const panel = panelOf(model.elements.get(task.nodeId), task.kind);
    const state = claimState(task, tx.actor);
    const reason = await this.reasonAgainst(tx, task);
    const operations = await this.operations.offers(tx, task);
    const may = { mayClaim: state === 'free' && !reason, mayComplete: state === 'mine' && !reason };
    return { ...task, panel, ...may, operations, ...(reason && { reason }) };
  }

  /** Code of what stands against this actor, in the order a claim would meet it. */
  private async reasonAgainst(tx: Tx, task: TaskView): Promise<string | undefined> {
    const state = claimState(task, tx.actor);
    if (state === 'taken') return assignmentErrors.ALREADY_CLAIMED.code;
    if (state === 'foreign') return assignmentErrors.NOT_A_CANDIDATE.code;
    if (state === 'closed') return undefined;
    if (task.mark !== undefined && WAITING_MARKS.includes(task.mark)) return 'engine.WAITS_FOR_OTHERS';
    return this.refusalCode(() => this.duties.requireMayTake(tx, task, tx.actor.personId));
  }

  private async refusalCode(check: () => Promise<void>): Promise<string | undefined> {
    try {
      await check();
      return undefined;
    } catch (error) {
      if (isWorkflowError(error)) return error.code;
      throw error;
    }
  }
}
