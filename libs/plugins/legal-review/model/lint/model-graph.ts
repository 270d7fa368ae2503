import type { ModelElement, ModelFlow, ProcessModel } from '@fashen/plugin-api';

/** A model arranged for walking: what leads out of and into each node, what happens beside it, what a scope holds. */
export interface ModelGraph {
  readonly model: ProcessModel;
  readonly nodes: readonly ModelElement[];
  element(id: string): ModelElement | undefined;
  outgoing(id: string): readonly ModelFlow[];
  incoming(id: string): readonly ModelFlow[];
  /** Nodes at which a scope (process or sub-process) begins. */
  starts(scopeId: string): readonly ModelElement[];
  /** Boundary events on an activity. */
  boundaries(id: string): readonly ModelElement[];
  /** Event sub-processes of a scope. */
  eventSubProcesses(scopeId: string): readonly ModelElement[];
  /** The scopes around a node, innermost first. */
  scopesOf(id: string): readonly ModelElement[];
  /** Link and other catch events that only a throwing event leads to. */
  readonly jumpTargets: readonly ModelElement[];
}

const isNode = ({ type }: ModelElement): boolean => !['bpmn:SequenceFlow', 'bpmn:Process'].includes(type);

/** Arranges a model. Cheap enough to be done while somebody draws. */
export function graphOf(model: ProcessModel): ModelGraph {
  const nodes = [...model.elements.values()].filter(isNode);
  const bySource = groupBy(model.flows, (flow) => flow.sourceId);
  const byTarget = groupBy(model.flows, (flow) => flow.targetId);
  const byScope = groupBy(nodes, (node) => node.parentId ?? model.processId);
  const byHost = groupBy(nodes, (node) => node.attachedToId ?? '');
  const process = model.elements.get(model.processId) ?? { id: model.processId, type: 'bpmn:Process', extensions: {} };
  const hasNoIncoming = (node: ModelElement): boolean => (byTarget.get(node.id) ?? []).length === 0;
  const begins = (node: ModelElement): boolean => node.attachedToId === undefined && !node.isEventSubProcess && hasNoIncoming(node);
  return {
    model,
    nodes,
    element: (id) => model.elements.get(id),
    outgoing: (id) => bySource.get(id) ?? [],
    incoming: (id) => byTarget.get(id) ?? [],
    starts: (scopeId) => (byScope.get(scopeId) ?? []).filter(begins),
    boundaries: (id) => byHost.get(id) ?? [],
    eventSubProcesses: (scopeId) => (byScope.get(scopeId) ?? []).filter((node) => node.isEventSubProcess),
    scopesOf: remembered((id) => scopesOf(model, process, id)),
    jumpTargets: nodes.filter((node) => node.type === 'bpmn:IntermediateCatchEvent' && hasNoIncoming(node)),
  };
}

function scopesOf(model: ProcessModel, process: ModelElement, id: string): readonly ModelElement[] {
  const parentOf = (child: string): ModelElement => model.elements.get(model.elements.get(child)?.parentId ?? '') ?? process;
  const scopes: ModelElement[] = [];
  for (let scope = parentOf(id); !scopes.includes(scope); scope = parentOf(scope.id)) scopes.push(scope);
  return scopes;
}

function remembered<T>(find: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>();
  return (id) => {
    const found = known.get(id) ?? find(id);
    known.set(id, found);
    return found;
  };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
