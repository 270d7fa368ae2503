import { defineErrors } from '@fashen/plugin-api';

/** Errors of the directory. */
export const directoryErrors = defineErrors('directory', {
  PERSON_MISSING: 'missing',
  UNIT_MISSING: 'missing',
  PERSON_EXISTS: 'conflict',
  UNIT_EXISTS: 'conflict',
  /** A unit would stand above itself. */
  UNIT_RING: 'conflict',
  /** Who has left cannot lead a unit. */
  PERSON_LEFT: 'conflict',
  /** Nobody gives oneself roles, posts, a unit or certificates: another administrator does. */
  OWN_STANDING: 'forbidden',
});
