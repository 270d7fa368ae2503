import { Injectable } from '@nestjs/common';
import type { JsonObject, Tx } from '@fashen/plugin-api';
import { WorkingCalendar } from '@fashen/plugins/calendar/model';
import { type DecisionMoment, decisionRefusal, type DecisionState, factsOf, legalReviewErrors, reviewRefusal } from '../model';
import { CatalogService, proposalOf } from './catalog.service';
import { draftTextOf } from './draft-text';
import { FrozenDraftService, lastOf } from './frozen-draft.service';
import { OpinionRepository } from './opinion.repository';

/** A case as its data stands, possibly with a task's output already merged in. */
export interface CaseNow {
  readonly instanceId: string;
  readonly variables: JsonObject;
}

/** Where the review of a case stands, read anew from rows each time: case data only says what is drafted, never what was reviewed. */
@Injectable()
export class CaseStateService {
  constructor(
    private readonly catalog: CatalogService,
    private readonly drafts: FrozenDraftService,
    private readonly opinions: OpinionRepository,
    private readonly calendars: WorkingCalendar,
  ) {}

  /** Refuses with `legal-review.*` unless this case may be decided now by this person; without a person, by anybody. */
  async requireMayDecide(tx: Tx, subject: CaseNow, signerId?: string): Promise<void> {
    const state = await this.decisionState(tx, subject);
    const refusal = decisionRefusal(state, { ...(await this.moment(tx)), ...(signerId !== undefined && { signerId }) });
    if (refusal) throw refusal;
  }

  /** True when the last review holds for the draft as it stands: passing, signed where needed, of this draft, after the hearing. */
  async reviewHolds(tx: Tx, { instanceId, variables }: CaseNow): Promise<boolean> {
    const evaluation = await this.catalog.findLatest(tx, instanceId);
    const latest = (await this.opinions.ofCase(tx, instanceId)).at(-1);
    if (!latest || !evaluation) return false;
    const heardAt = lastOf(await this.drafts.ofCase(tx, instanceId), 'HEARD')?.frozenAt;
    const depth = evaluation.result.depth === 'NONE' ? latest.depth : evaluation.result.depth;
    const need = { depth, draftHash: draftTextOf(variables).sha256, ...(heardAt !== undefined && { heardAt }) };
    return reviewRefusal(latest, need) === undefined;
  }

  /** Time and calendar by which deadlines are judged. */
  async moment(tx: Tx): Promise<DecisionMoment> {
    const { utcOffsetMinutes } = this.calendars;
    return { now: tx.now.getTime(), utcOffsetMinutes, calendar: await this.calendars.calendar(tx) };
  }

  /** Everything a decision is judged by, read anew. */
  async decisionState(tx: Tx, { instanceId, variables }: CaseNow): Promise<DecisionState> {
    if (!(await this.catalog.findLatest(tx, instanceId))) throw legalReviewErrors.REVIEW_REQUIRED({ cause: 'NO_CATALOG' });
    const kept = await this.drafts.ofCase(tx, instanceId);
    const heardAt = lastOf(kept, 'HEARD')?.frozenAt;
    const discussed = lastOf(kept, 'DISCUSSED');
    const evaluation = await this.catalog.judge(tx, { instanceId, variables, wasHeard: heardAt !== undefined });
    const parameters = await this.catalog.parametersOf(tx, instanceId);
    const opinions = await this.opinions.ofCase(tx, instanceId);
    const latestOpinion = opinions.at(-1);
    return {
      ...proposalOf(variables),
      facts: factsOf(variables),
      catalog: evaluation.result,
      parameters: parameters.values,
      draftHash: draftTextOf(variables).sha256,
      reviewerIds: opinions.flatMap((opinion) => [opinion.reviewerId, ...(opinion.signature ? [opinion.signature.personId] : [])]),
      ...(latestOpinion && { latestOpinion }),
      ...(heardAt !== undefined && { heardAt }),
      ...(discussed && { discussed: { draftHash: discussed.sha256, at: discussed.frozenAt } }),
    };
  }
}
