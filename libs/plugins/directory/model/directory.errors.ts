import { defineErrors } from '@fashen/plugin-api';

/** Errors of the directory. */
export const directoryErrors = defineErrors('directory', {
  PERSON_MISSING: 'missing',
  UNIT_MISSING: 'missing',
  PERSON_EXISTS: 'conflict',
  UNIT_EXISTS: 'conflict',
  /** Nobody gives oneself roles, posts, a unit or certificates: another administrator does. */
  OWN_STANDING: 'forbidden',
});
