import { defineErrors } from '@fashen/plugin-api';

/** Every "no" of this plugin. */
export const deputyErrors = defineErrors('deputy', {
  /** Nobody has made the actor a deputy of this person: `principalId`. */
  NO_RULE: 'forbidden',
  /** The rule has ended, or its time is over. */
  RULE_ENDED: 'forbidden',
  /** The rule does not speak of this step: `step`. */
  OUT_OF_SCOPE: 'forbidden',
  /** A deputy does the principal's tasks and nothing else in his name. */
  NOT_THEIR_TASK: 'forbidden',
  /** A deputy neither hands on the principal's task nor asks others in his name: `step`. */
  MAY_NOT_HAND_ON: 'forbidden',
  STARTERS_DEPUTY: 'forbidden',
  ONE_PERSON_ONE_SEAT: 'forbidden',
  TWO_POSTS: 'forbidden',
  /** The task lies with a deputy until the rule ends: `step`, `deputy`. */
  MOVED: 'conflict',
  RULE_MISSING: 'missing',
  /** Only the principal and who manages deputies may do this. */
  NOT_YOUR_RULE: 'forbidden',
  SELF: 'unprocessable',
  TARGET_INACTIVE: 'conflict',
  PERIOD_INVALID: 'unprocessable',
  /** Somebody acts for this person at that time already: `deputy`. */
  RULE_OVERLAPS: 'conflict',
  /** The tasks cannot go to a deputy whose own lie with somebody else at that time: `deputy`, `other`. */
  DEPUTY_AWAY: 'conflict',
  /** `people` would stand in for each other in a ring. */
  CYCLE: 'conflict',
  ALREADY_ENDED: 'conflict',
  HAND_OVER_MISSING: 'missing',
  /** The entry is not open: `state`. */
  ITEM_SETTLED: 'conflict',
  /** Must be changed by hand where it stands. */
  BY_HAND: 'conflict',
  /** The case is stopped or has ended: `step`. */
  CASE_NOT_RUNNING: 'conflict',
  /** A deputy's rule needs a person, not a role. */
  NEEDS_PERSON: 'unprocessable',
});
