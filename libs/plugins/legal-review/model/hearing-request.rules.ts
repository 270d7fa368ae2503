import type { WorkflowError } from '@fashen/plugin-api';
import type { OfficeDays } from '@fashen/plugins/calendar/model';
import { isPostedInTime } from '@fashen/plugins/calendar/model';
import type { CaseFacts } from './case-facts';
import { lastDayOfWindow } from './gate.rules';
import { legalReviewErrors } from './legal-review.errors';
import type { ParameterValues } from './parameter-set';

/** A request for a hearing and what was done with it. */
export interface HearingRequest {
  readonly receivedOn?: string | undefined;
  /** When it was posted, where it came by post. */
  readonly postedOn?: string | undefined;
  readonly accepted?: boolean | undefined;
}

/**
 * Why a request may not be answered so: one that came after the last full day of the window is rejected, one that came in time is not. A
 * request posted before the end is in time whenever it arrives.
 */
export function hearingRequestRefusal(
  request: HearingRequest,
  { facts, parameters }: { readonly facts: CaseFacts; readonly parameters: ParameterValues },
  calendar: OfficeDays,
): WorkflowError | undefined {
  const { receivedOn, postedOn, accepted } = request;
  if (receivedOn === undefined || accepted === undefined) return legalReviewErrors.HEARING_REQUEST_UNCLEAR();
  const lastDay = lastDayOfWindow({ facts, parameters }, calendar);
  if (lastDay === undefined) return legalReviewErrors.CALENDAR_MISSING({ from: facts.notice.servedOn ?? '' });
  const isInTime = receivedOn <= lastDay || (postedOn !== undefined && isPostedInTime(postedOn, lastDay));
  if (isInTime === accepted) return undefined;
  return accepted
    ? legalReviewErrors.HEARING_REQUEST_LATE({ receivedOn, lastDay })
    : legalReviewErrors.HEARING_REQUEST_IN_TIME({ receivedOn, lastDay });
}
