import { defineErrors } from '@fashen/plugin-api';

/** Every "no" of this plugin. */
export const approvalErrors = defineErrors('approval', {
  CASE_SUSPENDED: 'locked',
  CASE_ENDED: 'conflict',
  /** Somebody was faster, or the node was decided; `byName` and `at` say who and when. */
  TASK_ENDED: 'conflict',
  /** The task has changed since the caller read it. */
  STALE: 'conflict',
  NOT_YOUR_TASK: 'forbidden',
  /** The actor is a candidate and has to take the task first. */
  CLAIM_FIRST: 'conflict',
  /** The holder waits for others whom he has asked. */
  WAITS_FOR_OTHERS: 'conflict',
  /** The drawing does not allow the operation on this step. */
  NOT_ALLOWED_HERE: 'forbidden',
  /** The operation does not fit this kind of task. */
  NOT_FOR_THIS_TASK: 'conflict',
  /** The step has a form of its own; only its holder can fill it in. */
  HAS_OWN_FORM: 'conflict',
  TARGET_INACTIVE: 'conflict',
  TARGET_IS_ACTOR: 'conflict',
  DUPLICATE_SIGNER: 'conflict',
  /** One person, one seat: also when acting for another. */
  ONE_PERSON_ONE_SEAT: 'conflict',
  /** Who was asked does not ask further people. */
  TOO_DEEP: 'conflict',
  /** Advice is given back by answering, not by transferring it to who asked. */
  BACK_TO_OWNER: 'conflict',
  OPINION_REQUIRED: 'unprocessable',
  DUE_OVER: 'unprocessable',
  DUE_TOO_LATE: 'unprocessable',
  MAY_NOT_REMOVE: 'forbidden',
  SEAT_MISSING: 'missing',
  /** A decided seat stays. */
  SEAT_DECIDED: 'conflict',
  LAST_SEAT: 'conflict',
  NOTHING_TO_REVOKE: 'conflict',
  /** Only people who have worked on the case can be asked to rework. */
  NOT_OF_THIS_CASE: 'unprocessable',
  /** The vote cannot be taken back: the next signer has already decided, or others have signed after. */
  VOTED_AFTER: 'conflict',
  NO_VOTE: 'conflict',
  /** The signers have not decided yet. */
  NOT_DECIDED: 'conflict',
});
