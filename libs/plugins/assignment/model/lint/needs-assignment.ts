import type { LintRule } from '@fashen/plugin-api';
import { ASSIGNMENT } from '../assignment.schema';
import { userTasks } from './model-steps';

/** Every user task says who gets it. */
export const needsAssignment: LintRule = (model) =>
  userTasks(model)
    .filter((step) => !(ASSIGNMENT in step.extensions))
    .map((step) => ({ severity: 'error', elementId: step.id, params: { step: step.name ?? step.id } }));
