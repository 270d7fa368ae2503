import type { LintRule } from '@fashen/plugin-api';
import { STEPS } from './penalty-execution.schema';

/** Each step of collecting a fine says which it is. */
const knownStep: LintRule = (model) =>
  [...model.elements.values()].flatMap(({ id, name, extensions }) => {
    const fine = extensions['penalty-execution:Fine'];
    const isKnown = fine === undefined || STEPS.some((step) => step === fine['step']);
    return isKnown ? [] : [{ severity: 'error' as const, elementId: id, params: { step: name ?? id } }];
  });

/** Rules for drawings in which a fine is collected. */
export const penaltyExecutionLint: Readonly<Record<string, LintRule>> = { 'known-step': knownStep };
