import { Injectable } from '@nestjs/common';
import type { Activity, ActivityBehavior, Completion, Tx } from '@fashen/plugin-api';
import { hearingFactsAfter, wasHeld } from '../model';
import { HearingService } from './hearing.service';

/** The tasks in which a hearing is set and reported. From the report on only a review given later counts. */
@Injectable()
export class HearingBehavior implements ActivityBehavior {
  readonly extension = 'legal-review:Hearing';

  constructor(private readonly hearings: HearingService) {}

  async onComplete(tx: Tx, { instanceId, variables }: Activity, { output }: Completion): Promise<void> {
    const facts = hearingFactsAfter(variables, output);
    await this.hearings.judge(tx, instanceId, facts);
    if (wasHeld(facts)) await this.hearings.keepHeard(tx, instanceId, output);
  }
}
