import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import type { CaseStanding, DisputeBody } from '../model';
import { ReviewTaskService } from './review-task.service';

/** Value of `answer.action` with which the handling unit disputes an opinion, by form or by request. */
export const DISPUTE = 'DISPUTE';

/** The handling unit answers an opinion by disputing it. */
@Injectable()
export class DisputeService {
  constructor(private readonly reviewTasks: ReviewTaskService) {}

  /** Ends the unit's task of answering with a dispute. The subscriber records it, as it does for the form. */
  async dispute(tx: Tx, taskId: string, { reason }: DisputeBody): Promise<CaseStanding> {
    await this.reviewTasks.require(tx, taskId);
    return this.reviewTasks.end(tx, taskId, { output: { answer: { action: DISPUTE, text: reason } }, outcome: DISPUTE, reason });
  }
}
