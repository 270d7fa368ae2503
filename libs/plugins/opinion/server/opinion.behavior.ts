import { Injectable } from '@nestjs/common';
import type { Activity, ActivityBehavior, Completion, EndingSeat, Tx } from '@fashen/plugin-api';
import { POLICY } from '../model';
import { SubmissionService } from './submission.service';

/** A step with a policy is left only with an opinion that keeps it; so is each part of it, where several sign. */
@Injectable()
export class OpinionBehavior implements ActivityBehavior {
  readonly extension = POLICY;

  constructor(private readonly submissions: SubmissionService) {}

  async onComplete(tx: Tx, activity: Activity, completion: Completion): Promise<void> {
    await this.submissions.submitVisit(tx, activity, completion);
  }

  async onSeatEnd(tx: Tx, activity: Activity, seat: EndingSeat): Promise<void> {
    await this.submissions.submitSeat(tx, activity, seat);
  }
}
