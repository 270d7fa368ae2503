import { defineErrors } from '@fashen/plugin-api';

/** Every "no" of this plugin. Codes in capitals as legal staff know them; `params` say what to do. */
export const legalReviewErrors = defineErrors('legal-review', {
  // decision
  REVIEW_REQUIRED: 'unprocessable',
  REVIEW_NOT_PASSED: 'unprocessable',
  REVIEW_STALE: 'unprocessable',
  NOTICE_NOT_SERVED: 'unprocessable',
  NOTICE_RANGE_ONLY: 'unprocessable',
  HEARING_RIGHT_NOT_TOLD: 'unprocessable',
  RIGHTS_WINDOW_OPEN: 'unprocessable',
  HEARING_PENDING: 'unprocessable',
  HEARING_NOTICE_TOO_SHORT: 'unprocessable',
  HEARING_REQUEST_LATE: 'unprocessable',
  HEARING_REQUEST_IN_TIME: 'unprocessable',
  HEARING_REQUEST_UNCLEAR: 'invalid',
  DISCUSSION_MISSING: 'unprocessable',
  DISCUSSION_TOO_FEW_HEADS: 'unprocessable',
  SUMMARY_LIMIT: 'unprocessable',
  AMOUNT_OUT_OF_RANGE: 'unprocessable',
  GOVERNMENT_APPROVAL_MISSING: 'unprocessable',
  CRIME_TRANSFER_PENDING: 'unprocessable',
  CALENDAR_MISSING: 'unprocessable',
  SIGNER_CONFLICT: 'forbidden',
  DECISION_UNCLEAR: 'invalid',
  DECISION_IN_CALLED_PROCESS: 'unprocessable',
  // opinion, signature, dispute
  NOT_APPLICABLE: 'unprocessable',
  NOT_A_REVIEW_TASK: 'invalid',
  NOT_A_SIGNATURE_TASK: 'invalid',
  NOT_A_DECISION_TASK: 'invalid',
  OPINION_MISSING: 'unprocessable',
  SIGNATURE_MISSING: 'unprocessable',
  CHECKLIST_INCOMPLETE: 'unprocessable',
  CHECKLIST_CONTRADICTS: 'unprocessable',
  CHECKLIST_UNKNOWN_ITEM: 'invalid',
  REVIEWER_CONFLICT: 'forbidden',
  DRAFT_CHANGED: 'conflict',
  DRAFT_UNREADABLE: 'unprocessable',
  PENALTY_KIND_MISSING: 'unprocessable',
  FINE_AMOUNT_MISSING: 'unprocessable',
  FINE_KIND_MISSING: 'unprocessable',
  NOTHING_TO_SIGN: 'unprocessable',
  NOTHING_TO_DISPUTE: 'unprocessable',
  DISPUTED_ALREADY: 'conflict',
  DISPUTE_TOO_LATE: 'unprocessable',
  // parameter sets
  PARAMETERS_MISSING: 'missing',
  PARAMETERS_CODE_INVALID: 'invalid',
  // catalog
  /** A published decision answers in a shape that is none of a catalog; `decision` says which. */
  CATALOG_UNREADABLE: 'unprocessable',
});
