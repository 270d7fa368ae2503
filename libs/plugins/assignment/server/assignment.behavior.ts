import { Injectable } from '@nestjs/common';
import type { Activity, ActivityBehavior, Completion, Step, Tx } from '@fashen/plugin-api';
import { ASSIGNMENT } from '../model';
import { DutyService } from './duty.service';
import { PerformerService } from './performer.service';

/** A user task that says who gets it: finds the performer when it begins, keeps duties apart when it ends. */
@Injectable()
export class AssignmentBehavior implements ActivityBehavior {
  readonly extension = ASSIGNMENT;

  constructor(
    private readonly performers: PerformerService,
    private readonly duties: DutyService,
  ) {}

  async onWait(tx: Tx, activity: Activity): Promise<Step> {
    return { kind: 'wait', task: await this.performers.assignmentOf(tx, activity) };
  }

  async onComplete(tx: Tx, activity: Activity, completion: Completion): Promise<void> {
    await this.duties.requireMayEnd(tx, activity, completion);
  }
}
