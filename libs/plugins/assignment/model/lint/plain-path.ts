import type { LintRule } from '@fashen/plugin-api';
import { isPlainPath } from '../case-path.rules';
import { drawnAssignments } from './model-steps';

/** A field that names the performer is a plain path such as `officers.co`, never an expression. */
export const plainPath: LintRule = (model) =>
  drawnAssignments(model)
    .filter((drawn) => drawn.kind === 'field' && !isPlainPath(drawn.value))
    .map(({ step, value }) => ({ severity: 'error', elementId: step.id, params: { step: step.name ?? step.id, value } }));
