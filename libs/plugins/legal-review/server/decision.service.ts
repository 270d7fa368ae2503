import { Injectable } from '@nestjs/common';
import type { Json, JsonObject, Tx } from '@fashen/plugin-api';
import { type DecisionBody, legalReviewErrors } from '../model';
import { type CaseStanding, ReviewTaskService } from './review-task.service';

/** Heads of the bureau decide. */
@Injectable()
export class DecisionService {
  constructor(private readonly reviewTasks: ReviewTaskService) {}

  /** Ends the decision task. Whether it may be approved is judged by the gate when the task ends, whoever ends it and however. */
  async decide(tx: Tx, taskId: string, body: DecisionBody): Promise<CaseStanding> {
    await this.reviewTasks.lock(tx, taskId, 'Decision', legalReviewErrors.NOT_A_DECISION_TASK({ taskId }));
    const { approved, comment, ...rest } = body;
    const fields = rest as { [key: string]: Json };
    const group = fields['decision'];
    const decision: JsonObject = { ...(isObject(group) ? group : {}), approved, comment };
    const output = { ...fields, decision };
    const outcome = approved ? 'APPROVED' : 'REJECTED';
    return this.reviewTasks.end(tx, taskId, { output, outcome, ...(comment && { reason: comment }) });
  }
}

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
