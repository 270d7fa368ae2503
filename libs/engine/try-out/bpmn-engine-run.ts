import { engineModdle } from '@fashen/bpmn';
import type { CompiledExpression } from '@fashen/feel';
import { feel } from '@fashen/feel/server';
import { type Json, type JsonObject, mergePatch } from '@fashen/plugin-api';
import { Engine } from 'bpmn-engine';
import { BpmnModdle } from 'bpmn-moddle';
import serializer, { TypeResolver } from 'moddle-context-serializer';
import { bpmnEngineElements, type LibraryApi, type LibraryExecution, releaseInclusiveJoin } from './bpmn-engine-elements';
import { indexOf, leavesOf, scopesOf } from './bpmn-engine-waits';
import type { LibraryActivity } from './bpmn-engine-elements';

interface LibraryDefinition {
  readonly status?: string;
  readonly broker: { subscribeTmp(exchange: string, pattern: string, listener: () => void, options: object): void };
  run(): void;
  cancelActivity(message: { readonly executionId: string }): void;
  getRunningProcesses(): readonly {
    readonly execution?: LibraryExecution;
    getPostponed(): readonly LibraryApi[];
    getActivityById(id: string): LibraryActivity | undefined;
  }[];
}

const EngineClass = Engine as unknown as new (options: object) => { getDefinitions(): Promise<readonly LibraryDefinition[]> };

/** Timers never fire by themselves; whoever tries the drawing says when. */
const noTimers = { setTimeout: () => ({}), clearTimeout: () => undefined };
const noScripts = { register: () => undefined, getScript: () => undefined };
const silent = { debug: () => undefined, error: () => undefined, warn: () => undefined };

/** A drawing as bpmn-engine reads it. */
export type BpmnEngineModel = ReturnType<typeof serializer>;

/** Reads a file for bpmn-engine. `moddles` are the BPMN extensions of the plugins by prefix. */
export async function readForBpmnEngine(xml: string, moddles: Readonly<Record<string, object>> = {}): Promise<BpmnEngineModel> {
  const tree = await new BpmnModdle({ ...moddles, engine: engineModdle }).fromXML(xml);
  return serializer(tree as never, TypeResolver(bpmnEngineElements as never));
}

/** One wait as both engines name it. */
export const label = (nodeId: string, index?: number): string => (index === undefined ? nodeId : `${nodeId}[${index}]`);

/** Which wait an act means: a node, and the item of a multi-instance node or else which of several waits there. */
export interface WaitAt {
  readonly nodeId: string;
  readonly index?: number;
  readonly nth?: number;
}

/** What a run starts with. */
export interface BpmnEngineStart {
  readonly data: JsonObject;
  readonly now: Date;
  /** Called at every node that is entered; throwing ends the run. */
  readonly onVisit?: () => void;
}

/** A case run by bpmn-engine in memory, without interruption and without our kernel. After an exception the run is of no more use. */
export class BpmnEngineRun {
  private hasFailed = false;
  private readonly compiled = new Map<string, CompiledExpression>();
  data: JsonObject;
  now: Date;

  private constructor({ data, now }: BpmnEngineStart) {
    this.data = data;
    this.now = now;
  }

  private definition: LibraryDefinition | undefined;

  /** Starts a case. */
  static async start(model: BpmnEngineModel, start: BpmnEngineStart): Promise<BpmnEngineRun> {
    const run = new BpmnEngineRun(start);
    const engine = new EngineClass({
      sourceContext: model,
      settings: { batchSize: 10_000 },
      Logger: () => silent,
      scripts: noScripts,
      timers: { ...noTimers, register: () => noTimers },
      expressions: { resolveExpression: (text: string) => run.evaluate(text), isExpression, hasExpression: isExpression },
    });
    const [definition] = await engine.getDefinitions();
    if (!definition) throw new Error('bpmn-engine found no process in the file');
    run.definition = definition;
    run.listen(start.onVisit);
    definition.run();
    run.settle();
    return run;
  }

  private listen(onVisit: BpmnEngineStart['onVisit']): void {
    const onError = (): void => {
      this.hasFailed = true;
    };
    const { broker } = this.running;
    broker.subscribeTmp('event', 'process.error', onError, { noAck: true });
    broker.subscribeTmp('event', 'definition.error', onError, { noAck: true });
    if (onVisit) broker.subscribeTmp('event', 'activity.enter', onVisit, { noAck: true });
  }

  private get running(): LibraryDefinition {
    if (!this.definition) throw new Error('not started');
    return this.definition;
  }

  private evaluate(text: string): Json {
    if (!isExpression(text)) return text;
    const compiled = this.compiled.get(text) ?? feel.compileExpression(text);
    this.compiled.set(text, compiled);
    return compiled.evaluate({ variables: this.data, now: this.now });
  }

  /** Ends a task or automatic step, or an item of a multi-instance one. */
  complete(at: WaitAt, output: JsonObject): void {
    this.data = mergePatch(this.data, output);
    this.find(at).signal({});
    this.settle();
  }

  /** The step fails with a drawn error. */
  fail(at: WaitAt, code: string): void {
    this.find(at).sendApiMessage('error', { message: 'failed', code });
    this.settle();
  }

  /** The time of a timer has come. */
  timer(at: WaitAt): void {
    this.running.cancelActivity({ executionId: `${this.find(at).executionId}_0` });
    this.settle();
  }

  /** The message arrives at this one wait. */
  message(at: WaitAt, output: JsonObject): void {
    this.complete(at, output);
  }

  /** Waiting nodes, sorted; in multi-instance nodes with their index. */
  get waiting(): readonly string[] {
    return this.leaves()
      .map(({ id, content }) => label(id, indexOf(content)))
      .sort();
  }

  get isOver(): boolean {
    return this.hasFailed || this.running.status === undefined;
  }

  private find({ nodeId, index, nth = 0 }: WaitAt): LibraryApi {
    const there = this.leaves().filter(({ id, content }) => id === nodeId && indexOf(content) === index);
    const found = there[index === undefined ? nth : 0];
    if (!found) throw new Error(`bpmn-engine does not wait at ${label(nodeId, index)} but at ${this.waiting.join(' ')}`);
    return found;
  }

  private leaves(): readonly LibraryApi[] {
    return this.running
      .getRunningProcesses()
      .flatMap((process) => process.getPostponed().flatMap((api) => leavesOf(api, process.getActivityById(api.id))));
  }

  /** Releases inclusive joins until nothing moves any more. */
  private settle(): void {
    for (let isMoving = true; isMoving;) {
      const scopes = this.running.getRunningProcesses().flatMap(({ execution }) => (execution ? scopesOf(execution) : []));
      isMoving = scopes.some(releaseInclusiveJoin);
    }
  }
}

const isExpression = (text: unknown): text is string => typeof text === 'string' && text.startsWith('=');
