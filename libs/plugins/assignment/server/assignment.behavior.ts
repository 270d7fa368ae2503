import { Injectable } from '@nestjs/common';
import type { Activity, ActivityBehavior, Completion, Step, Tx } from '@fashen/plugin-api';
import { ASSIGNMENT } from '../model';
import { DutyService } from './duty.service';
import { PassingService } from './passing.service';
import { PerformerService } from './performer.service';
import { StepService } from './step.service';

/** A user task that says who gets it: finds the performer when it begins, or passes it by itself; keeps duties apart when it ends. */
@Injectable()
export class AssignmentBehavior implements ActivityBehavior {
  readonly extension = ASSIGNMENT;

  constructor(
    private readonly performers: PerformerService,
    private readonly duties: DutyService,
    private readonly passing: PassingService,
    private readonly steps: StepService,
  ) {}

  async onWait(tx: Tx, activity: Activity): Promise<Step> {
    const task = await this.performers.assignmentOf(tx, activity);
    return task ? { kind: 'wait', task } : { kind: 'complete' };
  }

  async onComplete(tx: Tx, activity: Activity, completion: Completion): Promise<void> {
    if (this.passing.isPassing(tx, activity)) return;
    await this.duties.requireMayEnd(tx, activity, completion, await this.steps.toEnd(tx, activity));
  }
}
