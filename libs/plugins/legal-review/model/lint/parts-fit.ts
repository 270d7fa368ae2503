import type { LintRule, ModelElement } from '@fashen/plugin-api';
import { graphOf } from './model-graph';
import { type DrawnPart, drawnPartsOf } from './part';

const TYPE: Readonly<Record<DrawnPart, string>> = {
  Catalog: 'bpmn:BusinessRuleTask',
  Draft: 'bpmn:UserTask',
  Review: 'bpmn:UserTask',
  Signature: 'bpmn:UserTask',
  Decision: 'bpmn:UserTask',
  Hearing: 'bpmn:UserTask',
};

/** A step plays at most one part, and parts stand on the kind of task that can play them. Elsewhere they would do nothing. */
export const partsFit: LintRule = (model) =>
  graphOf(model).nodes.flatMap((node) => {
    const parts = drawnPartsOf(node);
    const isRight = parts.length === 0 || (parts.length === 1 && parts.every((part) => TYPE[part] === node.type));
    return isRight ? [] : [{ severity: 'error' as const, elementId: node.id, params: { step: labelOf(node), parts } }];
  });

const labelOf = ({ id, name }: ModelElement): string => name ?? id;
