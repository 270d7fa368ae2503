import { Injectable } from '@nestjs/common';
import { type Activity, type ActivityBehavior, type Completion, mergePatch, type Tx } from '@fashen/plugin-api';
import { factsOf, hearingRequestOf, hearingRequestRefusal } from '../model';
import { CaseRootService } from './case-root.service';
import { CaseStateService } from './case-state.service';
import { CatalogService } from './catalog.service';

/** The task in which a request for a hearing is accepted, or rejected as late. */
@Injectable()
export class HearingRequestBehavior implements ActivityBehavior {
  readonly extension = 'legal-review:HearingRequest';

  constructor(
    private readonly roots: CaseRootService,
    private readonly catalog: CatalogService,
    private readonly state: CaseStateService,
  ) {}

  async onComplete(tx: Tx, { instanceId, variables }: Activity, { output }: Completion): Promise<void> {
    const root = await this.roots.rootOf(tx, instanceId);
    const { values } = await this.catalog.parametersOf(tx, root.id);
    const about = { facts: factsOf(root.variables), parameters: values };
    const { calendar } = await this.state.moment(tx);
    const refusal = hearingRequestRefusal(hearingRequestOf(mergePatch(variables, output)), about, calendar);
    if (refusal) throw refusal;
  }
}
