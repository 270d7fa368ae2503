import type { LintRule } from '@fashen/plugin-api';
import { graphOf } from './model-graph';
import { namesFromCall } from './part';

/** A called process brings back no decision: a decision is taken in the case itself, before its gate. */
export const calledDecision: LintRule = (model) =>
  graphOf(model)
    .nodes.filter((node) => node.type === 'bpmn:CallActivity' && namesFromCall(node)?.includes('decision'))
    .map(({ id, name }) => ({ severity: 'error', elementId: id, params: { step: name ?? id } }));
