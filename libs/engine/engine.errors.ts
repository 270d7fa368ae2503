import { defineErrors } from '@fashen/plugin-api';

/** What the engine refuses. The kernel and the database add theirs under the same prefix; all texts are in `i18n`. */
export const engineErrors = defineErrors('engine', {
  /** The actor neither holds the task nor is a candidate for it: `taskId`. */
  NOT_YOUR_TASK: 'forbidden',
  /** Somebody was quicker: `by`, `byName`, `at` (ISO 8601), `state`. */
  TASK_ENDED: 'conflict',
  TASK_MISSING: 'missing',
  /** The task is one person's part of a step: it is ended by its own operations. `taskId`, `kind`. */
  NOT_A_VISIT: 'unprocessable',
  /** Others are asked first: `mark` says whom. */
  WAITS_FOR_OTHERS: 'conflict',
  INSTANCE_MISSING: 'missing',
  DEFINITION_MISSING: 'missing',
  /** The caller has seen an older version: `expected`, `actual`. */
  STALE: 'conflict',
  INSTANCE_ENDED: 'conflict',
  INSTANCE_SUSPENDED: 'locked',
  /** The instance is not suspended: `instanceId`, `status`. */
  NOT_SUSPENDED: 'conflict',
  /** `findings` says what and where. */
  MODEL_REFUSED: 'invalid',
  /** No version of this key is published: `key`. */
  NO_SUCH_PROCESS: 'missing',
  /** The case number is in use: `businessKey`. */
  BUSINESS_KEY_TAKEN: 'conflict',
  /** The process cannot be started in this way: `key`. */
  NO_SUCH_START: 'unprocessable',
  /** The case cannot be led back there: what ended the step is no longer on its way. `nodeIds`. */
  NOT_REACHABLE: 'conflict',
  /** The case is older than moves: its course was not kept. */
  COURSE_MISSING: 'conflict',
  /** The case cannot go on in the other version: `problem`, `nodeId`, `nodeName`, `instead`. */
  NOT_MIGRATABLE: 'conflict',
  /** The version belongs to another process: `key`, `other`. */
  OTHER_PROCESS: 'unprocessable',
  /** Two operations of one unit would move the case. */
  MOVE_NESTED: 'conflict',
  BUDGET_EXCEEDED: 'unprocessable',
  NOTHING_WAITS: 'conflict',
  /** No element of the case waits for this message: `name`. */
  NOBODY_LISTENS: 'missing',
  /** Somebody saved another revision: `revision`, `by`. */
  DRAFT_CONFLICT: 'conflict',
  /** Nothing in the model or in a plugin says what to do at this element: `nodeId`. */
  NO_BEHAVIOR: 'unprocessable',
  JOB_MISSING: 'missing',
  /** Work during which the server ended as often as it may be tried. Kept as the error of the incident. */
  NODE_DIED: 'unprocessable',
  /** No plugin runs jobs of this type: `type`. */
  JOB_TYPE_UNKNOWN: 'unprocessable',
  /** A try-out is told of a step that does not wait: `nodeId`. */
  TRY_OUT_NOTHING_WAITS: 'unprocessable',
  /** A try-out has taken too much time: `seconds`. */
  TRY_OUT_TOO_LONG: 'unprocessable',
  /** The page key was not made by this list. */
  PAGE_KEY_INVALID: 'invalid',
});
