import { defineErrors } from '@fashen/plugin-api';

/** Errors of the border itself. */
export const apiErrors = defineErrors('api', {
  INPUT_INVALID: 'invalid',
  BODY_UNREADABLE: 'invalid',
  BODY_REFUSED: 'invalid',
  KEY_INVALID: 'invalid',
  NOT_SIGNED_IN: 'unauthenticated',
  FORBIDDEN: 'forbidden',
  CSRF_REFUSED: 'forbidden',
  ORIGIN_REFUSED: 'forbidden',
  NOT_FOUND: 'missing',
  TOO_LARGE: 'invalid',
  REQUEST_REFUSED: 'invalid',
  STOPPING: 'busy',
  INTERNAL: 'busy',
});
