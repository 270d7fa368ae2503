import { defineErrors } from '@fashen/plugin-api';

/** Errors of notes. Each has a text in `i18n`. */
export const sampleNoteErrors = defineErrors('sample-note', {
  NOTE_EMPTY: 'unprocessable',
  NOTE_TOO_LONG: 'unprocessable',
});
