import type { WorkflowError } from '@fashen/plugin-api';
import type { CaseFacts } from './case-facts';
import { legalReviewErrors } from './legal-review.errors';
import type { ParameterValues } from './parameter-set';
import { type WorkingCalendar, workingDaysBetween } from './working-days.rules';

/** A hearing that was held changes what a review must know; one that ended because the party gave it up does not. */
export const wasHeld = (facts: CaseFacts): boolean => facts.hearing.result === 'HELD';

/**
 * Why this hearing may not be set for that day, or its report not be taken: the party was told too late. Full working days lie between
 * the notice and the hearing; they are counted where both days are known, and the number entered by the clerk may not be smaller either.
 */
export function hearingRefusal(facts: CaseFacts, parameters: ParameterValues, calendar: WorkingCalendar): WorkflowError | undefined {
  const { noticeServedOn, date, heldOn = date, clearWorkingDays, result } = facts.hearing;
  if (result !== undefined && !wasHeld(facts)) return undefined;
  const counted = noticeServedOn && heldOn ? workingDaysBetween(noticeServedOn, heldOn, calendar) : undefined;
  const found = Math.min(...[counted, clearWorkingDays].filter((days) => days !== undefined));
  const needed = parameters.hearingNoticeDays;
  return found >= needed && Number.isFinite(found)
    ? undefined
    : legalReviewErrors.HEARING_NOTICE_TOO_SHORT({ days: Number.isFinite(found) ? found : 0, needed });
}
