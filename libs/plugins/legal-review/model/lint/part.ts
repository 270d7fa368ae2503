import type { ModelElement } from '@fashen/plugin-api';
import { mappedNames } from './mapped-names';

/** The part a step plays in legal review. `OPAQUE`: a called process that may rewrite everything. */
export type Part = DrawnPart | 'OPAQUE';

/** A part that is drawn on a step. */
export type DrawnPart = (typeof PARTS)[number];
const PARTS = ['Catalog', 'Draft', 'Review', 'Signature', 'Decision', 'Hearing'] as const;

/** What a called process does to the case by bringing back data of this name. Other names mean nothing to legal review. */
const WRITES: Readonly<Record<string, Part>> = { draft: 'Draft', party: 'Draft', hearing: 'Hearing', catalog: 'OPAQUE', review: 'OPAQUE' };

/** Every part drawn on an element; more than one is refused by the rule `parts-fit`. */
export function drawnPartsOf(element: ModelElement): readonly DrawnPart[] {
  return PARTS.filter((part) => element.extensions[`legal-review:${part}`] !== undefined);
}

/** Every part an element plays, drawn or by what its called process brings back. */
export function partsOf(element: ModelElement): readonly Part[] {
  const own = drawnPartsOf(element);
  return element.type === 'bpmn:CallActivity' ? [...own, ...partsOfCall(element)] : own;
}

/** Names a called process may write; undefined when it may write all. */
export function namesFromCall(element: ModelElement): readonly string[] | undefined {
  const output = element.extensions['engine:Mapping']?.['output'];
  return typeof output === 'string' ? mappedNames(output) : undefined;
}

function partsOfCall(element: ModelElement): readonly Part[] {
  const names = namesFromCall(element);
  if (!names) return ['OPAQUE'];
  return [...new Set(names.flatMap((name) => WRITES[name] ?? []))];
}
