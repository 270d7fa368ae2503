import { defineErrors } from '@fashen/plugin-api';

/** Every "no" of this plugin. Person names stand in `person`, ids in `personId`. */
export const assignmentErrors = defineErrors('assignment', {
  /** Somebody was faster; `byName` and `at` say who and when. */
  ALREADY_CLAIMED: 'conflict',
  NOT_A_CANDIDATE: 'forbidden',
  /** Only the holder can put a task back. */
  NOT_THE_HOLDER: 'forbidden',
  /** The task was given to this person by name, there is no queue to put it back to. */
  NOT_RELEASABLE: 'conflict',
  /** The person to receive a task has left or is locked. */
  TARGET_INACTIVE: 'conflict',
  /** The drawing gives this duty to a role, post or unit the person does not belong to. */
  ROLE_MISSING: 'forbidden',
  /** Operators hand tasks to others; they do not do them. */
  HAND_ON_ONLY: 'forbidden',
  /** The expression that names the performers answered something that names nobody, such as a number. */
  EXPRESSION_NAMES_NOBODY: 'unprocessable',
  /** The drawing keeps this step from whoever started the case. */
  STARTER_EXCLUDED: 'forbidden',
  /** Nobody may do the next step, and the model says to stop here. */
  NOBODY_TO_ASSIGN: 'unprocessable',
  /** The model names steps whose performers may not do this one. */
  PERFORMER_EXCLUDED: 'forbidden',
  SAME_PERSON: 'forbidden',
  REVIEWER_CONFLICT: 'forbidden',
  DECIDER_CONFLICT: 'forbidden',
  CHAIR_CONFLICT: 'forbidden',
  HANDLER_CONFLICT: 'forbidden',
  REVIEWER_UNQUALIFIED: 'forbidden',
  LESS_THAN_TWO_OFFICERS: 'unprocessable',
  /** An officer holds no enforcement certificate that was valid on `date`. */
  OFFICER_INVALID: 'unprocessable',
});
