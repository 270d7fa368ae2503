import { Injectable } from '@nestjs/common';
import type { JsonObject, Tx } from '@fashen/plugin-api';
import { type CaseStanding, type DecisionBody, legalReviewErrors } from '../model';
import { ReviewTaskService } from './review-task.service';

/** Heads of the bureau decide. */
@Injectable()
export class DecisionService {
  constructor(private readonly reviewTasks: ReviewTaskService) {}

  /** Ends the decision task. Whether it may be approved is judged by the gate when the task ends, whoever ends it and however. */
  async decide(tx: Tx, taskId: string, body: DecisionBody): Promise<CaseStanding> {
    await this.reviewTasks.lock(tx, taskId, 'Decision', legalReviewErrors.NOT_A_DECISION_TASK({ taskId }));
    const { approved, comment } = body;
    const output: JsonObject = { decision: { ...body.decision, approved, comment } };
    const outcome = approved ? 'APPROVED' : 'REJECTED';
    return this.reviewTasks.end(tx, taskId, { output, outcome, ...(comment && { reason: comment }) });
  }
}
