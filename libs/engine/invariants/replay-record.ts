import { type Json, type JsonObject, mergePatch } from '@fashen/plugin-api';
import {
  type Act,
  type CompiledProcess,
  type CourseStep,
  type ElementMap,
  elementMap,
  type Ended,
  isMisfit,
  type KernelState,
  migrate,
  rebuild,
  step,
  trailIn,
} from '../kernel';
import type { ToldAct } from '../runtime/told-acts';

/** An entry of a case's record, as far as a replay reads it. */
export interface ReplayEntry {
  readonly seq: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly act: string;
  readonly payload: JsonObject;
  readonly after?: Json;
}

/** What the record says a case has come to. */
export interface Replayed {
  readonly state?: KernelState;
  readonly variables: JsonObject;
  readonly ended?: Ended;
  readonly nodes: Readonly<Record<string, number>>;
  readonly flows: Readonly<Record<string, number>>;
}

/** The record does not hold together: an act that cannot happen there, or an entry that tells another way than the model takes. */
export class ReplayError extends Error {
  constructor(
    readonly seq: number,
    readonly problem: string,
  ) {
    super(`entry ${seq}: ${problem}`);
  }
}

/** Compiled processes by the id of their version. */
export type ProcessesById = ReadonlyMap<string, CompiledProcess>;

/** Versions of processes that a record speaks of. */
export function definitionsIn(entries: readonly ReplayEntry[]): readonly string[] {
  const told = entries.filter(({ act }) => act === 'engine.instanceStarted' || act === MIGRATED);
  return [...new Set(told.map(({ payload }) => String(payload.definitionId)))];
}

const MIGRATED = 'engine.migrated';

/**
 * Takes a case from its start through everything its record tells, on a fresh kernel: no table but the record is needed. Throws
 * `ReplayError` at the first entry that does not follow from those before it.
 */
export function replayRecord(processes: ProcessesById, entries: readonly ReplayEntry[]): Replayed {
  const replay = new Replay(processes);
  for (const entry of entries) replay.read(entry);
  return replay.result();
}

class Replay {
  private state?: KernelState;
  private variables: JsonObject = {};
  private ended?: Ended;
  private course: CourseStep[] = [];
  private nodes: Record<string, number> = {};
  private flows: Record<string, number> = {};
  /** Data that was set, not yet merged: those set during a command are merged at their place in it. */
  private patches: JsonObject[] = [];
  /** What tasks and messages brought, by execution id, not yet used. */
  private readonly outputs = new Map<string, JsonObject[]>();

  private found?: CompiledProcess;

  constructor(private readonly processes: ProcessesById) {}

  read(entry: ReplayEntry): void {
    const { act, payload } = entry;
    if (act === 'engine.instanceStarted') this.start(entry);
    if (act === 'engine.variablesChanged') this.patches.push(objectOf(payload.patch));
    if (act === 'engine.taskCompleted' || act === 'engine.messageReceived') this.noteOutput(payload);
    if (act === 'engine.advanced') this.advance(entry);
    if (act === MIGRATED) this.migrate(entry);
    if (act === 'engine.instanceEnded') this.requireEnd(entry);
  }

  result(): Replayed {
    this.mergePatches(this.patches.length);
    const { state, variables, ended } = this;
    const trail = { nodes: this.nodes, flows: this.flows };
    return { ...(state && { state }), variables, ...(ended && { ended }), ...trail };
  }

  private get process(): CompiledProcess {
    if (!this.found) throw new ReplayError(0, 'the version of the process is not known');
    return this.found;
  }

  private start({ seq, payload, after }: ReplayEntry): void {
    this.found = this.require(seq, payload.definitionId);
    this.variables = objectOf(after);
  }

  private require(seq: number, definitionId: Json | undefined): CompiledProcess {
    const process = this.processes.get(String(definitionId));
    if (!process) throw new ReplayError(seq, `there is no version ${String(definitionId)}`);
    return process;
  }

  private migrate({ seq, at, payload }: ReplayEntry): void {
    const [from, to, nodes] = [this.process, this.require(seq, payload.definitionId), objectOf(payload.nodes) as ElementMap];
    const { state, variables, course } = this;
    const result = migrate({ from, to, nodes, course }, { ...(state && { state }), variables }, { now: new Date(at) });
    if (isMisfit(result)) throw new ReplayError(seq, `the case cannot go on in the other version: ${result.problem} at ${result.nodeId}`);
    const elements = elementMap(from, to, nodes);
    this.found = to;
    this.state = result.state;
    this.course = [...result.course];
    this.nodes = { ...trailIn(elements, this.nodes) };
    this.flows = { ...trailIn(elements, this.flows) };
  }

  private noteOutput({ executionId, output }: JsonObject): void {
    const key = String(executionId);
    this.outputs.set(key, [...(this.outputs.get(key) ?? []), objectOf(output)]);
  }

  private advance({ seq, at, payload }: ReplayEntry): void {
    const acts = payload.acts as readonly ToldAct[] | undefined;
    if (!acts) throw new ReplayError(seq, 'does not tell what was done');
    const entered: string[] = [];
    const taken: string[] = [];
    this.mergePatches(this.patches.length - acts.filter(({ kind }) => kind === 'variables').length);
    for (const told of acts) {
      if (told.kind === 'variables') this.mergePatches(1);
      else if (told.kind === 'back') entered.push(...this.back(seq, told.executionIds, at));
      else this.take(seq, this.withOutput(told), at, { entered, taken });
    }
    count(this.nodes, entered);
    count(this.flows, taken);
    if (textOf(payload.entered) !== textOf(entered)) throw new ReplayError(seq, `enters ${textOf(entered)}`);
    if (textOf(payload.taken) !== textOf(taken)) throw new ReplayError(seq, `takes ${textOf(taken)}`);
  }

  private take(seq: number, act: Act, at: number, way: { readonly entered: string[]; readonly taken: string[] }): void {
    try {
      const { state, variables } = this;
      const result = step(this.process, { ...(state && { state }), variables }, act, { now: new Date(at) });
      this.state = result.state;
      this.variables = result.variables;
      if (result.course) this.course.push(result.course);
      if (result.ended) this.ended = result.ended;
      way.entered.push(...result.entered);
      way.taken.push(...result.taken);
    } catch (error) {
      throw new ReplayError(seq, `${act.kind} is not possible: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** Takes visits back, and answers the nodes that wait anew. */
  private back(seq: number, reopen: readonly string[], at: number): readonly string[] {
    const { state, variables, course } = this;
    try {
      const rebuilt = rebuild(this.process, { ...(state && { state }), variables }, { reopen, course }, { now: new Date(at) });
      this.state = rebuilt.state;
      this.course = [...rebuilt.course];
      return rebuilt.opened.filter(({ role }) => role === 'activity').map(({ nodeId }) => nodeId);
    } catch (error) {
      throw new ReplayError(seq, `taking back is not possible: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private withOutput(act: Act): Act {
    if ((act.kind !== 'complete' && act.kind !== 'message') || act.output) return act;
    const output = this.outputs.get(act.executionId)?.shift();
    return output ? { ...act, output } : act;
  }

  private requireEnd({ seq, payload }: ReplayEntry): void {
    if (payload.status !== this.ended?.status) throw new ReplayError(seq, `the case is ${this.ended?.status ?? 'not over'}`);
  }

  private mergePatches(many: number): void {
    for (const patch of this.patches.splice(0, Math.max(0, many))) this.variables = mergePatch(this.variables, patch);
  }
}

const textOf = (ids: Json | undefined): string => (Array.isArray(ids) ? ids.join(' ') : '');

function count(counts: Record<string, number>, ids: readonly string[]): void {
  for (const id of ids) counts[id] = (counts[id] ?? 0) + 1;
}

function objectOf(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}
