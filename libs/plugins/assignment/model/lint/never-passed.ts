import type { LintRule, ModelElement } from '@fashen/plugin-api';
import { wordsOf } from '../assignment.schema';
import { mayBePassed } from '../rule-at';
import { isStatutoryStep } from '../statutory.rules';
import { type DrawnAssignment, drawnAssignments } from './model-steps';

const passing = ({ starterPolicy, samePersonPolicy }: DrawnAssignment): string | undefined => {
  if (starterPolicy === 'skip') return 'starterPolicy';
  return samePersonPolicy === 'skip' || samePersonPolicy === 'skipAny' ? 'samePersonPolicy' : undefined;
};

/** A step the law demands is never passed by itself. */
export const statutoryNeverPassed: LintRule = (model) => found(model, isStatutoryStep);

/** A step that asks for votes or an opinion is never passed by itself: nobody would have given them. */
export const answerNeverPassed: LintRule = (model) => found(model, (step) => !isStatutoryStep(step) && !mayBePassed(step));

/** A step whose performer another step goes by is never passed by itself: it would have none. */
export const performerNeverPassed: LintRule = (model) => {
  const drawn = drawnAssignments(model);
  const asked = new Set(drawn.flatMap(({ kind, value, exclude }) => [...(kind === 'sameAs' ? wordsOf(value) : []), ...exclude]));
  return found(model, ({ id }) => asked.has(id));
};

function found(model: Parameters<LintRule>[0], isWrong: (step: ModelElement) => boolean): ReturnType<LintRule> {
  return drawnAssignments(model).flatMap((drawn) => {
    const { step } = drawn;
    const setting = passing(drawn);
    if (setting === undefined || !isWrong(step)) return [];
    return [{ severity: 'error' as const, elementId: step.id, params: { step: step.name ?? step.id, setting } }];
  });
}
