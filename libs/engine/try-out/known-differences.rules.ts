import type { TryOutDifference } from '@fashen/plugin-api';
import type { CompiledNode, CompiledProcess, Wait } from '../kernel';

type Rule = (node: CompiledNode, process: CompiledProcess) => boolean;

/** What bpmn-elements 17 is known to treat in another way than BPMN 2.0 and our kernel, or does not know. */
const RULES: Readonly<Partial<Record<TryOutDifference['reason'], Rule>>> = {
  eventSubProcess: (node) => node.isEventSubProcess,
  triggeredStart: ({ id }, process) => process.triggeredStartIds.includes(id),
  itemSubProcess: ({ kind, loop }) => kind === 'subProcess' && loop !== undefined,
  accompanyingMessage: ({ attachedToId, catches }) => attachedToId !== undefined && catches?.event === 'message' && !catches.isInterrupting,
  completionCondition: ({ loop }) => loop?.completionCondition !== undefined,
};

/** Elements of a process at which bpmn-engine may come to something else. */
export function knownDifferences(process: CompiledProcess): readonly TryOutDifference[] {
  const rules = Object.entries(RULES) as readonly [TryOutDifference['reason'], Rule][];
  return [...process.nodes.values()].flatMap((node) =>
    rules.filter(([, holds]) => holds(node, process)).map(([reason]) => ({ reason, elementId: node.id })),
  );
}

/** Steps at which several tokens wait beside each other: bpmn-engine lets them through one after the other. */
export function crowdedSteps(waits: readonly Wait[]): readonly TryOutDifference[] {
  const ids = waits.filter(({ loop }) => loop === undefined).map(({ nodeId }) => nodeId);
  const crowded = new Set(ids.filter((id, at) => ids.indexOf(id) !== at));
  return [...crowded].map((elementId) => ({ reason: 'severalTokens', elementId }));
}
