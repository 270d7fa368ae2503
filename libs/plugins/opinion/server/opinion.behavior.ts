import { Injectable } from '@nestjs/common';
import type { Activity, ActivityBehavior, Completion, Tx } from '@fashen/plugin-api';
import { POLICY } from '../model';
import { SubmissionService } from './submission.service';

/** A step with a policy is left only with an opinion that keeps it. */
@Injectable()
export class OpinionBehavior implements ActivityBehavior {
  readonly extension = POLICY;

  constructor(private readonly submissions: SubmissionService) {}

  async onComplete(tx: Tx, activity: Activity, completion: Completion): Promise<void> {
    await this.submissions.submit(tx, activity, completion.output);
  }
}
