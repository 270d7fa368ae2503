import { defineErrors } from '@fashen/plugin-api';

/** Errors of the control of cases. Each has a text in `i18n`. */
export const caseControlErrors = defineErrors('case-control', {
  REQUEST_MISSING: 'missing',
  REQUEST_CLOSED: 'conflict',
  NOT_NOW: 'conflict',
  ALREADY_REQUESTED: 'conflict',
  SECOND_PERSON_NEEDED: 'forbidden',
  MIGRATION_MISSING: 'missing',
  VERSION_MISSING: 'missing',
  MIGRATION_BUSY: 'conflict',
  NOT_CHECKED: 'conflict',
  NOTHING_FAILED: 'conflict',
  MIGRATION_DONE: 'conflict',
  NODE_UNKNOWN: 'unprocessable',
  SAME_VERSION: 'unprocessable',
  MIGRATION_FAILED: 'unprocessable',
  MIXED_STEPS: 'unprocessable',
  BATCH_NOT_ALLOWED: 'unprocessable',
  /** The step is signed, and whoever signs looks at each case. */
  SIGNED_ALONE: 'unprocessable',
  NOT_SEEN: 'conflict',
});
