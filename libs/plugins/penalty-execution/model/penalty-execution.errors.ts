import { defineErrors } from '@fashen/plugin-api';

/** Every "no" after a decision: of collecting the fine, of going to court, of what is noted about disputes. */
export const penaltyExecutionErrors = defineErrors('penalty-execution', {
  RULE_UNREADABLE: 'unprocessable',
  PAYMENT_UNCLEAR: 'invalid',
  PAID_TOO_LITTLE: 'unprocessable',
  STILL_IN_TIME: 'unprocessable',
  CALENDAR_MISSING: 'unprocessable',
  DEMAND_UNCLEAR: 'invalid',
  DEMAND_TOO_SOON: 'unprocessable',
  DEMAND_RUNNING: 'unprocessable',
  REMEDY_OPEN: 'unprocessable',
  REMEDY_PENDING: 'unprocessable',
  DECISION_REVOKED: 'unprocessable',
  DECISION_STANDS: 'unprocessable',
  LATE_REASON_MISSING: 'unprocessable',
  APPLICATION_UNCLEAR: 'invalid',
  NOT_DECIDED: 'conflict',
  DAY_IN_FUTURE: 'unprocessable',
  DAY_TOO_EARLY: 'unprocessable',
  ALREADY_PENDING: 'conflict',
  REMEDY_MISSING: 'missing',
  ALREADY_DECIDED: 'conflict',
  NOTHING_TO_WITHDRAW: 'conflict',
});
