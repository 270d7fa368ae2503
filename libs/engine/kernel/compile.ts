import { feel } from '@fashen/feel/server';
import type { CompiledExpression } from '@fashen/feel';
import type { ModelSource, SourceFlow, SourceLoop, SourceNode } from '../model/model-source';
import { kernelErrors } from './kernel.errors';
import { kindOf } from './node-kind';
import { reachesOf } from './reachability';
import type { CompiledCatch, CompiledFlow, CompiledLoop, CompiledNode, CompiledProcess, CompiledTimer } from './types';
import { unsupported } from './unsupported';

/**
 * Prepares a process for the kernel: expressions read, flows and events indexed. Done once per definition version; the result is
 * shared by all instances and never changes. Throws `MODEL_REFUSED` with the findings of `unsupported`.
 */
export function compileProcess(source: ModelSource): CompiledProcess {
  const findings = unsupported(source);
  if (findings.length > 0) throw kernelErrors.MODEL_REFUSED({ findings: findings.map((finding) => ({ ...finding })) });
  const flows = new Map(source.flows.map((flow) => [flow.id, compileFlow(flow, source)]));
  const nodes = new Map(source.nodes.map((node) => [node.id, compileNode(node, source, [...flows.values()])]));
  for (const node of nodes.values()) if (node.kind === 'inclusive' && node.isJoin) nodes.set(node.id, withReach(node, nodes));
  const starts = source.nodes.filter((node) => node.type === 'bpmn:StartEvent' && node.parentId === undefined);
  const startId = starts.find(({ events }) => events.length === 0)?.id;
  return {
    ...{ id: source.processId, name: source.name, nodes, flows },
    ...(startId !== undefined && { startId }),
    triggeredStartIds: starts.filter(({ events }) => events.length > 0).map(({ id }) => id),
    eventStarts: eventStartsIn(undefined, source),
  };
}

const expression = (text: string | undefined): CompiledExpression | undefined =>
  text === undefined ? undefined : feel.compileExpression(text);

function compileFlow({ id, sourceId, targetId, condition }: SourceFlow, { nodes }: ModelSource): CompiledFlow {
  const isDefault = nodes.some(({ defaultFlowId }) => defaultFlowId === id);
  const compiled = expression(condition);
  return { id, sourceId, targetId, isDefault, ...(compiled && { condition: compiled }) };
}

function compileNode(node: SourceNode, source: ModelSource, flows: readonly CompiledFlow[]): CompiledNode {
  const { id, name, type, parentId, attachedToId, calledElement, isEventSubProcess, extensions } = node;
  const kind = kindOf(node) ?? 'pass';
  const incoming = flows.filter(({ targetId }) => targetId === id);
  const outgoing = flows.filter(({ sourceId }) => sourceId === id);
  const catches = attachedToId === undefined ? ownCatch(node, source) : catchOf(node);
  return {
    ...{ id, name, type, kind, incoming, outgoing, isEventSubProcess, extensions },
    isJoin: (kind === 'parallel' || kind === 'inclusive') && incoming.length > 1,
    boundary: source.nodes.filter((other) => other.attachedToId === id).map((other) => catchOf(other)),
    eventStarts: type === 'bpmn:SubProcess' ? eventStartsIn(id, source) : [],
    ...defined({ scopeId: parentId, attachedToId, calledElement, catches, loop: compileLoop(node.loop) }),
    ...defined({
      timer: compileTimer(node),
      messageName: node.messageName ?? node.events[0]?.messageName,
      errorCode: node.events[0]?.errorCode,
    }),
    ...defined({ linkTargetId: linkTargetOf(node, source), startId: startOf(node, source) }),
  };
}

/** Leaves out absent properties, so that compiled models print and compare well. */
function defined<T extends object>(properties: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const present = Object.entries(properties).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as { [K in keyof T]?: NonNullable<T[K]> };
}

function catchOf({ id, events, isInterrupting }: SourceNode, subProcessId?: string): CompiledCatch {
  const event = events[0];
  const kind = event?.kind === 'timer' || event?.kind === 'message' ? event.kind : 'error';
  return {
    nodeId: id,
    event: kind,
    isInterrupting: isInterrupting || kind === 'error',
    ...defined({ subProcessId, errorCode: event?.errorCode }),
  };
}

/** Starts of the event sub-processes directly inside a scope. */
function eventStartsIn(scopeId: string | undefined, { nodes }: ModelSource): readonly CompiledCatch[] {
  const handlers = nodes.filter((node) => node.isEventSubProcess && node.parentId === scopeId);
  return handlers.flatMap((handler) => nodes.filter((node) => isStartIn(node, handler.id)).map((start) => catchOf(start, handler.id)));
}

const isStartIn = (node: SourceNode, scopeId: string): boolean => node.type === 'bpmn:StartEvent' && node.parentId === scopeId;

/** The catch of a start event that begins an event sub-process. */
function ownCatch(node: SourceNode, { nodes }: ModelSource): CompiledCatch | undefined {
  const scope = node.type === 'bpmn:StartEvent' ? nodes.find(({ id }) => id === node.parentId) : undefined;
  return scope?.isEventSubProcess ? catchOf(node, scope.id) : undefined;
}

function startOf(node: SourceNode, { nodes }: ModelSource): string | undefined {
  return node.type === 'bpmn:SubProcess' ? nodes.find((other) => isStartIn(other, node.id))?.id : undefined;
}

function linkTargetOf({ type, events, parentId }: SourceNode, { nodes }: ModelSource): string | undefined {
  const name = type === 'bpmn:IntermediateThrowEvent' ? events[0]?.linkName : undefined;
  if (name === undefined) return undefined;
  return nodes.find(
    (node) => node.type === 'bpmn:IntermediateCatchEvent' && node.events[0]?.linkName === name && node.parentId === parentId,
  )?.id;
}

function compileLoop(loop: SourceLoop | undefined): CompiledLoop | undefined {
  if (!loop) return undefined;
  const { isSequential, itemVariable } = loop;
  const collection = expression(loop.collection);
  const cardinality = expression(loop.cardinality);
  return { isSequential, ...defined({ itemVariable, collection, cardinality, completionCondition: expression(loop.completionCondition) }) };
}

function compileTimer({ events }: SourceNode): CompiledTimer | undefined {
  const event = events[0];
  if (event?.timerType === undefined || event.timerText === undefined) return undefined;
  const { timerType: type, timerText: text } = event;
  return text.startsWith('=') ? { type, expression: feel.compileExpression(text) } : { type, literal: text };
}

function withReach(join: CompiledNode, nodes: ReadonlyMap<string, CompiledNode>): CompiledNode {
  const all = [...nodes.values()];
  const predecessors = (nodeId: string): readonly string[] => {
    const node = nodes.get(nodeId);
    const sources = node?.incoming.map(({ sourceId }) => sourceId) ?? [];
    const throwers = all.filter(({ linkTargetId }) => linkTargetId === nodeId).map(({ id }) => id);
    return [...sources, ...throwers, ...(node?.attachedToId === undefined ? [] : [node.attachedToId])];
  };
  return { ...join, reaches: reachesOf(join, predecessors) };
}
