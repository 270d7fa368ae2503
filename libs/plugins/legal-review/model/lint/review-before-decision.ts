import type { JsonObject, LintRule, ModelElement } from '@fashen/plugin-api';
import { graphOf } from './model-graph';
import { partsOf } from './part';
import { lacking } from './review-state';
import { pathTo, walk } from './walk';

/**
 * Proves that no drawn way leads to a decision around legal review: each must ask the catalog after the last draft, and then either know
 * that the catalog asks for nothing, or know that review and signature have passed this draft. The shortest offending way is reported per
 * decision with what it lacks: `CATALOG`, `CATALOG_STALE`, `REVIEW`, `SIGNATURE` or `NOT_PASSED`.
 */
export const reviewBeforeDecision: LintRule = (model) => {
  const graph = graphOf(model);
  const decisions = graph.nodes.filter((node) => partsOf(node).includes('Decision'));
  if (decisions.length === 0) return [];
  const { visits, isComplete } = walk(graph);
  if (!isComplete) return [{ severity: 'error', elementId: decisions[0]?.id, params: { cause: 'TOO_TANGLED', path: [], text: '' } }];
  return decisions.flatMap((decision) => {
    const bad = visits.find((visit) => visit.node === decision && lacking(visit.state) !== undefined);
    if (!bad) return [];
    const path = pathTo(bad);
    return [
      {
        severity: 'error' as const,
        elementId: decision.id,
        params: { cause: lacking(bad.state), path: path.map(step), text: path.map(label).join(' → ') },
      },
    ];
  });
};

const step = ({ id, name }: ModelElement): JsonObject => ({ id, name: name ?? '' });
const label = ({ id, name }: ModelElement): string => name || id;
