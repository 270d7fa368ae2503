import { type JsonObject, mergePatch, type WorkflowError } from '@fashen/plugin-api';
import { type OfficeDays, workingDaysBetween } from '@fashen/plugins/calendar/model';
import { type CaseFacts, factsOf } from './case-facts';
import { legalReviewErrors } from './legal-review.errors';
import type { ParameterValues } from './parameter-set';

/** A hearing that was held changes what a review must know; one that ended because the party gave it up does not. */
export const wasHeld = (facts: CaseFacts): boolean => facts.hearing.result === 'HELD';

/**
 * The facts of a hearing after a step with this output. One that is fixed anew, after a new notice say, has not been held:
 * day and result of the one before it no longer speak.
 */
export function hearingFactsAfter(variables: JsonObject, output: JsonObject): CaseFacts {
  const facts = factsOf(mergePatch(variables, output));
  const told = factsOf(output).hearing;
  if (told.date === undefined || told.heldOn !== undefined || told.result !== undefined) return facts;
  const { heldOn: _heldOn, result: _result, reportedOn: _reportedOn, ...hearing } = facts.hearing;
  return { ...facts, hearing };
}

/** True when the case data says when a hearing is to be, or was, held. */
export function isFixed({ hearing }: CaseFacts): boolean {
  return (
    hearing.result !== 'ENDED_BY_WAIVER' && [hearing.heldOn, hearing.date, hearing.clearWorkingDays].some((fact) => fact !== undefined)
  );
}

/**
 * Why a hearing may not be fixed for, or reported as held on, its day: the party was told too late. Full working days lie between the notice
 * and the hearing; they are counted where both days and the calendar are known, and the number entered by the clerk may not be smaller either.
 */
export function hearingRefusal(facts: CaseFacts, parameters: ParameterValues, calendar: OfficeDays): WorkflowError | undefined {
  if (!isFixed(facts)) return undefined;
  const { noticeServedOn, heldOn, date, clearWorkingDays } = facts.hearing;
  const day = heldOn ?? date;
  const counted = noticeServedOn && day ? workingDaysBetween(noticeServedOn, day, calendar) : 0;
  const days = smallest([counted, clearWorkingDays]);
  if (days === undefined) return legalReviewErrors.CALENDAR_MISSING({ from: noticeServedOn ?? '' });
  const needed = parameters.hearingNoticeDays;
  return days < needed ? legalReviewErrors.HEARING_NOTICE_TOO_SHORT({ days, needed }) : undefined;
}

function smallest(numbers: readonly (number | undefined)[]): number | undefined {
  const known = numbers.filter((one) => one !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
