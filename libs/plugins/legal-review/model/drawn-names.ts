import type { NameReader } from '@fashen/plugin-api';
import { catalogBinding } from './legal-review.schema';

/** Extension element of a step that asks the catalog. */
export const CATALOG = 'legal-review:Catalog';

/** Decisions that steps ask as the catalog. */
export const catalogNames: NameReader = (model) =>
  [...model.elements.values()].flatMap(({ id: elementId, extensions }) => {
    const { data } = catalogBinding.safeParse(extensions[CATALOG]);
    return data ? [data.decision, data.hearingDecision].map((id) => ({ elementId, kind: 'decision', id })) : [];
  });
