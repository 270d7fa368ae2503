import type { LintRule } from '@fashen/plugin-api';
import type { Duty } from '../assignment.schema';
import { drawnAssignments } from './model-steps';

/** Steps that are a statutory act by another extension, and the duty they must therefore name. */
const STATUTORY_STEPS: readonly { readonly extension: string; readonly duty: Duty }[] = [
  { extension: 'legal-review:Review', duty: 'review' },
  { extension: 'legal-review:Signature', duty: 'sign-review' },
  { extension: 'legal-review:Decision', duty: 'decide' },
  { extension: 'legal-review:Hearing', duty: 'hear' },
];

/** A step of review, signature, decision or hearing names that duty; otherwise the duties would not be kept apart. */
export const dutyFits: LintRule = (model) =>
  drawnAssignments(model).flatMap(({ step, duty }) =>
    STATUTORY_STEPS.filter((statutory) => statutory.extension in step.extensions && statutory.duty !== duty).map((statutory) => ({
      severity: 'error' as const,
      elementId: step.id,
      params: { step: step.name ?? step.id, duty: statutory.duty },
    })),
  );
