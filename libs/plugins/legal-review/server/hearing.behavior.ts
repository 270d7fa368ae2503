import { Injectable } from '@nestjs/common';
import type { Activity, ActivityBehavior, Completion, Tx } from '@fashen/plugin-api';
import { factsOf, hearingRefusal, mergedVariables, wasHeld } from '../model';
import { CaseStateService } from './case-state.service';
import { CatalogService } from './catalog.service';
import { FrozenDraftService } from './frozen-draft.service';

/** The tasks in which a hearing is set and reported. From the report on only a review given later counts. */
@Injectable()
export class HearingBehavior implements ActivityBehavior {
  readonly extension = 'legal-review:Hearing';

  constructor(
    private readonly catalog: CatalogService,
    private readonly state: CaseStateService,
    private readonly drafts: FrozenDraftService,
  ) {}

  async onComplete(tx: Tx, { instanceId, variables }: Activity, { output }: Completion): Promise<void> {
    const merged = mergedVariables(variables, output);
    const facts = factsOf(merged);
    const { values } = await this.catalog.parametersOf(tx, instanceId);
    const refusal = hearingRefusal(facts, values, this.state.moment(tx).calendar);
    if (refusal) throw refusal;
    if (wasHeld(facts)) await this.drafts.freeze(tx, instanceId, 'HEARD', merged);
  }
}
