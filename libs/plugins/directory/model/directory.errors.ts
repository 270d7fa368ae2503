import { defineErrors } from '@fashen/plugin-api';

/** Errors of the directory. */
export const directoryErrors = defineErrors('directory', {
  PERSON_MISSING: 'missing',
  UNIT_MISSING: 'missing',
  PERSON_EXISTS: 'conflict',
  UNIT_EXISTS: 'conflict',
});
