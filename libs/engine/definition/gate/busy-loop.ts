import type { SourceNode } from '../../model/model-source';
import { type FlowGraph, flowGraphs, linkTargets } from './flow-graph';
import { refuse, type SourceRule } from './source-rule';

const WAITING = new Set([
  'bpmn:UserTask',
  'bpmn:ManualTask',
  'bpmn:ReceiveTask',
  'bpmn:CallActivity',
  'bpmn:IntermediateCatchEvent',
  'bpmn:SubProcess',
]);

/** A loop in which nothing ever waits would run for ever inside one command. */
export const noBusyLoop: SourceRule = (source) =>
  [...flowGraphs(source).values()].flatMap((graph) => {
    const loop = findBusyLoop(graph);
    return loop ? [refuse('busy-loop', loop[0], { path: loop.map((id) => graph.nodes.get(id)?.name || id) })] : [];
  });

/** Link catch events do not wait, nor does a sub-process that holds no waiting node; the latter is found in its own scope. */
function waits(node: SourceNode): boolean {
  if (node.events.some((event) => event.kind === 'link')) return false;
  return WAITING.has(node.type) || 'engine:Job' in node.extensions;
}

/** The nodes of one loop without a wait, or nothing. Depth first with an explicit stack: chains may be long. */
function findBusyLoop(graph: FlowGraph): readonly string[] | undefined {
  const done = new Set<string>();
  for (const root of graph.nodes.keys()) {
    const path: string[] = [];
    const onPath = new Set<string>();
    const stack: { id: string; leave: boolean }[] = [{ id: root, leave: false }];
    for (let step = stack.pop(); step; step = stack.pop()) {
      if (step.leave) {
        onPath.delete(step.id);
        path.pop();
        done.add(step.id);
        continue;
      }
      if (onPath.has(step.id)) return path.slice(path.indexOf(step.id));
      const node = graph.nodes.get(step.id);
      if (done.has(step.id) || !node || waits(node)) continue;
      onPath.add(step.id);
      path.push(step.id);
      stack.push({ id: step.id, leave: true }, ...nextOf(graph, step.id).map((id) => ({ id, leave: false })));
    }
  }
  return undefined;
}

const nextOf = (graph: FlowGraph, id: string): readonly string[] => [
  ...(graph.outgoing.get(id) ?? []).map((flow) => flow.targetId),
  ...linkTargets(graph, id),
];
