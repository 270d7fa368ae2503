import { defineErrors } from '@fashen/plugin-api';

/** Every "no" of this plugin. */
export const reworkErrors = defineErrors('rework', {
  /** The actor neither holds the task nor may claim it. */
  NOT_THE_HOLDER: 'forbidden',
  /** Somebody was faster: `byName`, `at`, `state`. */
  TASK_ENDED: 'conflict',
  /** The holder has asked others and waits for them: `mark`. */
  WAITS_FOR_OTHERS: 'conflict',
  /** The drawing does not let this step return the case. */
  RETURN_FORBIDDEN: 'forbidden',
  /** The signers decide together whether the case is returned. */
  RETURN_BY_VOTE: 'forbidden',
  /** This step has returned the case as often as it may: `maxRounds`. */
  ROUNDS_EXHAUSTED: 'conflict',
  /** Nothing was done before this step that the case could go back to: `step`. */
  NO_EARLIER_STEP: 'conflict',
  /** No such earlier step. */
  TARGET_UNKNOWN: 'missing',
  /** A step of another branch: its result is not what this one is made from. `step`. */
  OTHER_BRANCH: 'conflict',
  /** Work beside this branch would be lost, and the drawing does not allow that. `step`. */
  CROSSES_PARALLEL: 'conflict',
  AUTOMATIC: 'unprocessable',
  NOT_REACHABLE: 'conflict',
  /** The step was left out: nobody has done it. */
  SKIPPED: 'conflict',
  /** The drawing does not allow this choice after a join. */
  SCOPE_FORBIDDEN: 'unprocessable',
  /** The task was not returned. */
  NOT_RETURNED: 'conflict',
  /** Defects without an answer: `count`. */
  DEFECTS_UNANSWERED: 'unprocessable',
  /** An answer without words to a defect that was not corrected, or to no defect at all. */
  ANSWER_INCOMPLETE: 'unprocessable',
  /** The drawing decides elsewhere what follows when this step does not pass. */
  REJECTION_FORBIDDEN: 'unprocessable',
  TAKING_BACK_FORBIDDEN: 'forbidden',
  NOT_THE_LAST: 'conflict',
  /** The next step has been decided: `step`, `byName`, `at`. */
  SUCCESSOR_DECIDED: 'conflict',
  /** The next step has been opened, claimed or handed to others: `step`, `byName`, `at`. */
  SUCCESSOR_OPENED: 'conflict',
  /** Something has happened that cannot be undone: `step`. */
  EFFECT_SENT: 'conflict',
  /** Only whoever ended the task can take that back. */
  NOT_YOUR_ACT: 'forbidden',
  NOT_THE_STARTER: 'forbidden',
  WITHDRAWAL_FORBIDDEN: 'forbidden',
  ALREADY_DECIDED: 'conflict',
  ALREADY_OPENED: 'conflict',
  ALREADY_PAST: 'conflict',
  STATUTORY_DONE: 'conflict',
  /** A called process is not withdrawn by itself. */
  PART_OF_A_CASE: 'unprocessable',
  JUMP_TARGET_UNFIT: 'unprocessable',
  JUMP_SAME_STEP: 'unprocessable',
  JUMP_CROSSES_SPLIT: 'unprocessable',
  /** Steps the law demands would be left out: `names`. Never possible. */
  STATUTORY_SKIPPED: 'forbidden',
  /** What the step needs is not there: `names`. */
  DATA_MISSING: 'unprocessable',
  /** The person who proposed the jump cannot also agree to it. */
  SECOND_PERSON_NEEDED: 'forbidden',
  /** The step does not wait any more. */
  NOTHING_WAITS: 'conflict',
});
