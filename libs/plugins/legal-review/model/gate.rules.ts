import type { WorkflowError } from '@fashen/plugin-api';
import { countPeriod, dayOf, type OfficeDays } from '@fashen/plugins/calendar/model';
import type { CaseFacts } from './case-facts';
import type { DiscussionPurpose } from './case-gate';
import type { CatalogResult, PartyData, Proposal } from './catalog';
import { legalReviewErrors } from './legal-review.errors';
import { rangeRefusal } from './opinion.rules';
import type { ParameterValues } from './parameter-set';
import { type GivenOpinion, reviewRefusal } from './review-standing.rules';

/** Everything a decision is judged by, read under the lock of the case. Instants are milliseconds since the epoch. */
export interface DecisionState {
  readonly draft: Proposal;
  readonly party: PartyData;
  readonly facts: CaseFacts;
  /** The catalog as it stands now: the strictest of this draft and all before. */
  readonly catalog: CatalogResult;
  readonly parameters: ParameterValues;
  readonly draftHash: string;
  readonly latestOpinion?: GivenOpinion;
  readonly reviewerIds: readonly string[];
  /** When a hearing was last reported. */
  readonly heardAt?: number;
  /** The last draft the heads discussed, and when. */
  readonly discussed?: { readonly draftHash: string; readonly at: number };
}

/** Who decides, and when. */
export interface DecisionMoment {
  /** Absent when one only asks whether a decision is possible at all. */
  readonly signerId?: string;
  readonly now: number;
  readonly utcOffsetMinutes: number;
  readonly calendar: OfficeDays;
}

type Check = (state: DecisionState, moment: DecisionMoment) => WorkflowError | undefined;

/** In the order in which somebody would have to put things right. */
const CHECKS: readonly Check[] = [
  summaryLimit,
  (state) => rangeRefusal(state.draft),
  review,
  crimeTransfer,
  notice,
  hearing,
  rightsWindow,
  discussion,
  governmentApproval,
  signer,
];

/**
 * Why this case may not be decided now; undefined when it may. There is no rank, role or setting that skips a check.
 * A rejection is no decision in this sense and is always possible.
 */
export function decisionRefusal(state: DecisionState, moment: DecisionMoment): WorkflowError | undefined {
  for (const check of CHECKS) {
    const refusal = check(state, moment);
    if (refusal) return refusal;
  }
  return undefined;
}

/** What must be settled before the heads discuss imposing what is drafted. */
const BEFORE_DISCUSSION: readonly Check[] = [(state) => rangeRefusal(state.draft), review, notice, hearing, rightsWindow];

/** Why the heads may not discuss this case now; undefined when they may. */
export function discussionRefusal(state: DecisionState, moment: DecisionMoment, purpose: DiscussionPurpose): WorkflowError | undefined {
  if (purpose === 'NO_PENALTY') return noPenaltyRefusal(state);
  for (const check of BEFORE_DISCUSSION) {
    const refusal = check(state, moment);
    if (refusal) return refusal;
  }
  return undefined;
}

/** Imposing nothing is discussed on an opinion that asks for it, on this very draft, or on a review that passed. */
function noPenaltyRefusal(state: DecisionState): WorkflowError | undefined {
  const { latestOpinion, draftHash } = state;
  const isAsked = latestOpinion?.code === 'NO_PENALTY' && latestOpinion.signature?.agrees !== false;
  return isAsked && latestOpinion.draftHash === draftHash ? undefined : review(state);
}

/** Results that need no notice: nothing is imposed on the party. */
const WITHOUT_PENALTY = ['NO_PENALTY', 'NOT_ESTABLISHED', 'TRANSFER'];
const ON_THE_SPOT = ['WARNING', 'FINE'];

/** Something is imposed on the party, and not on the spot, where the party is told and heard orally. */
const needsNotice = ({ proposal, procedure }: Proposal): boolean => procedure !== 'SUMMARY' && !WITHOUT_PENALTY.includes(proposal ?? '');

/** On-the-spot penalties: warnings, and fines up to the figure of the law. */
function summaryLimit({ draft, party, parameters }: DecisionState): WorkflowError | undefined {
  if (draft.procedure !== 'SUMMARY') return undefined;
  const isOrganisation = party.type === 'ORGANISATION' || (party.type === 'SOLE_TRADER' && parameters.soleTraderAs === 'ORGANISATION');
  const limit = isOrganisation ? parameters.summaryOrgMax : parameters.summaryCitizenMax;
  const others = draft.kinds.filter((kind) => !ON_THE_SPOT.includes(kind));
  const isWithin = draft.fine <= limit && others.length === 0 && draft.gain === 0 && draft.goodsValue === 0;
  return isWithin ? undefined : legalReviewErrors.SUMMARY_LIMIT({ limit, fine: draft.fine, kinds: others });
}

function review({ latestOpinion, catalog, draftHash, heardAt }: DecisionState): WorkflowError | undefined {
  return reviewRefusal(latestOpinion, { depth: catalog.depth, draftHash, ...(heardAt !== undefined && { heardAt }) });
}

function crimeTransfer({ draft, facts }: DecisionState): WorkflowError | undefined {
  return draft.crimeSuspected && facts.transfer.closed !== true ? legalReviewErrors.CRIME_TRANSFER_PENDING() : undefined;
}

function notice({ draft, facts, catalog }: DecisionState): WorkflowError | undefined {
  if (!needsNotice(draft)) return undefined;
  const told = facts.notice;
  if (told.served !== true || told.servedOn === undefined) return legalReviewErrors.NOTICE_NOT_SERVED({ cause: 'NOT_SERVED' });
  const refusal = toldFine(draft, told.fine) ?? toldKinds(draft, told.kinds ?? draft.kinds);
  if (refusal) return refusal;
  return catalog.hearingRight !== 'NONE' && told.hearingRightTold !== true ? legalReviewErrors.HEARING_RIGHT_NOT_TOLD() : undefined;
}

/** The notice states the exact sum; a heavier one needs a new notice, a lighter one does not. */
function toldFine({ fine }: Proposal, told: number | undefined): WorkflowError | undefined {
  if (fine > 0 && told === undefined) return legalReviewErrors.NOTICE_RANGE_ONLY({ fine });
  return fine > (told ?? 0) ? legalReviewErrors.NOTICE_NOT_SERVED({ cause: 'HEAVIER', fine, told: told ?? 0 }) : undefined;
}

function toldKinds({ kinds }: Proposal, told: readonly string[]): WorkflowError | undefined {
  const untold = kinds.filter((kind) => !told.includes(kind));
  return untold.length > 0 ? legalReviewErrors.NOTICE_NOT_SERVED({ cause: 'KINDS', kinds: untold }) : undefined;
}

/** Asked for and neither held nor given up: the decision waits for the report. */
function hearing({ facts }: DecisionState): WorkflowError | undefined {
  const { result, reportedOn } = facts.hearing;
  const isRequested = facts.statement.kind === 'HEARING' || result !== undefined || facts.hearing.noticeServedOn !== undefined;
  if (!isRequested) return undefined;
  if (result === undefined) return legalReviewErrors.HEARING_PENDING({ cause: 'NOT_HELD' });
  return result === 'HELD' && reportedOn === undefined ? legalReviewErrors.HEARING_PENDING({ cause: 'NOT_REPORTED' }) : undefined;
}

/** The window ends with its last day; a written waiver closes it, silence does not. */
function rightsWindow(state: DecisionState, moment: DecisionMoment): WorkflowError | undefined {
  if (!needsNotice(state.draft) || isWaived(state.facts)) return undefined;
  const lastDay = lastDayOfWindow(state, moment.calendar);
  if (lastDay === undefined) return legalReviewErrors.CALENDAR_MISSING({ from: state.facts.notice.servedOn ?? '' });
  return dayOf(moment.now, moment.utcOffsetMinutes) > lastDay ? undefined : legalReviewErrors.RIGHTS_WINDOW_OPEN({ lastDay });
}

/** Given up for this notice: a waiver that answered an earlier one says nothing about what the party was told since. */
function isWaived({ statement, notice: { servedOn = '' } }: CaseFacts): boolean {
  return statement.kind === 'WAIVER' && statement.receivedOn !== undefined && statement.receivedOn >= servedOn;
}

/** The later of the day that was counted and the day that was entered; undefined when neither is known. */
export function lastDayOfWindow(
  { facts, parameters }: Pick<DecisionState, 'facts' | 'parameters'>,
  calendar: OfficeDays,
): string | undefined {
  const { servedOn = '', windowEndsOn = '' } = facts.notice;
  const window = { start: servedOn, count: parameters.rightsWindowDays, unit: 'workingDays', kind: 'party' } as const;
  const { due = '' } = servedOn === '' ? {} : countPeriod(window, calendar);
  const days = [windowEndsOn, due].filter((day) => day !== '').sort();
  return days.at(-1);
}

/** Heads discuss this very draft, after the hearing. */
function discussion({ catalog, parameters, facts, discussed, draftHash, heardAt }: DecisionState): WorkflowError | undefined {
  if (!catalog.collective) return undefined;
  const heads = new Set(facts.discussion.heads ?? []).size;
  if (!discussed || facts.discussion.conclusion === undefined) return legalReviewErrors.DISCUSSION_MISSING({ cause: 'NOT_HELD' });
  if (discussed.draftHash !== draftHash) return legalReviewErrors.DISCUSSION_MISSING({ cause: 'DRAFT_CHANGED' });
  if (heardAt !== undefined && discussed.at <= heardAt) return legalReviewErrors.DISCUSSION_MISSING({ cause: 'BEFORE_HEARING_REPORT' });
  if (facts.discussion.conclusion !== 'AGREE') return legalReviewErrors.DISCUSSION_MISSING({ cause: 'NOT_AGREED' });
  const { discussionMinHeads } = parameters;
  return heads < discussionMinHeads ? legalReviewErrors.DISCUSSION_TOO_FEW_HEADS({ heads, needed: discussionMinHeads }) : undefined;
}

function governmentApproval({ draft, facts }: DecisionState): WorkflowError | undefined {
  return draft.governmentApprovalRequired && facts.government.approved !== true
    ? legalReviewErrors.GOVERNMENT_APPROVAL_MISSING()
    : undefined;
}

/** Who investigated or reviewed the case does not decide it. */
function signer({ facts, reviewerIds }: DecisionState, { signerId }: DecisionMoment): WorkflowError | undefined {
  if (signerId === undefined) return undefined;
  const investigators = [facts.officers.lead, facts.officers.co];
  if (investigators.includes(signerId)) return legalReviewErrors.SIGNER_CONFLICT({ duty: 'investigate' });
  return reviewerIds.includes(signerId) ? legalReviewErrors.SIGNER_CONFLICT({ duty: 'review' }) : undefined;
}
