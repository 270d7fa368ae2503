import type { LintRule } from '@fashen/plugin-api';
import { type DrawnAssignment, drawnAssignments } from './model-steps';

/** What a setting needs beside it is there: an expression for `feel`, a person for those who do what fits nobody. */
export const argumentGiven: LintRule = (model) =>
  drawnAssignments(model).flatMap((drawn) =>
    missingIn(drawn).map((setting) => ({
      severity: 'error' as const,
      elementId: drawn.step.id,
      params: { step: drawn.step.name ?? drawn.step.id, setting },
    })),
  );

function missingIn({ kind, expression, emptyPolicy, emptyTo }: DrawnAssignment): readonly string[] {
  return [
    ...(kind === 'feel' && expression === '' ? ['expression'] : []),
    ...(emptyPolicy === 'person' && emptyTo === '' ? ['emptyTo'] : []),
  ];
}
