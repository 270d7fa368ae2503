import * as BpmnElements from 'bpmn-elements';
import { ErrorEventDefinition } from 'bpmn-elements/eventDefinitions';

/*
 * The elements bpmn-engine runs a drawing with. Where bpmn-elements 17 is known to leave BPMN 2.0, its public plug point (the type resolver) gets a replacement:
 * flows that are not taken are silent instead of "discarded" through the whole graph, parallel joins count by flow and not by
 * source (issue #200), inclusive joins follow the BPMN rule, an error end event fails its scope at once.
 */

/** The parts of bpmn-elements that we touch. Its own declarations stop at the border of what we need. */
export interface LibraryMessage {
  readonly fields: { readonly redelivered?: boolean };
  readonly content: Readonly<Record<string, unknown>> & { readonly id: string; readonly executionId: string; readonly parent?: object };
  ack(): void;
}
interface JoinFlows {
  /** Only on gateways with several incoming flows. */
  readonly inboundJoinFlows?: Set<LibraryMessage>;
  readonly inboundSequenceFlows: readonly LibraryFlow[];
}
export interface LibraryFlow {
  readonly id: string;
  readonly sourceId: string;
  readonly targetId: string;
}
export interface LibraryActivity {
  readonly id: string;
  readonly status?: string;
  readonly inbound: readonly LibraryFlow[];
  readonly attachedTo?: { readonly id: string };
  readonly isSubProcess?: boolean;
  readonly isMultiInstance?: boolean;
  isInclusiveJoin?: boolean;
  readonly execution?: { readonly source?: { readonly executions: readonly LibraryExecution[] } };
  readonly broker: { publish(exchange: string, key: string, content: object, options?: object): void; cancel(tag: string): void };
  run(content: object): void;
}
/** A process or sub-process while it runs. */
export interface LibraryExecution {
  getActivities(): readonly LibraryActivity[];
  getActivityById(id: string): LibraryActivity | undefined;
  getSequenceFlows(): readonly LibraryFlow[];
  getPostponed(): readonly LibraryApi[];
}
export interface LibraryApi {
  readonly id: string;
  readonly executionId: string;
  readonly content: Readonly<Record<string, unknown>>;
  signal(output?: object): void;
  /** `fail()` loses the error code; this is what it calls. */
  sendApiMessage(action: 'error', content: { readonly message: string; readonly code: string }): void;
  getExecuting(): readonly LibraryApi[];
}
type Constructor<T> = new (...args: unknown[]) => T;

const { Activity, SequenceFlow } = BpmnElements as unknown as {
  Activity: Constructor<LibraryActivity>;
  SequenceFlow: Constructor<LibraryFlow>;
};
const FLOWS = Symbol.for('flows');

class SilentFlow extends SequenceFlow {
  /** Not taken means: nothing happens. */
  discard(): void {}
}

class JoinActivity extends Activity {
  override isInclusiveJoin = false;
  declare private readonly [FLOWS]: JoinFlows;

  /** Called by the library for each token that arrives at a join. */
  _onJoinInbound(_key: string, message: LibraryMessage): void {
    const { inboundJoinFlows = new Set(), inboundSequenceFlows } = this[FLOWS];
    inboundJoinFlows.add(message);
    if (this.isInclusiveJoin) return;
    const arrived = new Set([...inboundJoinFlows].map(({ content }) => content.id));
    if (inboundSequenceFlows.every(({ id }) => arrived.has(id))) this.release();
  }

  /** Flows on which tokens wait. */
  get arrived(): ReadonlySet<string> {
    return new Set([...(this[FLOWS].inboundJoinFlows ?? [])].map(({ content }) => content.id));
  }

  /** Lets one token of each flow through; the others are delivered again. */
  release(): void {
    const { inboundJoinFlows = new Set() } = this[FLOWS];
    const firsts = new Map<string, LibraryMessage>();
    for (const message of inboundJoinFlows) if (!firsts.has(message.content.id)) firsts.set(message.content.id, message);
    for (const message of firsts.values()) message.ack();
    inboundJoinFlows.clear();
    this.broker.cancel('_run-on-inbound');
    this.run({ inbound: [...firsts.values()].map(({ content }) => ({ ...content })) });
  }
}

interface Definition {
  readonly id: string;
}

class PassBehaviour {
  readonly broker: LibraryActivity['broker'];

  constructor(activity: LibraryActivity) {
    this.broker = activity.broker;
  }

  execute({ content }: LibraryMessage): void {
    this.broker.publish('execution', 'execute.completed', { ...content });
  }
}

/** The library calls factories with `new`, which arrow functions do not allow. */
const gateway = (isInclusive: boolean): unknown =>
  function make(definition: Definition, context: unknown): JoinActivity {
    return join(definition, context, isInclusive);
  };

function join(definition: Definition, context: unknown, isInclusive: boolean): JoinActivity {
  const activity = new JoinActivity(PassBehaviour, { ...definition, isParallelGateway: true }, context);
  activity.isInclusiveJoin = isInclusive && activity.inbound.length > 1;
  return activity;
}

interface ErrorDefinition {
  readonly broker: LibraryActivity['broker'];
  _getReferenceInfo(message: LibraryMessage): {
    readonly message: { readonly id?: string; readonly name?: string; readonly code?: string };
  };
}

class ScopeErrorEventDefinition extends (ErrorEventDefinition as unknown as Constructor<ErrorDefinition>) {
  /** Called by the library for error end events. */
  executeThrow(message: LibraryMessage): void {
    const { id, name, code } = this._getReferenceInfo(message).message;
    const error = Object.assign(new Error(name ?? id ?? 'error'), { name: 'BpmnError', code: code ?? id });
    this.broker.publish('execution', 'execute.error', { ...message.content, error }, { mandatory: true });
  }
}

type MakeActivity = (definition: Definition, context: unknown) => LibraryActivity;
interface EventDefinition extends Definition {
  readonly behaviour?: { readonly eventDefinitions?: readonly { readonly type: string }[] };
}

const { UserTask, EndEvent, IntermediateThrowEvent } = BpmnElements as unknown as {
  readonly UserTask: MakeActivity;
  readonly EndEvent: MakeActivity;
  readonly IntermediateThrowEvent: MakeActivity;
};

/** An event that sends a message waits until it is sent, as in our kernel; the library would pass it at once. */
const sender = (event: MakeActivity): unknown =>
  function make(definition: EventDefinition, context: unknown): LibraryActivity {
    const isSender = definition.behaviour?.eventDefinitions?.some(({ type }) => type === 'bpmn:MessageEventDefinition') ?? false;
    return (isSender ? UserTask : event)(definition, context);
  };

/**
 * What the type resolver gets: the library's elements with the replacements. All automatic steps and calls of other processes wait,
 * as in our kernel: somebody says what they answer.
 */
export const bpmnEngineElements = {
  ...BpmnElements,
  SequenceFlow: SilentFlow,
  ErrorEventDefinition: ScopeErrorEventDefinition,
  ...{ ServiceTask: UserTask, SendTask: UserTask, BusinessRuleTask: UserTask, CallActivity: UserTask },
  ...{ EndEvent: sender(EndEvent), IntermediateThrowEvent: sender(IntermediateThrowEvent) },
  ParallelGateway: gateway(false),
  InclusiveGateway: gateway(true),
};

const isJoin = (activity: LibraryActivity): activity is JoinActivity => activity instanceof JoinActivity;

/** Releases one inclusive join of a scope that no other token can still reach. */
export function releaseInclusiveJoin(scope: LibraryExecution): boolean {
  const activities = scope.getActivities();
  const joins = activities.filter(isJoin).filter((activity) => activity.isInclusiveJoin && activity.arrived.size > 0 && !activity.status);
  const ready = joins.find((candidate) => !activities.some((other) => holdsUp(scope, other, candidate)));
  ready?.release();
  return ready !== undefined;
}

function holdsUp(scope: LibraryExecution, other: LibraryActivity, candidate: JoinActivity): boolean {
  const hasToken = other.status !== undefined || (isJoin(other) && other.arrived.size > 0);
  if (!hasToken || other === candidate) return false;
  const reached = reachedFrom(scope, other.id, candidate.id);
  const incoming = candidate.inbound.filter(({ sourceId }) => reached.has(sourceId));
  return incoming.some(({ id }) => !candidate.arrived.has(id)) && !incoming.some(({ id }) => candidate.arrived.has(id));
}

function reachedFrom(scope: LibraryExecution, from: string, avoiding: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === avoiding || seen.has(id)) continue;
    seen.add(id);
    for (const { sourceId, targetId } of scope.getSequenceFlows()) if (sourceId === id) open.push(targetId);
    for (const { id: event, attachedTo } of scope.getActivities()) if (attachedTo?.id === id) open.push(event);
  }
  return seen;
}
