import { defineErrors } from '@fashen/plugin-api';

/** Every "no" of this plugin. */
export const caseFileErrors = defineErrors('case-file', {
  /** No such case, or one the person may not see: for them it does not exist. */
  CASE_MISSING: 'missing',
  /** The person may read the case but has no part in it. */
  NOT_TAKING_PART: 'forbidden',
  /** The process is a part of other cases; nobody starts it by itself. */
  CALLED_ONLY: 'unprocessable',
  /** The drawing does not say by which process the case goes on. */
  SUCCESSOR_UNKNOWN: 'unprocessable',
});
