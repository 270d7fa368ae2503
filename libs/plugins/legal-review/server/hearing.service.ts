import { Injectable } from '@nestjs/common';
import { type JsonObject, mergePatch, type Tx } from '@fashen/plugin-api';
import { type CaseFacts, factsOf, hearingFactsAfter, hearingRefusal, isFixed, wasHeld } from '../model';
import { CaseRootService } from './case-root.service';
import { CaseStateService } from './case-state.service';
import { CatalogService } from './catalog.service';
import { FrozenDraftService, lastOf } from './frozen-draft.service';

/** Hearings: told early enough, or not held. */
@Injectable()
export class HearingService {
  constructor(
    private readonly roots: CaseRootService,
    private readonly catalog: CatalogService,
    private readonly state: CaseStateService,
    private readonly drafts: FrozenDraftService,
  ) {}

  /**
   * Judges what a step that has ended said about a hearing, wherever the drawing has it: refused when the party was told too late;
   * from one that was held on, only a review given later counts.
   */
  async judgeTold(tx: Tx, instanceId: string, output: JsonObject): Promise<void> {
    const { variables } = await this.roots.require(tx, instanceId);
    await this.judge(tx, instanceId, hearingFactsAfter(variables, output));
    if (!wasHeld(factsOf(output))) return;
    await this.keepHeard(tx, instanceId, {});
  }

  /** Keeps the draft that was heard, in the case itself, once per act: from now on only a review given later counts. */
  async keepHeard(tx: Tx, instanceId: string, output: JsonObject): Promise<void> {
    const { id, variables } = await this.roots.rootOf(tx, instanceId);
    const kept = lastOf(await this.drafts.ofCase(tx, id), 'HEARD');
    if (kept?.frozenAt === tx.now.getTime()) return;
    await this.drafts.freeze(tx, id, 'HEARD', id === instanceId ? mergePatch(variables, output) : variables);
  }

  /** Refuses a hearing, fixed or held, of which the party was told too late. */
  async judge(tx: Tx, instanceId: string, facts: CaseFacts): Promise<void> {
    if (!isFixed(facts)) return;
    const { values } = await this.catalog.parametersOf(tx, await this.roots.rootIdOf(tx, instanceId));
    const refusal = hearingRefusal(facts, values, (await this.state.moment(tx)).calendar);
    if (refusal) throw refusal;
  }
}
