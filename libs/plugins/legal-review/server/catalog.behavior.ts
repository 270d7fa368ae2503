import { Injectable } from '@nestjs/common';
import type { Activity, ActivityBehavior, JsonObject, Step, Tx } from '@fashen/plugin-api';
import { CATALOG, catalogBinding } from '../model';
import { CaseStateService } from './case-state.service';
import { CatalogService } from './catalog.service';
import { FrozenDraftService, lastOf } from './frozen-draft.service';
import { OpinionRepository } from './opinion.repository';

/**
 * Holds the case against the catalog and goes on. Writes `catalog`, and, once there is an opinion, whether it still holds for the
 * draft as it stands (`review.passed`), so that drawings may branch on both.
 */
@Injectable()
export class CatalogBehavior implements ActivityBehavior {
  readonly extension = CATALOG;

  constructor(
    private readonly catalog: CatalogService,
    private readonly state: CaseStateService,
    private readonly drafts: FrozenDraftService,
    private readonly opinions: OpinionRepository,
  ) {}

  async onWait(tx: Tx, { instanceId, variables, extension }: Activity): Promise<Step> {
    const wasHeard = lastOf(await this.drafts.ofCase(tx, instanceId), 'HEARD') !== undefined;
    const evaluation = await this.catalog.evaluate(tx, { instanceId, variables, wasHeard }, catalogBinding.parse(extension));
    const { items, ...result } = evaluation.result;
    const catalog: JsonObject = { ...result, items: items.map((item) => item.code), evaluationId: evaluation.id };
    const hasOpinion = (await this.opinions.ofCase(tx, instanceId)).length > 0;
    if (!hasOpinion) return { kind: 'complete', output: { catalog } };
    const passed = await this.state.reviewHolds(tx, { instanceId, variables });
    return { kind: 'complete', output: { catalog, review: { passed } } };
  }
}
