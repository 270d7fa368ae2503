import { browserFeel } from '@fashen/feel';
import { isWorkflowError, type LintRule } from '@fashen/plugin-api';
import { drawnAssignments } from './model-steps';

/** An expression that names the performers is FEEL, and within the limits of expressions. */
export const readableExpression: LintRule = (model) =>
  drawnAssignments(model)
    .filter(({ kind, expression }) => kind === 'feel' && expression !== '' && !isReadable(expression))
    .map(({ step, expression }) => ({ severity: 'error', elementId: step.id, params: { step: step.name ?? step.id, expression } }));

/** Reads the expression only; nothing is evaluated. */
function isReadable(expression: string): boolean {
  try {
    browserFeel.compileExpression(expression);
    return true;
  } catch (error) {
    if (isWorkflowError(error)) return false;
    throw error;
  }
}
