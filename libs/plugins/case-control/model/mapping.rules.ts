import type { ModelElement, ProcessModel } from '@fashen/plugin-api';

/** A step, event or gateway as the plan of a migration names it. */
export interface MappingNode {
  readonly nodeId: string;
  readonly name: string;
  readonly type: string;
}

/** What stands for a node of the old version in the new one. `suggestion` is a guess that a person has to look at. */
export interface MappingRow extends MappingNode {
  readonly isSame: boolean;
  readonly suggestion?: string;
}

/** The nodes of the old version with what stands for them, and what of the new version stands for none. */
export interface Mapping {
  readonly rows: readonly MappingRow[];
  /** All nodes of the new version: what a node can be mapped to. */
  readonly targets: readonly MappingNode[];
  readonly added: readonly MappingNode[];
}

const NODE = /(Task|Event|Gateway|SubProcess|CallActivity|Transaction)$/;

/**
 * Lays two versions of a process side by side. A node that keeps its id and its kind is the same. For the others a new node of the same kind is
 * suggested: the one with the same name, else the only one with the same neighbors.
 */
export function mappingOf(from: ProcessModel, to: ProcessModel): Mapping {
  const [old, targets] = [nodesOf(from), nodesOf(to)];
  const fresh = targets.filter(({ nodeId, type }) => from.elements.get(nodeId)?.type !== type);
  const rows = old.map((node): MappingRow => {
    if (to.elements.get(node.nodeId)?.type === node.type) return { ...node, isSame: true };
    const suggestion = suggestionFor(node, fresh, { from, to });
    return { ...node, isSame: false, ...(suggestion !== undefined && { suggestion }) };
  });
  const taken = new Set(rows.map(({ suggestion }) => suggestion));
  return { rows, targets, added: fresh.filter(({ nodeId }) => !taken.has(nodeId)) };
}

function nodesOf({ elements }: ProcessModel): readonly MappingNode[] {
  return [...elements.values()].filter(({ type }) => NODE.test(type)).map(nodeOf);
}

function nodeOf({ id, name, type }: ModelElement): MappingNode {
  return { nodeId: id, name: name ?? id, type };
}

function suggestionFor(
  node: MappingNode,
  fresh: readonly MappingNode[],
  { from, to }: { readonly from: ProcessModel; readonly to: ProcessModel },
): string | undefined {
  const kin = fresh.filter(({ type }) => type === node.type);
  const namesake = only(kin.filter(({ name }) => name === node.name));
  return (namesake ?? only(kin.filter(({ nodeId }) => areNeighborsSame(from, node.nodeId, to, nodeId))))?.nodeId;
}

function areNeighborsSame(from: ProcessModel, here: string, to: ProcessModel, there: string): boolean {
  return neighborsOf(from, here) === neighborsOf(to, there);
}

function neighborsOf({ flows }: ProcessModel, id: string): string {
  const before = flows.filter(({ targetId }) => targetId === id).map(({ sourceId }) => sourceId);
  const after = flows.filter(({ sourceId }) => sourceId === id).map(({ targetId }) => targetId);
  return `${before.sort().join(' ')} > ${after.sort().join(' ')}`;
}

function only<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}
