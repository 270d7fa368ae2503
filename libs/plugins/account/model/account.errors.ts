import { defineErrors } from '@fashen/plugin-api';

/**
 * Errors of accounts. `LOGIN_REFUSED` is the one answer to unknown name, wrong password and disabled account, so that nobody learns
 * which names exist; `TOO_MANY_ATTEMPTS` comes for unknown names as well.
 */
export const accountErrors = defineErrors('account', {
  LOGIN_REFUSED: 'unauthenticated',
  TOO_MANY_ATTEMPTS: 'tooMany',
  BUSY: 'tooMany',
  PASSWORD_WRONG: 'unprocessable',
  PASSWORD_WEAK: 'unprocessable',
  PASSWORD_USED_BEFORE: 'unprocessable',
  /** The signing PIN is wrong, or the person has none: the answer is the same. `left` tries remain before it is locked. */
  PIN_WRONG: 'unprocessable',
  PIN_WEAK: 'unprocessable',
  /** Too many wrong PINs of this person; the password still works. */
  PIN_LOCKED: 'tooMany',
  ACCOUNT_MISSING: 'missing',
  NAME_TAKEN: 'conflict',
  OWN_ACCOUNT: 'conflict',
  SETUP_CLOSED: 'missing',
  SETUP_REFUSED: 'forbidden',
});
