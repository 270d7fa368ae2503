import type { Json, JsonObject } from '@fashen/plugin-api';
import type { RecordEntryReply } from '../model';

/** Which lines of the record a person wants to see. */
export type RecordFilter = 'main' | 'decisions' | 'all';

/** What a line means for the reader. */
export type Tone = 'plain' | 'decision' | 'return';

/** What the machine notes about itself; of use to operators, noise to clerks. */
const machineActs = new Set([
  ...['engine.advanced', 'engine.taskCreated', 'engine.taskAssigned', 'engine.taskCancelled'],
  // The operation that caused them has a line of its own.
  ...['engine.moved', 'engine.seatEnded'],
]);

/** The parts of a payload that a line shows. */
export interface LineFacts {
  readonly nodeId?: string;
  readonly nodeName?: string;
  readonly pluginId: string;
  /** Name of the event without the plugin. */
  readonly eventName: string;
  readonly tone: Tone;
  /** What was chosen, such as `agree`: an event may have a text for each choice. */
  readonly choice?: string;
  /** Name of the clock it is about. */
  readonly clock?: string;
  /** Step the case was sent back or moved to. */
  readonly toNodeId?: string;
}

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

/** Reads from an entry what its line needs. */
export function factsOf(entry: RecordEntryReply): LineFacts {
  const payload: JsonObject = isObject(entry.payload) ? entry.payload : {};
  const dot = entry.act.indexOf('.');
  return {
    nodeId: textOf(payload.nodeId),
    nodeName: textOf(payload.nodeName),
    pluginId: entry.act.slice(0, dot),
    eventName: entry.act.slice(dot + 1),
    tone: toneOf(entry.act, payload),
    choice: textOf(payload.choice) ?? textOf(payload.result),
    clock: textOf(payload.clock),
    toNodeId: textOf(payload.targetNodeId) ?? textOf(payload.toNodeId),
  };
}

/** What a decided vote comes to. */
const results: Readonly<Record<string, Tone>> = { passed: 'decision', notPassed: 'return' };
const answers = ['passed', 'approved', 'agrees'] as const;

function toneOf(act: string, payload: JsonObject): Tone {
  const sources = isObject(payload.outcome) ? [payload, payload.outcome] : [payload];
  const given = sources.flatMap((source) => answers.map((name) => source[name]));
  if (given.includes(false) || act === 'rework.returned') return 'return';
  if (act === 'approval.decided') return results[String(payload.result)] ?? 'plain';
  return act === 'engine.taskCompleted' || given.includes(true) ? 'decision' : 'plain';
}

/** True when the filter lets the line through. */
export function isShown(entry: RecordEntryReply, filter: RecordFilter): boolean {
  if (filter === 'all') return true;
  if (machineActs.has(entry.act)) return false;
  return filter === 'main' || factsOf(entry).tone !== 'plain';
}
