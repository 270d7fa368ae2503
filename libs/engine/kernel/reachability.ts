import type { CompiledFlow, CompiledNode } from './types';

/** Lists the nodes from which a token may come to a node: sources of its flows, hosts of boundary events, link throws. */
export type Predecessors = (nodeId: string) => readonly string[];

/**
 * For an inclusive join: from which node which of its incoming flows can still be reached without passing the join.
 * This is the static part of the BPMN rule (13.4.3); the kernel only looks up where tokens are.
 */
export function reachesOf(
  join: Pick<CompiledNode, 'id' | 'incoming'>,
  predecessors: Predecessors,
): ReadonlyMap<string, ReadonlySet<string>> {
  const reaches = new Map<string, Set<string>>();
  for (const flow of join.incoming) {
    for (const nodeId of upstream(flow, join.id, predecessors)) {
      const flows = reaches.get(nodeId) ?? new Set();
      reaches.set(nodeId, flows.add(flow.id));
    }
  }
  return reaches;
}

function upstream(flow: CompiledFlow, joinId: string, predecessors: Predecessors): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [flow.sourceId];
  for (let nodeId = open.pop(); nodeId !== undefined; nodeId = open.pop()) {
    if (nodeId === joinId || seen.has(nodeId)) continue;
    seen.add(nodeId);
    open.push(...predecessors(nodeId));
  }
  return seen;
}
