import { Injectable } from '@nestjs/common';
import { isWorkflowError, type OperationOffer, TaskOperations, type TaskView, type Tx, WAITING_MARKS } from '@fashen/plugin-api';
import { assignmentErrors, claimState, Duties } from '../model';

/** What the actor may do with a task, and what stands against it. */
@Injectable()
export class OfferService {
  constructor(
    private readonly duties: Duties,
    private readonly operations: TaskOperations,
  ) {}

  /** Operations of all plugins on the task. */
  of(tx: Tx, task: TaskView): Promise<readonly OperationOffer[]> {
    return this.operations.offers(tx, task);
  }

  /** Code of what stands against this actor, in the order a claim would meet it. */
  async reasonAgainst(tx: Tx, task: TaskView): Promise<string | undefined> {
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
