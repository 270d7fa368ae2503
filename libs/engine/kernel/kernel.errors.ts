import { defineErrors } from '@fashen/plugin-api';

/** Errors the kernel throws. The texts stand with those of the engine. */
export const kernelErrors = defineErrors('engine', {
  /** The model cannot run: `findings` says what and where. */
  MODEL_REFUSED: 'invalid',
  /** The act names a wait that does not exist (any more): `executionId`. */
  NOTHING_WAITS: 'conflict',
  /** A gateway or activity where no condition was true and no default is drawn: `nodeId`. */
  NO_FLOW_TAKEN: 'unprocessable',
  /** A timer without a usable date, duration or cycle: `nodeId`. */
  TIMER_INVALID: 'unprocessable',
  /** The collection of a multi-instance activity is no list, or its cardinality no whole number, or too many items: `nodeId`. */
  COLLECTION_INVALID: 'unprocessable',
  /** More node visits in one act than allowed: the model probably loops without waiting. `nodeId` is where it stopped. */
  BUDGET_EXCEEDED: 'unprocessable',
  /** Tokens wait at a join for others that cannot come, and nothing else goes on: `nodeId`. */
  JOIN_STUCK: 'unprocessable',
  /** A saved state of a format this release does not know: `version`. */
  STATE_UNKNOWN: 'unprocessable',
});
