import type { WorkflowError } from '@fashen/plugin-api';
import { countPeriod, type Day, type OfficeDays } from '@fashen/plugins/calendar/model';
import type { Depth } from '@fashen/plugins/legal-review/model';
import { summaryErrors } from './summary.errors';
import type { LimitsAnswer, SummaryFacts, TermName, TermsAnswer } from './summary.schema';

/** Everything a decision on the spot is judged by. */
export interface SpotState {
  readonly facts: SummaryFacts;
  readonly limits: LimitsAnswer;
  readonly fine: number;
  /** How deep the catalog wants the case reviewed. */
  readonly depth: Depth;
}

type Check = (state: SpotState) => WorkflowError | undefined;

/** What only the ordinary procedure can settle comes first; then what officers can still put right on the spot. */
const CHECKS: readonly Check[] = [withinLimit, withoutReview, undisputed, ofAge, certificateShown, toldAndHeard, remedyText, handedOver];

/** Why officers may not decide on the spot; undefined when they may. */
export function spotRefusal(state: SpotState): WorkflowError | undefined {
  for (const check of CHECKS) {
    const refusal = check(state);
    if (refusal) return refusal;
  }
  return undefined;
}

function withinLimit({ limits, fine }: SpotState): WorkflowError | undefined {
  return limits.allowed ? undefined : summaryErrors.LIMIT({ fine, limit: limits.limit, article: limits.article });
}

/** What the bureau wants reviewed by its legal section is not decided on the spot. */
function withoutReview({ depth }: SpotState): WorkflowError | undefined {
  return depth === 'NONE' ? undefined : summaryErrors.REVIEW_NEEDED({ depth });
}

function undisputed({ facts }: SpotState): WorkflowError | undefined {
  if (facts.site.factsCertain !== true) return summaryErrors.FACTS_UNCERTAIN();
  return facts.telling.answer === 'DISPUTED' ? summaryErrors.FACTS_DISPUTED() : undefined;
}

function ofAge({ facts, limits }: SpotState): WorkflowError | undefined {
  const { age } = facts.party;
  return age !== undefined && age < limits.minorBelow ? summaryErrors.MINOR({ age, minorBelow: limits.minorBelow }) : undefined;
}

function certificateShown({ facts }: SpotState): WorkflowError | undefined {
  return facts.site.certificateShown === true ? undefined : summaryErrors.CERTIFICATE_NOT_SHOWN();
}

function toldAndHeard({ facts: { telling } }: SpotState): WorkflowError | undefined {
  if (telling.told !== true) return summaryErrors.NOT_TOLD();
  return telling.heard === true ? undefined : summaryErrors.NOT_HEARD();
}

/** A decision on the spot goes to reconsideration first; the text of an ordinary decision would lead the party to the wrong door. */
function remedyText({ facts, limits: { remedy, remedyArticle } }: SpotState): WorkflowError | undefined {
  return facts.decision.remedy === remedy ? undefined : summaryErrors.REMEDY_TEXT_WRONG({ needed: remedy, article: remedyArticle });
}

function handedOver({ facts: { decision } }: SpotState): WorkflowError | undefined {
  return decision.handedOn !== undefined && decision.handedMode !== undefined ? undefined : summaryErrors.NOT_HANDED();
}

/** Last day of a period after the decision; undefined where the calendar does not reach. The party's own period rolls on as the law says. */
export function lastDayOf(term: TermName, start: Day, terms: TermsAnswer, calendar: OfficeDays): Day | undefined {
  const { days, working } = terms[term];
  const kind = term === 'pay' ? 'party' : 'duty';
  return countPeriod({ start, count: days, unit: working ? 'workingDays' : 'days', kind }, calendar).due;
}
