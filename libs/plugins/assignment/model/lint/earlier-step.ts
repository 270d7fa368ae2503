import type { LintRule, ProcessModel } from '@fashen/plugin-api';
import { drawnAssignments, leadsTo } from './model-steps';

/** "Same person as in step X" names a user task that comes before. */
export const earlierStep: LintRule = (model) =>
  drawnAssignments(model)
    .filter((drawn) => drawn.kind === 'sameAs' && !isEarlierUserTask(model, drawn.value, drawn.step.id))
    .map(({ step, value }) => ({ severity: 'error', elementId: step.id, params: { step: step.name ?? step.id, value } }));

function isEarlierUserTask(model: ProcessModel, id: string, stepId: string): boolean {
  return model.elements.get(id)?.type === 'bpmn:UserTask' && id !== stepId && leadsTo(model, id, stepId);
}
