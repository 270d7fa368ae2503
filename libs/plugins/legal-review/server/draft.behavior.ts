import { Injectable } from '@nestjs/common';
import { type Activity, type ActivityBehavior, type Completion, mergePatch, type Tx } from '@fashen/plugin-api';
import { draftRefusal } from '../model';
import { proposalOf } from './catalog.service';
import { FrozenDraftService } from './frozen-draft.service';

/** A task in which the draft is written: ending it keeps the draft with its fingerprints. A draft the catalog cannot read, or that does not say what it proposes, is refused here. */
@Injectable()
export class DraftBehavior implements ActivityBehavior {
  readonly extension = 'legal-review:Draft';

  constructor(private readonly drafts: FrozenDraftService) {}

  async onComplete(tx: Tx, { instanceId, variables }: Activity, { output }: Completion): Promise<void> {
    const merged = mergePatch(variables, output);
    const refusal = draftRefusal(proposalOf(merged).draft);
    if (refusal) throw refusal;
    await this.drafts.freeze(tx, instanceId, 'DRAFTED', merged);
  }
}
