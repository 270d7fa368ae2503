import { defineErrors } from '@fashen/plugin-api';

/** Errors of attachments. `MISSING` is also the answer for a file of a case one may not see. */
export const attachmentErrors = defineErrors('attachment', {
  MISSING: 'missing',
  NO_FILE: 'invalid',
  NAME_REFUSED: 'invalid',
  EMPTY: 'unprocessable',
  TOO_LARGE: 'unprocessable',
  TOO_MANY: 'unprocessable',
  CASE_FULL: 'unprocessable',
  CASE_CLOSED: 'conflict',
  TYPE_REFUSED: 'unprocessable',
  TYPE_MISMATCH: 'unprocessable',
  ACTIVE_CONTENT: 'unprocessable',
  ARCHIVE_REFUSED: 'unprocessable',
});
