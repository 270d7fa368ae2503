import { defineErrors } from '@fashen/plugin-api';

/** Errors of deadlines. Each has a text in `i18n`. */
export const deadlineErrors = defineErrors('deadline', {
  PERIOD_MISSING: 'missing',
  CLOCK_MISSING: 'missing',
  REQUEST_MISSING: 'missing',
  CASE_SUSPENDED: 'locked',
  PERIODS_CHANGED: 'conflict',
  NOT_RUNNING: 'conflict',
  NOT_HELD: 'conflict',
  NO_SUPPLEMENT: 'conflict',
  TOO_LATE: 'conflict',
  ASKED_ALREADY: 'conflict',
  NO_EXTENSION: 'unprocessable',
  TOO_LONG: 'unprocessable',
  NOT_ALLOWED: 'forbidden',
  OWN_REQUEST: 'forbidden',
  CLOCK_ONLY: 'forbidden',
});
