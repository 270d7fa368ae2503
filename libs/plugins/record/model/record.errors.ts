import { defineErrors } from '@fashen/plugin-api';

/** Every "no" of this plugin. */
export const recordErrors = defineErrors('record', {
  /** A text holds half a character (a lone surrogate); it could not be stored and read back byte for byte. */
  TEXT_NOT_UNICODE: 'unprocessable',
});
