import { type FlowGraph, flowGraphs } from './flow-graph';
import { firingsOf, isTokenFlood, type Marking, startMarkings, stuckNodes } from './marking';
import { refuse, type SourceRule } from './source-rule';

/** Markings looked at before the check gives up. Models of this product have hundreds. */
const MOST_MARKINGS = 20_000;

/**
 * Plays every choice of a scope and looks whether tokens can get stuck: a parallel join behind a choice waits for a token that
 * never comes; a loop inside a branch piles tokens up. Conditions are not read: every way a gateway offers counts as possible.
 */
export const noDeadlock: SourceRule = (source) => [...flowGraphs(source).values()].flatMap(explore);

function explore(graph: FlowGraph): ReturnType<SourceRule> {
  const seen = new Set<string>();
  const open: Marking[] = [...startMarkings(graph)];
  for (let marking = open.pop(); marking; marking = open.pop()) {
    const key = marking.join(' ');
    if (seen.has(key)) continue;
    seen.add(key);
    if (seen.size > MOST_MARKINGS) return [];
    if (isTokenFlood(marking)) return [refuse('token-flood', targetOf(graph, marking[0]))];
    const next = firingsOf(graph, marking);
    if (next.length > 0) open.push(...next);
    else if (marking.length > 0) return stuckNodes(graph, marking).map((node) => refuse('deadlock', node.id, { name: node.name }));
  }
  return [];
}

function targetOf(graph: FlowGraph, flowId: string | undefined): string | undefined {
  return [...graph.outgoing.values()].flat().find((flow) => flow.id === flowId)?.targetId;
}
