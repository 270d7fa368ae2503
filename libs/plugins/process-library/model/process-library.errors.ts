import { defineErrors } from '@fashen/plugin-api';

/** Every "no" of this plugin. */
export const processLibraryErrors = defineErrors('process-library', {
  PROCESS_MISSING: 'missing',
  DRAFT_MISSING: 'missing',
  /** The drawing names another process than the address. */
  KEY_MISMATCH: 'invalid',
  /** Four eyes: what is published must be a draft that somebody saved. */
  DRAFT_NOT_SAVED: 'conflict',
  /** Four eyes: who saved the draft last must not publish it. */
  SECOND_PERSON_NEEDED: 'forbidden',
});
