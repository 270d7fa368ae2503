import type { NewPlan, WireMapping } from './migration-requests';

/** What a person has chosen for the nodes that are not the same; an empty text leaves a node without a counterpart. */
export type Choices = Readonly<Record<string, string>>;

/** The nodes of the old version for which somebody has to say what stands for them. */
export function openRows({ rows }: WireMapping): WireMapping['rows'] {
  return rows.filter(({ isSame }) => !isSame);
}

/** What stands for a node: the choice of the person, else the suggestion. */
export function chosenFor(row: WireMapping['rows'][number], choices: Choices): string {
  return choices[row.nodeId] ?? row.suggestion ?? '';
}

/** The map of a plan. Nodes that are the same, or have no counterpart, are not named. */
export function nodesOf(mapping: WireMapping, choices: Choices): NewPlan['nodes'] {
  const named = openRows(mapping).map((row) => [row.nodeId, chosenFor(row, choices)] as const);
  return Object.fromEntries(named.filter(([, target]) => target !== ''));
}
