import { defineEvent, type Json } from '@fashen/plugin-api';
import type { ToldAct } from './runtime/told-acts';

interface TaskAtNode {
  readonly taskId: string;
  readonly nodeId: string;
  readonly nodeName: string;
  readonly executionId: string;
}
type AtNode = { readonly [K in keyof TaskAtNode]: string };
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
  variablesChanged: defineEvent<{ patch: Json }>('engine', 'variablesChanged'),
  taskCreated: defineEvent<AtNode & Holders>('engine', 'taskCreated'),
  taskAssigned: defineEvent<AtNode & Holders>('engine', 'taskAssigned'),
  taskCompleted: defineEvent<AtNode & { outcome?: Json; outputHash?: string; output: Json }>('engine', 'taskCompleted'),
  taskCancelled: defineEvent<AtNode & { cause: string }>('engine', 'taskCancelled'),
  advanced: defineEvent<{
    entered: readonly string[];
    taken: readonly string[];
    waiting: readonly string[];
    acts: readonly ToldAct[];
  }>('engine', 'advanced'),
  timerFired: defineEvent<{ nodeId: string }>('engine', 'timerFired'),
  messageReceived: defineEvent<{ name: string; output: Json; executionId: string }>('engine', 'messageReceived'),
  jobStuck: defineEvent<{ jobId: string; type: string; error: string }>('engine', 'jobStuck'),
  jobRetried: defineEvent<{ jobId: string; type: string }>('engine', 'jobRetried'),
  definitionPublished: defineEvent<{ definitionId: string; key: string; version: number; hash: string }>('engine', 'definitionPublished'),
};
