import type { InstanceView, JsonObject, TaskView, Tx } from '@fashen/plugin-api';

/** The answers of one person. */
export interface PartSubmission {
  readonly data: JsonObject;
  /** Version of the task in which the person saw it. */
  readonly expectedVersion?: number;
}

/** Steps at which several people fill in one form, each for themselves. Implemented by the `approval` plugin, which keeps their seats. */
export abstract class SharedForms {
  /**
   * Takes the answers of one person's part, and ends the step with the last of them. Undefined where the step is filled in by one person:
   * then nothing has happened.
   */
  abstract submit(tx: Tx, task: TaskView, submission: PartSubmission): Promise<InstanceView | undefined>;
}
