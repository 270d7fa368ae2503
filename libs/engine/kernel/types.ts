import type { CompiledExpression } from '@fashen/feel';
import type { JsonObject, Json } from '@fashen/plugin-api';

/*
 * What the token kernel reads and writes. A CompiledProcess is made once per definition version and never changes;
 * a KernelState is the saved position of one instance and holds no model content besides element ids.
 */

/** How the kernel treats a node. */
export type NodeKind =
  /** Completes by itself: none start, none end, none throw, abstract task, link events. */
  | 'pass'
  /** User and manual task. */
  | 'task'
  /** Service, send, business rule task, message throw and message end: a behavior or a job completes it. */
  | 'work'
  | 'message'
  | 'timer'
  | 'call'
  | 'exclusive'
  | 'parallel'
  | 'inclusive'
  | 'eventGateway'
  | 'subProcess'
  | 'errorEnd'
  | 'terminateEnd';

/** A timer as drawn: FEEL (text beginning with `=`) or an ISO 8601 literal. */
export interface CompiledTimer {
  readonly type: 'duration' | 'date' | 'cycle';
  readonly literal?: string;
  readonly expression?: CompiledExpression;
}

/** Multi-instance settings of an activity. */
export interface CompiledLoop {
  readonly isSequential: boolean;
  /** FEEL list whose items are frozen when the activity is entered. */
  readonly collection?: CompiledExpression;
  readonly cardinality?: CompiledExpression;
  readonly completionCondition?: CompiledExpression;
  /** Variable under which expressions and behaviors see the item. */
  readonly itemVariable?: string;
}

/** A sequence flow. */
export interface CompiledFlow {
  readonly id: string;
  readonly sourceId: string;
  readonly targetId: string;
  readonly condition?: CompiledExpression;
  readonly isDefault: boolean;
}

/** An event that interrupts or accompanies an activity or a scope: boundary event, start of an event sub-process. */
export interface CompiledCatch {
  /** Boundary event, or start event of the event sub-process. */
  readonly nodeId: string;
  readonly event: 'timer' | 'message' | 'error';
  readonly isInterrupting: boolean;
  /** Set for event sub-processes: the sub-process that is entered. */
  readonly subProcessId?: string;
  /** Error events: the code they catch; absent catches every code. */
  readonly errorCode?: string;
}

/** One flow node, ready to run. */
export interface CompiledNode {
  readonly id: string;
  readonly name: string;
  /** BPMN type, such as `bpmn:UserTask`. */
  readonly type: string;
  readonly kind: NodeKind;
  /** Enclosing sub-process; absent on process level. */
  readonly scopeId?: string;
  readonly incoming: readonly CompiledFlow[];
  readonly outgoing: readonly CompiledFlow[];
  readonly loop?: CompiledLoop;
  readonly timer?: CompiledTimer;
  readonly messageName?: string;
  readonly errorCode?: string;
  /** Process key of a call activity. */
  readonly calledElement?: string;
  /** Link throw: the catch event the token goes on from. */
  readonly linkTargetId?: string;
  /** Boundary events attached to this activity. */
  readonly boundary: readonly CompiledCatch[];
  /** Event sub-processes directly inside this sub-process. */
  readonly eventStarts: readonly CompiledCatch[];
  /** Sub-process: its start event. */
  readonly startId?: string;
  /** Boundary event: the activity it sits on. */
  readonly attachedToId?: string;
  /** Boundary event or start event of an event sub-process: what it catches. */
  readonly catches?: CompiledCatch;
  /** Parallel or inclusive gateway with several incoming flows: tokens wait here for each other. */
  readonly isJoin: boolean;
  /** Inclusive join: which of its incoming flows a token at a node can still reach without passing the join, by node id. */
  readonly reaches?: ReadonlyMap<string, ReadonlySet<string>>;
  readonly isEventSubProcess: boolean;
  /** Extension elements by moddle type, attributes as plain properties. */
  readonly extensions: Readonly<Record<string, JsonObject>>;
}

/** A process ready to run: immutable, shared by all instances of its version. */
export interface CompiledProcess {
  readonly id: string;
  readonly name: string;
  readonly nodes: ReadonlyMap<string, CompiledNode>;
  readonly flows: ReadonlyMap<string, CompiledFlow>;
  /** None start event; absent when the process starts by message or timer only. */
  readonly startId?: string;
  /** Message and timer start events of the process. */
  readonly triggeredStartIds: readonly string[];
  /** Event sub-processes on process level. */
  readonly eventStarts: readonly CompiledCatch[];
}

/**
 * One live execution. Short keys because thousands of these are stored.
 * Scopes, multi-instance bodies, waiting activities and armed events are all of this shape.
 */
export interface ExecutionState {
  /** Execution id: base 36 counter, unique within the instance for ever. */
  readonly i: string;
  /** Node id. */
  readonly n: string;
  /** Execution of the enclosing scope or multi-instance body; absent on process level. */
  readonly p?: string;
  /** Armed boundary event or event gateway branch: the execution it belongs to. */
  readonly a?: string;
  /** Due time of a timer, epoch milliseconds. */
  readonly d?: number;
  /** Repeating timer: firings left after this one (-1 endless) and interval as ISO 8601 duration. */
  readonly r?: readonly [left: number, interval: string];
  /** Multi-instance body: frozen items, how many have been started, how many are done. */
  readonly m?: { readonly c: readonly Json[]; readonly s: number; readonly e: number };
  /** One instance of a multi-instance body: its index. */
  readonly x?: number;
}

/** Tokens that arrived at a join and wait for others: scope execution (empty string on process level), flow, how many. */
export type JoinState = readonly [scope: string, flowId: string, count: number];

/** Saved position of an instance. Plain JSON; `v` is the version of this format. */
export interface KernelState {
  readonly v: 1;
  /** Last execution number given out. */
  readonly n: number;
  /** Executions in the order they came to life. */
  readonly t: readonly ExecutionState[];
  readonly j?: readonly JoinState[];
}

/** What a wait is waiting for. */
export type WaitKind = 'task' | 'work' | 'message' | 'timer' | 'call';

/** Something the instance waits for. Each has its own execution id; an act addresses it by that id. */
export interface Wait {
  readonly executionId: string;
  readonly nodeId: string;
  readonly kind: WaitKind;
  /**
   * `activity`: the token itself waits here. `boundary`: armed at the activity execution `attachedTo`.
   * `eventStart`: armed start of an event sub-process. `branch`: one of the events behind an event-based gateway.
   */
  readonly role: 'activity' | 'boundary' | 'eventStart' | 'branch';
  readonly attachedTo?: string;
  readonly dueAt?: Date;
  readonly messageName?: string;
  /** Call activity: key of the process to start. */
  readonly calledElement?: string;
  /** Position in a multi-instance activity. */
  readonly loop?: { readonly index: number; readonly count: number; readonly item: Json };
  /** Item variables of all multi-instance activities around, seen by expressions here in addition to the case data. */
  readonly locals?: JsonObject;
}

/** A wait that is over. `completed` by an act on it, else `cancelled` from outside (boundary event, terminate, error, lost race). */
export interface ClosedWait {
  readonly executionId: string;
  readonly nodeId: string;
  readonly kind: WaitKind;
  readonly cause: 'completed' | 'cancelled';
  /** Element that cancelled it: boundary event, event sub-process start, terminate or error end. */
  readonly causedBy?: string;
}

/** What happens to an instance. Everything but `start` and `terminate` names a wait by its execution id. */
export type Act =
  /** `startEventId` for message and timer starts; default the none start event. */
  | { readonly kind: 'start'; readonly startEventId?: string; readonly output?: JsonObject }
  /** A task or work is done. */
  | { readonly kind: 'complete'; readonly executionId: string; readonly output?: JsonObject }
  /** The timer is due. The kernel does not check the time: the caller's job row does. */
  | { readonly kind: 'timer'; readonly executionId: string }
  | { readonly kind: 'message'; readonly executionId: string; readonly output?: JsonObject }
  /** A task, work or call fails with a drawn error. */
  | { readonly kind: 'bpmnError'; readonly executionId: string; readonly code: string; readonly message?: string }
  /** The called process has ended. */
  | { readonly kind: 'childEnded'; readonly executionId: string; readonly output?: JsonObject }
  /** Ends one wait without going on from it: its token is gone. */
  | { readonly kind: 'cancel'; readonly executionId: string }
  /** Ends an execution, or the sub-process it names, without going on from it, and lets its token go on at a node of the same scope. */
  | { readonly kind: 'jump'; readonly executionId: string; readonly nodeId: string }
  /** Ends the whole instance from outside. */
  | { readonly kind: 'terminate' };

/**
 * One act of the past, with all that came into it from outside the drawing: what was opened under which id, and what expressions gave.
 * The steps of an instance are its course. Worked off once more they lead to the same state, whatever has become of the case data.
 * Short keys, because each act adds one.
 */
export interface CourseStep {
  readonly k: Exclude<Act['kind'], 'terminate'>;
  /** Execution the act named. */
  readonly e?: string;
  /** Start event, when it was not the plain one. */
  readonly s?: string;
  /** Error code of `bpmnError`. */
  readonly c?: string;
  /** Target node of `jump`. */
  readonly g?: string;
  /** Time of the act, epoch milliseconds. */
  readonly t: number;
  /** Executions that came to life, in order: id and node. */
  readonly o?: readonly (readonly [executionId: string, nodeId: string])[];
  /** Timers that count from a later time than the act, because what they belong to was taken back: due time and turns left. */
  readonly d?: readonly (readonly [executionId: string, due: number, turns?: ExecutionState['r']])[];
  /** Results of expressions, in order: what was asked (see `Run.evaluate`) and the answer. */
  readonly v?: readonly (readonly [key: string, value: Json])[];
}

/** An instance as the kernel sees it. `state` is absent before `start`. */
export interface Snapshot {
  readonly state?: KernelState;
  readonly variables: JsonObject;
}

/** What a run may use. Nothing else comes in: no clock, no I/O, no randomness. */
export interface KernelEnv {
  readonly now: Date;
  /** Node visits allowed for this act; default 5,000. More is `engine.BUDGET_EXCEEDED`. */
  readonly budget?: number;
}

/** How an instance ended. */
export interface Ended {
  /** `FAILED`: an error nobody caught. `TERMINATED`: ended by the act `terminate`; a terminate end event is `COMPLETED`. */
  readonly status: 'COMPLETED' | 'FAILED' | 'TERMINATED';
  /** End event that was reached last. */
  readonly endNodeId?: string;
  readonly error?: { readonly code: string; readonly message?: string; readonly nodeId: string };
}

/** The instance after an act. */
export interface StepResult {
  readonly state: KernelState;
  /** Case data with the output of the act merged in (RFC 7396). The same object when nothing changed. */
  readonly variables: JsonObject;
  /** Everything the instance waits for now, oldest first. */
  readonly waits: readonly Wait[];
  /** The part of `waits` that is new. */
  readonly opened: readonly Wait[];
  readonly closed: readonly ClosedWait[];
  /** Nodes entered, in order, with repetitions. */
  readonly entered: readonly string[];
  /** Sequence flows taken, in order, with repetitions. */
  readonly taken: readonly string[];
  /** Node visits used. */
  readonly steps: number;
  /** The act as the course keeps it; absent for `terminate`, which ends the course. */
  readonly course?: CourseStep;
  /** Set when the instance is over; `waits` is empty then. */
  readonly ended?: Ended;
}

/** A start event that waits outside any instance: the runtime keeps it as a subscription of the definition. */
export interface StartSubscription {
  readonly nodeId: string;
  readonly kind: 'message' | 'timer';
  readonly messageName?: string;
  readonly dueAt?: Date;
}
