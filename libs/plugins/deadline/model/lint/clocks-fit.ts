import type { LintRule } from '@fashen/plugin-api';
import { isCalledOnly } from '@fashen/plugins/case-file/model';
import { isPath, type Term } from '../term';
import { drawnTerms, placeOf } from './drawn-terms';

const PATHS = ['amountFrom', 'from', 'notBefore', 'onlyIf', 'startsIf'] as const satisfies readonly (keyof Term)[];

/** Settings that name a place in the case data are plain paths. */
export const plainPath: LintRule = (model) =>
  drawnTerms(model).flatMap(({ step, term }) =>
    PATHS.flatMap((setting) => {
      const path = term?.[setting] ?? '';
      return path === '' || isPath(path) ? [] : [placeOf(step, { value: path })];
    }),
  );

/**
 * A clock that is stopped, held, let go on or followed is started somewhere in the drawing, or belongs to legal review. What is only called
 * holds clocks of the case that calls it, whichever that has.
 */
export const clockStarted: LintRule = (model) => {
  if (isCalledOnly(model)) return [];
  const terms = drawnTerms(model);
  const started = new Set(terms.flatMap(({ term }) => [...(term?.starts ?? []), ...(term?.period ? [term.period] : [])]));
  const hasReview = [...model.elements.values()].some(({ extensions }) => 'legal-review:Review' in extensions);
  const isKnown = (key: string): boolean => started.has(key) || (hasReview && key === 'legal-review');
  return terms.flatMap(({ step, term }) =>
    keysOf(term)
      .filter((key) => !isKnown(key))
      .map((key) => placeOf(step, { key })),
  );
};

const keysOf = (term: Term | undefined): readonly string[] =>
  term ? [...term.stops, ...term.holds, ...term.resumes, ...(term.follows ? [term.follows] : [])] : [];
