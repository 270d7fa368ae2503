import type { Trail } from './views';
import type { JsonObject } from './workflow-event';

/*
 * A drawing tried before it is published: what the port `TryOuts` takes and answers.
 */

/** Where an act happens: at a node, and where several wait there at which of them, counted from 0, the oldest first. */
export interface TryOutPlace {
  readonly nodeId: string;
  readonly at?: number;
}

/** One act in a try-out. `complete` ends tasks and automatic steps, and says what a called process gave back. */
export type TryOutAct =
  | (TryOutPlace & { readonly kind: 'complete'; readonly output?: JsonObject })
  | (TryOutPlace & { readonly kind: 'timer' })
  | (TryOutPlace & { readonly kind: 'message'; readonly output?: JsonObject })
  | (TryOutPlace & { readonly kind: 'bpmnError'; readonly code: string });

/** A drawing and everything that has been done to it so far. There is no other memory of a try-out. */
export interface TryOutRequest {
  readonly xml: string;
  /** Case data at the start. */
  readonly data?: JsonObject;
  /** Message or timer start; default the plain start, or the first one drawn when there is no plain one. */
  readonly startEventId?: string;
  readonly acts: readonly TryOutAct[];
  /** When the try-out begins. Timers that are told to be due move it on. */
  readonly now: Date;
}

/** Something the tried case waits for. */
export interface TryOutWait extends Required<TryOutPlace> {
  readonly name: string;
  /** BPMN type, such as `bpmn:UserTask`. */
  readonly type: string;
  readonly kind: 'task' | 'work' | 'message' | 'timer' | 'call';
  /** The activity a boundary event sits on. */
  readonly attachedToId?: string;
  /** Position in a multi-instance activity, from 0. */
  readonly index?: number;
  readonly dueAt?: Date;
  readonly messageName?: string;
  /** Call activity: key of the process that a case would start. */
  readonly calledElement?: string;
  /** FEEL conditions that are evaluated as soon as this is over, so that a person knows which data they ask for. */
  readonly conditions: readonly string[];
  /** Codes of drawn errors that are caught at this step. */
  readonly errorCodes: readonly string[];
  /** Extension elements of the step by moddle type. */
  readonly extensions: Readonly<Record<string, JsonObject>>;
}

/** Why bpmn-engine may do something else than a case: an element it treats in another way, or a limit. */
export interface TryOutDifference {
  readonly reason:
    | 'eventSubProcess'
    | 'triggeredStart'
    | 'itemSubProcess'
    | 'accompanyingMessage'
    | 'completionCondition'
    | 'severalTokens'
    | 'outOfBudget'
    | 'failed';
  readonly elementId?: string;
}

/**
 * Whether bpmn-engine, which runs the same acts on its own, came to the same waits, data and end. `different` since the act with number
 * `afterAct` (0 is the start); `unchecked` when it could not go on. What a case will do is what the try-out shows, either way.
 */
export type TryOutAgreement =
  | { readonly kind: 'same' }
  | {
      readonly kind: 'different';
      readonly afterAct: number;
      /** Waits of the case and of bpmn-engine, nodes with `[index]` in multi-instance activities. */
      readonly ours: readonly string[];
      readonly theirs: readonly string[];
      readonly because: readonly TryOutDifference[];
    }
  | { readonly kind: 'unchecked'; readonly afterAct: number; readonly because: readonly TryOutDifference[] };

/** How a tried case ended. */
export interface TryOutEnd {
  readonly status: 'COMPLETED' | 'FAILED' | 'TERMINATED';
  readonly nodeId?: string;
  readonly name?: string;
  /** Code of the error nobody caught. */
  readonly errorCode?: string;
}

/** Where a drawing stands after the acts. */
export interface TryOut {
  readonly waiting: readonly TryOutWait[];
  /** The way so far, for painting the diagram. */
  readonly trail: Trail;
  readonly data: JsonObject;
  readonly ended?: TryOutEnd;
  readonly agreement: TryOutAgreement;
  /** Names of the elements the agreement speaks of, by id; without those that have none. */
  readonly names: Readonly<Record<string, string>>;
}
