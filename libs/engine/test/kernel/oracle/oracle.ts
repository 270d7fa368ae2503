import { feel } from '@fashen/feel/server';
import type { Json, JsonObject } from '@fashen/plugin-api';
import * as BpmnElements from 'bpmn-elements';
import { BpmnModdle } from 'bpmn-moddle';
import serializer, { TypeResolver } from 'moddle-context-serializer';
import { engineModdle } from '../../../model';
import { type OracleActivity, type OracleApi, oracleElements, type OracleExecution, releaseInclusiveJoin } from './oracle-elements';

interface OracleDefinition {
  readonly status?: string;
  readonly broker: { subscribeTmp(exchange: string, pattern: string, listener: (key: string) => void, options: object): void };
  run(): void;
  sendMessage(message: { readonly id: string }): void;
  cancelActivity(message: { readonly executionId: string }): void;
  getRunningProcesses(): readonly {
    readonly execution?: OracleExecution;
    getPostponed(): readonly OracleApi[];
    getActivityById(id: string): OracleActivity | undefined;
  }[];
}

const library = BpmnElements as unknown as {
  Environment: new (options: object) => unknown;
  Context: (source: unknown, environment: unknown) => unknown;
  Definition: new (context: unknown) => OracleDefinition;
};

/** Timers never fire by themselves; the test fires them. */
const noTimers = { setTimeout: () => ({}), clearTimeout: () => undefined };
const silent = { debug: () => undefined, error: () => undefined, warn: () => undefined };

/** A model as the library reads it. */
export type OracleModel = ReturnType<typeof serializer>;

/** Reads a file for the oracle. */
export async function readForOracle(xml: string): Promise<OracleModel> {
  const tree = await new BpmnModdle({ engine: engineModdle }).fromXML(xml);
  return serializer(tree as never, TypeResolver(oracleElements as never));
}

/** One wait as both sides name it. */
export const label = (nodeId: string, index?: number): string => (index === undefined ? nodeId : `${nodeId}[${index}]`);

/** An instance run by bpmn-elements in memory, without interruption. */
export class Oracle {
  private readonly definition: OracleDefinition;
  private hasFailed = false;

  constructor(
    model: OracleModel,
    /** Case data; the oracle keeps its own copy. */
    public data: JsonObject,
  ) {
    const environment = new library.Environment({
      settings: { batchSize: 10_000 },
      Logger: () => silent,
      timers: { ...noTimers, register: () => noTimers },
      expressions: { resolveExpression: (text: string) => this.evaluate(text), isExpression, hasExpression: isExpression },
    });
    this.definition = new library.Definition(library.Context(model, environment));
    const onError = (): void => {
      this.hasFailed = true;
    };
    this.definition.broker.subscribeTmp('event', 'process.error', onError, { noAck: true });
    this.definition.broker.subscribeTmp('event', 'definition.error', onError, { noAck: true });
  }

  private evaluate(text: string): Json {
    return isExpression(text) ? feel.compileExpression(text).evaluate({ variables: this.data, now: new Date(0) }) : text;
  }

  start(): void {
    this.definition.run();
    this.settle();
  }

  /** Ends a task, or an item of a multi-instance task. */
  complete(nodeId: string, index: number | undefined, output: JsonObject): void {
    this.data = { ...this.data, ...output };
    this.find(nodeId, index).signal({});
    this.settle();
  }

  fail(nodeId: string, code: string): void {
    this.find(nodeId, undefined).sendApiMessage('error', { message: 'failed', code });
    this.settle();
  }

  timer(nodeId: string): void {
    this.definition.cancelActivity({ executionId: `${this.find(nodeId, undefined).executionId}_0` });
    this.settle();
  }

  message(messageId: string, output: JsonObject): void {
    this.data = { ...this.data, ...output };
    this.definition.sendMessage({ id: messageId });
    this.settle();
  }

  /** Waiting nodes, sorted. */
  get waiting(): string {
    return this.leaves()
      .map(({ id, content }) => label(id, indexOf(content)))
      .sort()
      .join(' ');
  }

  get isOver(): boolean {
    return this.hasFailed || this.definition.status === undefined;
  }

  private find(nodeId: string, index: number | undefined): OracleApi {
    const found = this.leaves().find(({ id, content }) => id === nodeId && indexOf(content) === index);
    if (!found) throw new Error(`the oracle does not wait at ${label(nodeId, index)} but at ${this.waiting}`);
    return found;
  }

  private leaves(): readonly OracleApi[] {
    return this.definition
      .getRunningProcesses()
      .flatMap((process) => process.getPostponed().flatMap((api) => leavesOf(api, process.getActivityById(api.id))));
  }

  /** Releases inclusive joins until nothing moves any more. */
  private settle(): void {
    for (let isMoving = true; isMoving;) {
      const scopes = this.definition.getRunningProcesses().flatMap(({ execution }) => (execution ? scopesOf(execution) : []));
      isMoving = scopes.some(releaseInclusiveJoin);
    }
  }
}

const isExpression = (text: unknown): text is string => typeof text === 'string' && text.startsWith('=');

function indexOf({ isMultiInstance, index }: OracleApi['content']): number | undefined {
  return isMultiInstance === true && typeof index === 'number' ? index : undefined;
}

const innerOf = (activity: OracleActivity): readonly OracleExecution[] =>
  activity.isSubProcess && activity.status ? (activity.execution?.source?.executions ?? []) : [];

function scopesOf(execution: OracleExecution): readonly OracleExecution[] {
  return [execution, ...execution.getActivities().flatMap(innerOf).flatMap(scopesOf)];
}

/** The waits behind a postponed activity: itself, what waits inside it, or its items. Error boundary events and event-based gateways are no waits. */
function leavesOf(api: OracleApi, activity: OracleActivity | undefined): readonly OracleApi[] {
  if (api.content['isSequenceFlow'] || !activity || isNoWait(activity)) return [];
  if (activity.isSubProcess) {
    return innerOf(activity).flatMap((scope) => scope.getPostponed().flatMap((inner) => leavesOf(inner, scope.getActivityById(inner.id))));
  }
  const items = activity.isMultiInstance ? api.getExecuting().filter(({ content }) => content['isMultiInstance']) : [];
  return items.length > 0 ? items : [api];
}

function isNoWait(activity: OracleActivity): boolean {
  const { type, behaviour } = activity as unknown as { type: string; behaviour?: { eventDefinitions?: readonly { type: string }[] } };
  const isErrorCatch = (behaviour?.eventDefinitions ?? []).some((event) => event.type === 'bpmn:ErrorEventDefinition');
  return type === 'bpmn:EventBasedGateway' || isErrorCatch;
}
