import type { ModelElement } from '@fashen/plugin-api';

/** The part a step plays in legal review. `OPAQUE`: a called process, which may rewrite everything. */
export type Part = 'Catalog' | 'Draft' | 'Review' | 'Signature' | 'Decision' | 'Hearing' | 'OPAQUE';

const PARTS = ['Catalog', 'Draft', 'Review', 'Signature', 'Decision', 'Hearing'] as const;

/** Every part on an element; more than one is refused by the rule `parts-fit`. */
export function partsOf(element: ModelElement): readonly Part[] {
  const own = PARTS.filter((part) => element.extensions[`legal-review:${part}`] !== undefined);
  return element.type === 'bpmn:CallActivity' ? [...own, 'OPAQUE'] : own;
}
