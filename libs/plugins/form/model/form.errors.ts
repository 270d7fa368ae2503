import { defineErrors } from '@fashen/plugin-api';

/** Errors of forms. */
export const formErrors = defineErrors('form', {
  /** The answers do not fit the form; `problems` lists field, code and parameters. */
  INVALID: 'unprocessable',
  /** No version of the form was published when the task was made. */
  FORM_MISSING: 'missing',
  /** The schema may not be published; `findings` says why. */
  SCHEMA_REFUSED: 'invalid',
});
