import type { Tx } from './request-context';
import type { VisitCause } from './moves';
import type { NewSeat, TaskAssignment, TaskView } from './views';
import type { Json, JsonObject } from './workflow-event';

/** An activity of a running case that has just begun to wait, or is about to be left. */
export interface Activity<Extension = JsonObject> {
  readonly instanceId: string;
  readonly definitionId: string;
  readonly definitionKey: string;
  /** Element id in the model. */
  readonly nodeId: string;
  readonly nodeName: string;
  /** BPMN type, such as `bpmn:UserTask`. */
  readonly nodeType: string;
  /** Identity of this visit of the node; unique within the instance. */
  readonly executionId: string;
  /** The plugin's extension element on this node, as plain properties. */
  readonly extension: Extension;
  /** Case data as it stands now. A copy: change it by answering with output. */
  readonly variables: JsonObject;
  /** Set when the activity is a user task. */
  readonly taskId?: string;
  /** What brought the token here. */
  readonly cause: VisitCause;
}

/** How a user task begins to wait. With `seats` nobody holds the visit itself: each seat has a holder of its own. */
export interface WaitingTask extends TaskAssignment {
  readonly dueAt?: Date;
  readonly seats?: readonly NewSeat[];
}

/** What a behavior answers when an activity waits. */
export type Step =
  /** Stay waiting: a person, a timer or a message goes on. On a user task `task` says who holds it and until when, or who signs together. */
  | { readonly kind: 'wait'; readonly task?: WaitingTask }
  /** Leave the activity now; `output` is merged into the case data. */
  | { readonly kind: 'complete'; readonly output?: JsonObject }
  /** Throw a drawn BPMN error, caught by a boundary event or error event sub-process. */
  | { readonly kind: 'bpmnError'; readonly code: string; readonly message?: string }
  /** Do the work later, outside this transaction: a job of the given type completes the activity. */
  | { readonly kind: 'job'; readonly type: string; readonly payload: JsonObject };

/** What is about to complete an activity. */
export interface Completion {
  readonly output: JsonObject;
  /** Task outcome chosen by the person, when there is one. */
  readonly outcome?: Json;
  /** What the person has submitted, where the output is made of it and more; otherwise that is the output. */
  readonly submission?: JsonObject;
}

/** A part of a visit that is about to end as done. */
export interface EndingSeat {
  readonly task: TaskView;
  /** What the person decided or answered, as the operation wrote it. */
  readonly outcome?: Json;
  /** What the person has filled in, where each fills in the step for themselves. */
  readonly submission?: JsonObject;
}

/**
 * What a token does at an element that carries the plugin's extension. Asked between two runs of the engine,
 * inside the transaction: an ordinary asynchronous method that may read and write rows but nothing outside the process.
 * Several behaviors may meet on one node: they are asked in plugin order and the first answer other than `wait` counts.
 */
export interface ActivityBehavior<Extension = JsonObject> {
  /** The moddle type that switches this behavior on, such as `decision-rule:Binding`. */
  readonly extension: string;
  /** Called once when the activity begins to wait. */
  onWait?(tx: Tx, activity: Activity<Extension>): Promise<Step>;
  /** Called before anything completes the activity, whoever does it. Throwing refuses the completion. */
  onComplete?(tx: Tx, activity: Activity<Extension>, completion: Completion): Promise<void>;
  /**
   * Called before one person's part of a visit ends as done, whichever operation ends it. Throwing refuses it. The end of the visit itself
   * is asked with `onComplete` as ever.
   */
  onSeatEnd?(tx: Tx, activity: Activity<Extension>, seat: EndingSeat): Promise<void>;
  /** Called when the activity is left without being completed (boundary event, termination). */
  onCancel?(tx: Tx, activity: Activity<Extension>): Promise<void>;
}
