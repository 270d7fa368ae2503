import type { LintRule } from '@fashen/plugin-api';
import { decisionBinding } from '../decision-rule.schema';

/** Moddle type of the extension element. */
export const BINDING = 'decision-rule:Binding';

/** A bound business-rule task names a decision and the variable for its result; a binding elsewhere does nothing and is refused. */
export const boundDecision: LintRule = (model) =>
  [...model.elements.values()].flatMap((element) => {
    const binding = element.extensions[BINDING];
    if (!binding) return [];
    const isRight = element.type === 'bpmn:BusinessRuleTask' && decisionBinding.safeParse(binding).success;
    return isRight ? [] : [{ severity: 'error' as const, elementId: element.id, params: { name: element.name ?? element.id } }];
  });
