import { defineErrors } from '@fashen/plugin-api';

/** Every "no" of a collective discussion. Whether the case is ready for one is refused with `legal-review.*`. */
export const discussionErrors = defineErrors('discussion', {
  MEETING_UNCLEAR: 'invalid',
  VIEW_UNCLEAR: 'invalid',
  NOT_A_HEAD: 'unprocessable',
  HEAD_UNACCOUNTED: 'unprocessable',
  RECUSED: 'unprocessable',
  REASON_MISSING: 'unprocessable',
  PRESIDING_ABSENT: 'unprocessable',
  BELOW_QUORUM: 'unprocessable',
  QUORUM_UNREADABLE: 'unprocessable',
  MEETING_MISSING: 'unprocessable',
  VIEWS_MISSING: 'unprocessable',
  SIGNATURES_MISSING: 'unprocessable',
  ALREADY_SPOKEN: 'conflict',
  NOT_AT_THE_MEETING: 'forbidden',
  DRAFT_CHANGED: 'conflict',
});
