import { type FlowGraph, flowGraphs, linkTargets, reachable, successors } from './flow-graph';
import { refuse, type SourceRule } from './source-rule';

/** Each scope starts somewhere and ends somewhere, and every element lies on a way from start to end. */
export const everyNodeOnAWay: SourceRule = (source) =>
  [...flowGraphs(source)].flatMap(([scope, graph]) => {
    const nodes = [...graph.nodes.values()];
    const scopeId = scope || source.processId;
    if (graph.starts.length === 0) return [refuse('no-start', scopeId)];
    const ends = nodes.filter((node) => node.type === 'bpmn:EndEvent').map((node) => node.id);
    if (ends.length === 0) return [refuse('no-end', scopeId)];
    const fromStart = reachable(
      graph.starts.map((node) => node.id),
      (id) => successors(graph, id),
    );
    const toEnd = reachable(ends, (id) => predecessors(graph, id));
    return nodes
      .filter((node) => !node.isEventSubProcess)
      .flatMap((node) => {
        if (!fromStart.has(node.id)) return [refuse('not-reached', node.id, { name: node.name })];
        if (!toEnd.has(node.id)) return [refuse('no-way-out', node.id, { name: node.name })];
        return [];
      });
  });

/** A gateway that chooses must have a way for the case that no condition holds. */
export const choiceHasDefault: SourceRule = (source) =>
  source.nodes.flatMap((node) => {
    if (node.type !== 'bpmn:ExclusiveGateway' && node.type !== 'bpmn:InclusiveGateway') return [];
    const outgoing = source.flows.filter((flow) => flow.sourceId === node.id);
    if (outgoing.length < 2 || node.defaultFlowId !== undefined) return [];
    return [refuse('no-default', node.id, { name: node.name })];
  });

/** Every other way out of a choosing gateway needs a condition: a bare flow would always be taken. */
export const choiceHasConditions: SourceRule = (source) => {
  const choosing = new Map(
    source.nodes
      .filter((node) => node.type === 'bpmn:ExclusiveGateway' || node.type === 'bpmn:InclusiveGateway')
      .map((node) => [node.id, node]),
  );
  return source.flows.flatMap((flow) => {
    const gateway = choosing.get(flow.sourceId);
    if (!gateway || flow.condition !== undefined || gateway.defaultFlowId === flow.id) return [];
    const siblings = source.flows.filter((other) => other.sourceId === flow.sourceId);
    return siblings.length > 1 ? [refuse('no-condition', flow.id, { gateway: gateway.name })] : [];
  });
};

function predecessors(graph: FlowGraph, nodeId: string): readonly string[] {
  const node = graph.nodes.get(nodeId);
  const flows = (graph.incoming.get(nodeId) ?? []).map((flow) => flow.sourceId);
  const throwers = [...graph.nodes.keys()].filter((id) => linkTargets(graph, id).includes(nodeId));
  return node?.attachedToId === undefined ? [...flows, ...throwers] : [...flows, node.attachedToId];
}
