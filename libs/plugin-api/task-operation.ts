import type { Tx } from './request-context';
import type { TaskView } from './views';
import type { JsonObject } from './workflow-event';

/** What a person may do with a task besides submitting it, and what stands against it. */
export interface OperationOffer {
  /** `<plugin>.<operation>`, such as `approval.transfer`. Joins the server's operation with its button and dialog in the browser. */
  readonly id: string;
  /** Error code that says why it cannot be done now, though people would expect it here; absent when it can. */
  readonly reason?: string;
  /** Gaps of the text of `reason`, or what the dialog needs to know. */
  readonly params?: JsonObject;
}

/**
 * Says whether an operation of a plugin is offered on a task. The browser draws what is offered; the operation itself checks everything anew
 * under the lock of the case.
 */
export interface TaskOperation {
  /** Asked with the task as it stands, open or ended. `undefined`: nobody would look for it here. */
  offer(tx: Tx, task: TaskView): Promise<OperationOffer | undefined>;
}

/** Everything that is offered on a task. Implemented by the engine from the tables of all plugins, in plugin order. */
export abstract class TaskOperations {
  abstract offers(tx: Tx, task: TaskView): Promise<readonly OperationOffer[]>;
}
