import { defineErrors } from '@fashen/plugin-api';

/** Every "no" of the summary procedure. Whoever meets the first six goes on in the ordinary procedure. */
export const summaryErrors = defineErrors('summary', {
  LIMIT: 'unprocessable',
  REVIEW_NEEDED: 'unprocessable',
  FACTS_DISPUTED: 'unprocessable',
  FACTS_UNCERTAIN: 'unprocessable',
  MINOR: 'unprocessable',
  CALLED: 'unprocessable',
  NOT_TOLD: 'unprocessable',
  NOT_HEARD: 'unprocessable',
  CERTIFICATE_NOT_SHOWN: 'unprocessable',
  REMEDY_TEXT_WRONG: 'unprocessable',
  NOT_HANDED: 'unprocessable',
  RULE_UNREADABLE: 'unprocessable',
});
