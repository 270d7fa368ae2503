import type { JsonObject } from '@fashen/plugin-api';

/*
 * A BPMN file as plain typed data: everything the kernel needs, nothing of the XML library. It keeps what the kernel does not
 * support too, so that the deployment gate can name it.
 */

/**
 * An event definition. `kind` is the moddle type without `bpmn:` and `EventDefinition`, beginning in lower case: `timer`, `message`,
 * `error`, `terminate`, `link`, `signal`, `escalation`, `conditional`, `compensate`, `cancel`.
 */
export interface SourceEvent {
  readonly kind: string;
  readonly timerType?: 'duration' | 'date' | 'cycle';
  readonly timerText?: string;
  readonly messageName?: string;
  readonly errorCode?: string;
  readonly linkName?: string;
}

/** Loop settings of an activity. */
export interface SourceLoop {
  readonly kind: 'multiInstance' | 'standard';
  readonly isSequential: boolean;
  readonly collection?: string;
  readonly itemVariable?: string;
  readonly cardinality?: string;
  readonly completionCondition?: string;
}

/** A flow node as drawn. */
export interface SourceNode {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  /** Enclosing sub-process; absent on process level. */
  readonly parentId?: string;
  readonly defaultFlowId?: string;
  readonly attachedToId?: string;
  /** Boundary events and starts of event sub-processes. */
  readonly isInterrupting: boolean;
  readonly isEventSubProcess: boolean;
  readonly isForCompensation: boolean;
  readonly events: readonly SourceEvent[];
  readonly loop?: SourceLoop;
  readonly messageName?: string;
  readonly calledElement?: string;
  /** `implementation` or `script` as drawn: text the product refuses. */
  readonly code?: string;
  /** Extension elements by moddle type, attributes as plain properties. */
  readonly extensions: Readonly<Record<string, JsonObject>>;
}

/** A sequence flow as drawn. */
export interface SourceFlow {
  readonly id: string;
  readonly name?: string;
  readonly sourceId: string;
  readonly targetId: string;
  readonly parentId?: string;
  readonly condition?: string;
  /** `language` of the condition; only FEEL is run. */
  readonly conditionLanguage?: string;
}

/** The executable process of a file. */
export interface ModelSource {
  readonly processId: string;
  readonly name: string;
  readonly nodes: readonly SourceNode[];
  readonly flows: readonly SourceFlow[];
  /** Extension elements of the process itself. */
  readonly extensions: Readonly<Record<string, JsonObject>>;
}
