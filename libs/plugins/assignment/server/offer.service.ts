import { Injectable, Optional } from '@nestjs/common';
import {
  Deputies,
  isCovered,
  isWorkflowError,
  type OperationOffer,
  TaskOperations,
  type TaskView,
  type Tx,
  WAITING_MARKS,
} from '@fashen/plugin-api';
import { assignmentErrors, claimState, Duties, type MovedTo, movedTo } from '../model';

/** What the actor may do with a task, and what stands against it. */
@Injectable()
export class OfferService {
  constructor(
    private readonly duties: Duties,
    private readonly operations: TaskOperations,
    @Optional() private readonly deputies?: Deputies,
  ) {}

  /** With whom a task lies that would be the actor's own work. */
  async moveOf(tx: Tx, task: TaskView): Promise<MovedTo | undefined> {
    const state = claimState(task, tx.actor);
    if (tx.actor.onBehalfOf || (state !== 'mine' && state !== 'free')) return undefined;
    const moves = (await this.deputies?.moves(tx, tx.actor.personId)) ?? [];
    const move = moves.find(({ scope }) => isCovered(scope, task));
    return move && movedTo(move);
  }

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
