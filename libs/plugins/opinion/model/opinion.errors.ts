import { defineErrors } from '@fashen/plugin-api';

/** Every "no" of this plugin. */
export const opinionErrors = defineErrors('opinion', {
  /** The step asks for an opinion and there is none. */
  REQUIRED: 'unprocessable',
  /** The opinion has fewer than `min` characters. */
  TOO_SHORT: 'unprocessable',
  /** The opinion says nothing but `phrase`, which this step does not accept. */
  BARE_PHRASE: 'unprocessable',
  /** The step asks for a signature and there is none by this person. `content` is what to sign, `hash` its digest, `means` by what; then the act is sent again. */
  SIGNATURE_REQUIRED: 'unprocessable',
  /** What was signed is not what is submitted now, which stands in `content`. */
  SIGNATURE_STALE: 'conflict',
  /** This step, or the bureau, takes no signature by this means; `means` are those it takes. */
  SIGNATURE_MEANS_REFUSED: 'unprocessable',
  /** The step asks for no opinion. */
  NO_POLICY: 'conflict',
  /** Only the holder writes a draft. */
  NOT_THE_HOLDER: 'forbidden',
  /** The task changed after the draft was begun; `rowVersion` is its present version. */
  DRAFT_STALE: 'conflict',
  /**
   * Another window of the same person saved this `part` of the draft (`opinion` or `form`) at `savedAt`; its revision is `revision`. What
   * it says is read, not told here: a refusal may be logged, a draft may not.
   */
  DRAFT_ELSEWHERE: 'conflict',
  OPINION_MISSING: 'missing',
  /** Only the author corrects an opinion, with a new one. */
  NOT_THE_AUTHOR: 'forbidden',
  PHRASE_MISSING: 'missing',
  NOT_YOUR_PHRASE: 'forbidden',
  SIGNATURE_MISSING: 'missing',
});
