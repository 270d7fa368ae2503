import type { ModelSource, SourceFlow, SourceNode } from '../../model/model-source';

/** Nodes of one scope (process or sub-process) with the ways between them. */
export interface FlowGraph {
  readonly nodes: ReadonlyMap<string, SourceNode>;
  readonly outgoing: ReadonlyMap<string, readonly SourceFlow[]>;
  readonly incoming: ReadonlyMap<string, readonly SourceFlow[]>;
  /** Boundary events by the activity they sit on. */
  readonly boundary: ReadonlyMap<string, readonly SourceNode[]>;
  /** Where tokens come to life: start events, and nodes without incoming flows that are none of the other kinds. */
  readonly starts: readonly SourceNode[];
}

/** The graph of each scope: the process itself (key `''`) and every sub-process by its id. */
export function flowGraphs(source: ModelSource): ReadonlyMap<string, FlowGraph> {
  const scopes = ['', ...source.nodes.filter(isScope).map((node) => node.id)];
  return new Map(scopes.map((scope) => [scope, graphOf(source, scope)]));
}

/** True for sub-processes of every kind. */
export const isScope = (node: SourceNode): boolean => ['bpmn:SubProcess', 'bpmn:Transaction', 'bpmn:AdHocSubProcess'].includes(node.type);

/** Ids of nodes a token may come to directly from this one, boundary events and links included. */
export function successors(graph: FlowGraph, nodeId: string): readonly string[] {
  const flows = graph.outgoing.get(nodeId) ?? [];
  const events = graph.boundary.get(nodeId) ?? [];
  return [...flows.map((flow) => flow.targetId), ...events.map((event) => event.id), ...linkTargets(graph, nodeId)];
}

/** Everything reachable from some nodes, these included. */
export function reachable(from: readonly string[], next: (nodeId: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...next(id));
  }
  return seen;
}

/** Link catch events a link throw goes on at. */
export function linkTargets(graph: FlowGraph, nodeId: string): readonly string[] {
  const node = graph.nodes.get(nodeId);
  if (node?.type !== 'bpmn:IntermediateThrowEvent') return [];
  const name = node.events.find((event) => event.kind === 'link')?.linkName;
  if (name === undefined) return [];
  return [...graph.nodes.values()]
    .filter(
      (other) =>
        other.type === 'bpmn:IntermediateCatchEvent' && other.events.some((event) => event.kind === 'link' && event.linkName === name),
    )
    .map((other) => other.id);
}

function graphOf(source: ModelSource, scope: string): FlowGraph {
  const inside = source.nodes.filter((node) => (node.parentId ?? '') === scope);
  const nodes = new Map(inside.map((node) => [node.id, node]));
  const flows = source.flows.filter((flow) => nodes.has(flow.sourceId) && nodes.has(flow.targetId));
  const incoming = groupBy(flows, (flow) => flow.targetId);
  return {
    nodes,
    outgoing: groupBy(flows, (flow) => flow.sourceId),
    incoming,
    boundary: groupBy(
      inside.filter((node) => node.attachedToId !== undefined),
      (node) => node.attachedToId ?? '',
    ),
    starts: inside.filter((node) => node.type === 'bpmn:StartEvent' || (node.type === 'bpmn:SubProcess' && node.isEventSubProcess)),
  };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}
