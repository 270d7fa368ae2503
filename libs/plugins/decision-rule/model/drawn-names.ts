import type { NameReader } from '@fashen/plugin-api';
import { decisionBinding } from './decision-rule.schema';
import { BINDING } from './lint/bound-decision';

/** Decisions that steps are bound to. */
export const decisionNames: NameReader = (model) =>
  [...model.elements.values()].flatMap(({ id: elementId, extensions }) => {
    const binding = decisionBinding.safeParse(extensions[BINDING]).data;
    return binding ? [{ elementId, kind: 'decision', id: binding.decision }] : [];
  });
