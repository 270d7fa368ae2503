import { defineErrors } from '@fashen/plugin-api';

/** Every "no" of this plugin. */
export const circulateErrors = defineErrors('circulate', {
  /** Only the starter, earlier handlers and those with the permission may urge. */
  NOT_ALLOWED_TO_URGE: 'forbidden',
  /** The task is one's own. */
  OWN_TASK: 'conflict',
  /** The task has ended; there is nobody to urge. */
  TASK_CLOSED: 'conflict',
  /** The task was urged a short while ago; `at` says from when on it may be urged again. */
  URGED_TOO_SOON: 'tooMany',
  /** The task was urged as often today as the setting allows. */
  URGED_TOO_OFTEN: 'tooMany',
  /** Nobody is urged between `from` and `until`. */
  QUIET_HOURS: 'tooMany',
  /** A copy went to a person who has left or is locked. */
  TARGET_INACTIVE: 'conflict',
  /** Neither a person nor a role with anybody in it was named. */
  NOBODY_NAMED: 'unprocessable',
  TOO_MANY_READERS: 'unprocessable',
  /** No such copy, or one of a case the person may not see. */
  COPY_MISSING: 'missing',
  /** Only what one has sent oneself can be taken back. */
  NOT_THE_SENDER: 'forbidden',
  ALREADY_READ: 'conflict',
  /** The case was not circulated to this person, or only as a copy without comments. */
  NOT_A_READER: 'forbidden',
  /** The key of a page is none of ours. */
  PAGE_KEY_INVALID: 'invalid',
});
