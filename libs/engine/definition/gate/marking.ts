import type { SourceFlow, SourceNode } from '../../model/model-source';
import { type FlowGraph, linkTargets, reachable, successors } from './flow-graph';

/** Sequence flows that carry a token, sorted, with repetitions. Tokens inside activities count as on the flow before them. */
export type Marking = readonly string[];

/** More tokens than this on one flow mean that they pile up without end. */
const FLOOD = 3;

/** One marking per start event: each starts an instance of its own. */
export function startMarkings(graph: FlowGraph): readonly Marking[] {
  return graph.starts.filter((node) => !node.isEventSubProcess).map((node) => idsOf(graph.outgoing.get(node.id)));
}

/** Markings one step later: every node that can fire, every way it can choose. */
export function firingsOf(graph: FlowGraph, marking: Marking): readonly Marking[] {
  const targets = new Set(marking.map((flowId) => flowOf(graph, flowId)?.targetId));
  return [...targets].flatMap((nodeId) => {
    const node = graph.nodes.get(nodeId ?? '');
    return node ? fire(graph, node, marking) : [];
  });
}

/** True when one flow carries more tokens than any sound model puts there. */
export function isTokenFlood(marking: Marking): boolean {
  return marking.some((flow, index) => marking[index + FLOOD] === flow);
}

/** The joins that wait for a token nobody can send. */
export function stuckNodes(graph: FlowGraph, marking: Marking): readonly SourceNode[] {
  const ids = new Set(marking.map((flowId) => flowOf(graph, flowId)?.targetId));
  return [...graph.nodes.values()].filter((node) => ids.has(node.id));
}

function fire(graph: FlowGraph, node: SourceNode, marking: Marking): readonly Marking[] {
  const consumed = consumedBy(graph, node, marking);
  if (!consumed) return [];
  if (isTerminateEnd(node)) return [[]];
  return outcomesOf(graph, node).map((produced) => [...without(marking, consumed), ...produced].sort());
}

/** Flows whose token the node takes, or nothing when it must wait. */
function consumedBy(graph: FlowGraph, node: SourceNode, marking: Marking): readonly string[] | undefined {
  const incoming = idsOf(graph.incoming.get(node.id));
  const present = incoming.filter((id) => marking.includes(id));
  if (node.type === 'bpmn:ParallelGateway') return present.length === incoming.length ? incoming : undefined;
  if (node.type === 'bpmn:InclusiveGateway') return mayJoin(graph, node, marking, present) ? present : undefined;
  return present.slice(0, 1);
}

/** BPMN's rule: an inclusive join waits while a token elsewhere can still reach an empty way in without passing the join. */
function mayJoin(graph: FlowGraph, node: SourceNode, marking: Marking, present: readonly string[]): boolean {
  const empty = (graph.incoming.get(node.id) ?? []).filter((flow) => !present.includes(flow.id));
  if (empty.length === 0) return true;
  const others = marking.map((id) => flowOf(graph, id)?.targetId ?? '').filter((id) => id !== node.id);
  const live = reachable(others, (id) => (id === node.id ? [] : successors(graph, id)));
  return !empty.some((flow) => live.has(flow.sourceId));
}

/** Sets of flows that carry a token after the node, one per possible choice. */
function outcomesOf(graph: FlowGraph, node: SourceNode): readonly (readonly string[])[] {
  const flows = graph.outgoing.get(node.id) ?? [];
  const events = graph.boundary.get(node.id) ?? [];
  const normal = choicesOf(graph, node, flows);
  const interrupted = events.filter((event) => event.isInterrupting).map((event) => idsOf(graph.outgoing.get(event.id)));
  const accompanied = events
    .filter((event) => !event.isInterrupting)
    .flatMap((event) => normal.map((way) => [...way, ...idsOf(graph.outgoing.get(event.id))]));
  return [...normal, ...interrupted, ...accompanied];
}

function choicesOf(graph: FlowGraph, node: SourceNode, flows: readonly SourceFlow[]): readonly (readonly string[])[] {
  if (node.type === 'bpmn:ExclusiveGateway' || node.type === 'bpmn:EventBasedGateway') return flows.map((flow) => [flow.id]);
  if (node.type === 'bpmn:InclusiveGateway') return subsetsOf(flows, node.defaultFlowId);
  const links = linkTargets(graph, node.id).map((id) => idsOf(graph.outgoing.get(id)));
  if (links.length > 0) return links;
  const hasConditions = node.type !== 'bpmn:ParallelGateway' && flows.some((flow) => flow.condition !== undefined);
  return hasConditions ? subsetsOf(flows, node.defaultFlowId) : [idsOf(flows)];
}

/** Non-empty subsets of the conditional flows, or the default alone. Beyond six ways: each alone, and all. */
function subsetsOf(flows: readonly SourceFlow[], defaultId: string | undefined): readonly (readonly string[])[] {
  const ids = flows.filter((flow) => flow.id !== defaultId).map((flow) => flow.id);
  const alone = defaultId === undefined ? [] : [[defaultId]];
  if (ids.length > 6) return [...alone, ...ids.map((id) => [id]), ids];
  const subsets = ids.reduce<string[][]>((all, id) => [...all, ...all.map((subset) => [...subset, id])], [[]]);
  return [...alone, ...subsets.filter((subset) => subset.length > 0)];
}

function without(marking: Marking, taken: readonly string[]): string[] {
  const left = [...marking];
  for (const id of taken) left.splice(left.indexOf(id), 1);
  return left;
}

const isTerminateEnd = (node: SourceNode): boolean =>
  node.type === 'bpmn:EndEvent' && node.events.some((event) => event.kind === 'terminate');

const idsOf = (flows: readonly SourceFlow[] | undefined): readonly string[] => (flows ?? []).map((flow) => flow.id);

const flowOf = (graph: FlowGraph, flowId: string): SourceFlow | undefined =>
  [...graph.outgoing.values()].flat().find((flow) => flow.id === flowId);
