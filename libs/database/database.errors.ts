import { defineErrors } from '@fashen/plugin-api';

/** What a unit of work may refuse. The texts are in the engine's `i18n`. */
export const databaseErrors = defineErrors('engine', {
  /** The key was used before with another request. */
  IDEMPOTENCY_MISMATCH: 'unprocessable',
  /** A key is 1 to 100 visible ASCII characters. */
  IDEMPOTENCY_KEY_INVALID: 'invalid',
  /** The connection broke while committing and there was no key to look the outcome up with. */
  UNKNOWN_OUTCOME: 'busy',
  /** Every attempt met a deadlock, a lock or a lost connection. */
  DATABASE_BUSY: 'busy',
});

/**
 * Thrown inside a unit to have the whole unit rolled back and run again, for example when a row moved on since it was read.
 * After the last attempt the caller gets `engine.DATABASE_BUSY`.
 */
export class RetryUnitError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'RetryUnitError';
  }
}
