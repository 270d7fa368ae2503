import type { RequestContext } from '@fashen/plugin-api';

/** Makes sure that the signed-in person is still the one at the screen. Implemented by the account plugin. */
export abstract class StepUp {
  /**
   * Compares the password of the actor's account. Guessing here counts like guessing at the door and locks the same name.
   * Opens units of work of its own, so call it outside of one. Throws `account.PASSWORD_WRONG` or `account.TOO_MANY_ATTEMPTS`.
   */
  abstract requirePassword(context: RequestContext, attempt: { readonly password: string; readonly address: string }): Promise<void>;
  /**
   * The same by the signing PIN, which has failures and a lock of its own: a locked PIN leaves the password as it is.
   * Throws `account.PIN_WRONG`, also for a person without a PIN, or `account.PIN_LOCKED`.
   */
  abstract requirePin(context: RequestContext, attempt: { readonly pin: string; readonly address: string }): Promise<void>;
}
