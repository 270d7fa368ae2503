import type { LintRule, ModelElement } from '@fashen/plugin-api';
import { graphOf, type ModelGraph } from './model-graph';
import { type Part, partsOf } from './part';

const REWRITING: readonly Part[] = ['Draft', 'Hearing', 'OPAQUE'];
const JUDGING: readonly Part[] = ['Catalog', 'Review', 'Signature', 'Decision'];

/**
 * Refuses drawings in which the draft may be rewritten, or a hearing held, while the same draft is being judged on another branch:
 * the judgment would be of a draft that no longer exists.
 */
export const partsInParallel: LintRule = (model) => {
  const graph = graphOf(model);
  const found = new Map<string, { rewriting: ModelElement; judging: ModelElement }>();
  for (const branches of forksOf(graph)) {
    for (const pair of conflicts(branches)) found.set(`${pair.rewriting.id} ${pair.judging.id}`, pair);
  }
  return [...found.values()].map(({ rewriting, judging }) => ({
    severity: 'error' as const,
    elementId: rewriting.id,
    params: { rewriting: rewriting.name ?? rewriting.id, judging: judging.name ?? judging.id, other: judging.id },
  }));
};

type Region = ReadonlySet<ModelElement>;

/** For every place where one token becomes several: what each of them can reach before they meet again. */
function forksOf(graph: ModelGraph): readonly (readonly Region[])[] {
  return graph.nodes.flatMap((node) => branchesAt(graph, node)).filter((branches) => branches.length > 1);
}

function branchesAt(graph: ModelGraph, node: ModelElement): readonly (readonly Region[])[] {
  const targets = graph.outgoing(node.id).flatMap((flow) => graph.element(flow.targetId) ?? []);
  const splits = !['bpmn:ExclusiveGateway', 'bpmn:EventBasedGateway'].includes(node.type) && targets.length > 1;
  const beside = graph.boundaries(node.id).filter((event) => event.isInterrupting === false);
  const eventScopes = graph
    .eventSubProcesses(node.id)
    .filter((scope) => graph.starts(scope.id).some((start) => start.isInterrupting === false));
  return [
    ...(splits
      ? [
          regionsOf(
            graph,
            targets.map((target) => [target]),
            node,
          ),
        ]
      : []),
    ...beside.map((event) => regionsOf(graph, [[node], [event]], undefined)),
    ...eventScopes.map((scope) => [inside(graph, scope), insideExcept(graph, node, scope)]),
    ...(node.isMultiInstance && node.type === 'bpmn:SubProcess' ? [[inside(graph, node), inside(graph, node)]] : []),
  ];
}

/** Each branch up to the joins that several branches share. */
function regionsOf(graph: ModelGraph, branches: readonly (readonly ModelElement[])[], fork: ModelElement | undefined): readonly Region[] {
  const whole = branches.map((starts) => reachable(graph, starts, (node) => node === fork));
  const isSharedJoin = (node: ModelElement): boolean =>
    ['bpmn:ParallelGateway', 'bpmn:InclusiveGateway'].includes(node.type) &&
    graph.incoming(node.id).length > 1 &&
    whole.filter((region) => region.has(node)).length > 1;
  return branches.map((starts) => reachable(graph, starts, (node) => node === fork || isSharedJoin(node)));
}

function reachable(graph: ModelGraph, starts: readonly ModelElement[], isEnd: (node: ModelElement) => boolean): Region {
  const region = new Set<ModelElement>();
  const queue = [...starts];
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (region.has(node) || isEnd(node)) continue;
    region.add(node);
    queue.push(...nextOf(graph, node));
  }
  return region;
}

function nextOf(graph: ModelGraph, node: ModelElement): readonly ModelElement[] {
  const targets = graph.outgoing(node.id).flatMap((flow) => graph.element(flow.targetId) ?? []);
  const [scope] = graph.scopesOf(node.id);
  const isEnd = targets.length === 0 && scope !== undefined && scope.type !== 'bpmn:Process';
  const interrupting = graph.boundaries(node.id).filter((event) => event.isInterrupting !== false);
  const jumps = node.type === 'bpmn:IntermediateThrowEvent' && targets.length === 0 ? graph.jumpTargets : [];
  const out = isEnd ? graph.outgoing(scope.id).flatMap((flow) => graph.element(flow.targetId) ?? []) : [];
  return [...targets, ...interrupting, ...jumps, ...out, ...(node.type === 'bpmn:SubProcess' ? graph.starts(node.id) : [])];
}

const inside = (graph: ModelGraph, scope: ModelElement): Region =>
  new Set(graph.nodes.filter((node) => graph.scopesOf(node.id).includes(scope)));

const insideExcept = (graph: ModelGraph, scope: ModelElement, except: ModelElement): Region =>
  new Set([...inside(graph, scope)].filter((node) => node !== except && !graph.scopesOf(node.id).includes(except)));

/** A step that rewrites on one branch with a step that judges on another. A few show the mistake; a tangle of them is not listed out. */
function conflicts(branches: readonly Region[]): readonly { rewriting: ModelElement; judging: ModelElement }[] {
  const steps = branches.map((region) => ({ rewriting: withPart(region, REWRITING), judging: withPart(region, JUDGING) }));
  const found: { rewriting: ModelElement; judging: ModelElement }[] = [];
  for (const [at, { rewriting }] of steps.entries()) {
    const [first] = rewriting;
    const other = first && steps.find(({ judging }, beside) => beside !== at && judging.length > 0);
    if (!first || !other || found.length >= MAX_CONFLICTS) continue;
    for (const judging of other.judging.slice(0, MAX_CONFLICTS)) found.push({ rewriting: first, judging });
  }
  return found;
}

const MAX_CONFLICTS = 5;

const withPart = (region: Region, parts: readonly Part[]): readonly ModelElement[] =>
  [...region].filter((node) => partsOf(node).some((part) => parts.includes(part)));
