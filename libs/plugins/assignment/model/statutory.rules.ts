import type { ModelElement } from '@fashen/plugin-api';
import { ASSIGNMENT, type Duty } from './assignment.schema';

/** Duties that the law gives to a person; see `duty-table`. */
const STATUTORY_DUTIES: readonly Duty[] = ['investigate', 'review', 'sign-review', 'decide', 'hear', 'approve-transfer'];

/**
 * True for a step the law demands: an extension says `statutory`, it is a part of legal review, or it has a duty that the law gives to a
 * person. Such a step is never passed by itself.
 */
export function isStatutoryStep({ extensions }: ModelElement): boolean {
  const duty = extensions[ASSIGNMENT]?.['duty'];
  return (
    STATUTORY_DUTIES.some((one) => one === duty) ||
    Object.entries(extensions).some(([type, { statutory }]) => isTrue(statutory) || type.startsWith('legal-review:'))
  );
}

const isTrue = (value: unknown): boolean => value === true || value === 'true';
