import type { JsonObject, LintRule, ModelElement } from '@fashen/plugin-api';
import { graphOf, type ModelGraph } from './model-graph';
import { type Part, partsOf } from './part';

const ASSIGNMENT = 'assignment:Assignment';
const DUTY: readonly (readonly [Part, string])[] = [
  ['Review', 'review'],
  ['Signature', 'sign-review'],
  ['Decision', 'decide'],
];

/**
 * Reviewer, signing head and deciding head are different persons by model: each of these steps names its duty, by which duties are kept
 * apart when somebody takes or ends a step; none of them is given to the performer of another; and a step with the duty to decide is
 * a decision, so that nobody draws a decision the gate does not see.
 */
export const dutiesApart: LintRule = (model) => {
  const graph = graphOf(model);
  return graph.nodes.flatMap((node) => {
    const cause = causeAt(graph, node);
    return cause ? [{ severity: 'error' as const, elementId: node.id, params: { step: node.name ?? node.id, ...cause } }] : [];
  });
};

function causeAt(graph: ModelGraph, node: ModelElement): JsonObject | undefined {
  const { duty } = assignmentOf(node);
  const parts = partsOf(node);
  if (duty === 'decide' && !parts.includes('Decision')) return { cause: 'UNGUARDED', duty: 'decide' };
  const named = DUTY.find(([part]) => parts.includes(part));
  if (!named) return undefined;
  return duty === named[1] ? sharedPerformer(graph, node) : { cause: 'DUTY', duty: named[1] };
}

/** The same performer as a step with another duty. */
function sharedPerformer(graph: ModelGraph, node: ModelElement): JsonObject | undefined {
  const { duty, kind, value } = assignmentOf(node);
  const other = kind === 'sameAs' && typeof value === 'string' ? graph.element(value) : undefined;
  if (!other || assignmentOf(other)['duty'] === duty) return undefined;
  return { cause: 'SAME_PERSON', duty, other: other.name ?? other.id };
}

const assignmentOf = (node: ModelElement): JsonObject => node.extensions[ASSIGNMENT] ?? {};
