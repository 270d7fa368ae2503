import type { LintRule } from '@fashen/plugin-api';
import { drawnAssignments } from './model-steps';

/** Steps whose performers are excluded are user tasks of this drawing. */
export const excludedSteps: LintRule = (model) =>
  drawnAssignments(model).flatMap(({ step, exclude }) =>
    exclude
      .filter((id) => model.elements.get(id)?.type !== 'bpmn:UserTask' || id === step.id)
      .map((value) => ({ severity: 'error' as const, elementId: step.id, params: { step: step.name ?? step.id, value } })),
  );
