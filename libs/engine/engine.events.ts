import { defineEvent, type Json } from '@fashen/plugin-api';
import type { ToldAct } from './runtime/told-acts';

interface TaskAtNode {
  readonly taskId: string;
  readonly nodeId: string;
  readonly nodeName: string;
  readonly executionId: string;
  /** Absent in older records, where it is always a visit. */
  readonly kind?: string;
}
type AtNode = { readonly [K in keyof TaskAtNode]: TaskAtNode[K] };
type Holders = { readonly assigneeId?: string; readonly candidates: readonly string[] };

/** What the engine tells. What happens in a case carries its `instanceId`; publications, and jobs of no case, have none. */
export const engineEvents = {
  instanceStarted: defineEvent<{
    definitionId: string;
    definitionKey: string;
    definitionVersion: number;
    businessKey: string;
    title: string;
    parentId?: string;
  }>('engine', 'instanceStarted'),
  instanceEnded: defineEvent<{ status: string; endNodeId?: string; error?: string }>('engine', 'instanceEnded'),
  instanceTerminated: defineEvent<{ status: string }>('engine', 'instanceTerminated'),
  instanceSuspended: defineEvent<{ status: string }>('engine', 'instanceSuspended'),
  instanceResumed: defineEvent<{ status: string }>('engine', 'instanceResumed'),
  variablesChanged: defineEvent<{ patch: Json }>('engine', 'variablesChanged'),
  taskCreated: defineEvent<AtNode & Holders>('engine', 'taskCreated'),
  taskAssigned: defineEvent<AtNode & Holders>('engine', 'taskAssigned'),
  taskCompleted: defineEvent<AtNode & { outcome?: Json; outputHash?: string; output: Json; assigneeId?: string }>(
    'engine',
    'taskCompleted',
  ),
  /** One person's part of a visit is over; the token has not moved. */
  seatEnded: defineEvent<AtNode & { state: string; parentId: string; outcome?: Json; assigneeId?: string; cause?: string }>(
    'engine',
    'seatEnded',
  ),
  taskCancelled: defineEvent<AtNode & { cause: string; assigneeId?: string }>('engine', 'taskCancelled'),
  /** Visits were taken back: `reopened` by node, `undone` by execution. Or a token jumped from one node to another. */
  moved: defineEvent<{
    cause: string;
    executionIds: readonly string[];
    nodeIds: readonly string[];
    undone: readonly string[];
    toNodeId?: string;
  }>('engine', 'moved'),
  /** The case goes on in another version of its process. `nodes`: new ids of nodes by the old ones, where they differ. */
  migrated: defineEvent<{ fromDefinitionId: string; definitionId: string; version: number; nodes: Readonly<Record<string, string>> }>(
    'engine',
    'migrated',
  ),
  advanced: defineEvent<{
    entered: readonly string[];
    taken: readonly string[];
    waiting: readonly string[];
    acts: readonly ToldAct[];
  }>('engine', 'advanced'),
  timerFired: defineEvent<{ nodeId: string }>('engine', 'timerFired'),
  /** A message came while the instance was suspended; it is delivered when the instance goes on. */
  messageKept: defineEvent<{ name: string }>('engine', 'messageKept'),
  messageReceived: defineEvent<{ name: string; output: Json; executionId: string }>('engine', 'messageReceived'),
  jobStuck: defineEvent<{ jobId: string; type: string; error: string }>('engine', 'jobStuck'),
  jobRetried: defineEvent<{ jobId: string; type: string }>('engine', 'jobRetried'),
  definitionPublished: defineEvent<{ definitionId: string; key: string; version: number; hash: string }>('engine', 'definitionPublished'),
};
