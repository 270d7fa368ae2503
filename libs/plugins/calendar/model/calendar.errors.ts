import { defineErrors } from '@fashen/plugin-api';

/** Errors of the calendar. Each has a text in `i18n`. */
export const calendarErrors = defineErrors('calendar', {
  YEAR_MISSING: 'missing',
  VERSION_MISSING: 'missing',
  BUREAU_MISSING: 'unprocessable',
  DAY_MISFIT: 'unprocessable',
  PLAN_CHANGED: 'conflict',
});
