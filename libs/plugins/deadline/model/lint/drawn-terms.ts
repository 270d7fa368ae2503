import type { LintFinding, ModelElement, ProcessModel } from '@fashen/plugin-api';
import { readTerm, type Term, TERM } from '../term';

/** A step with its term. */
export interface DrawnTerm {
  readonly step: ModelElement;
  /** Absent when it has a setting that does not exist. */
  readonly term: Term | undefined;
}

/** All terms of a drawing. */
export function drawnTerms(model: ProcessModel): readonly DrawnTerm[] {
  return [...model.elements.values()].flatMap((step) => {
    const extension = step.extensions[TERM];
    return extension ? [{ step, term: readTerm(extension) }] : [];
  });
}

/** What a finding says about its place. */
export const placeOf = (step: ModelElement, params: Readonly<Record<string, string>> = {}): Omit<LintFinding, 'rule'> => ({
  severity: 'error' as const,
  elementId: step.id,
  params: { step: step.name ?? step.id, ...params },
});
