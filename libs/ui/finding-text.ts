import { useCallback } from 'react';
import type { LintFinding } from '@fashen/plugin-api';
import { LINT, useHasText, useTextOf } from './texts';

/** A finding in words. */
export interface FindingText {
  readonly message: string;
  /** What to do about it, where the rule says so. */
  readonly remedy?: string;
}

/** Gives the sentence and the remedy of a finding in the language of the page. */
export function useFindingText(): (finding: LintFinding) => FindingText {
  const textOf = useTextOf();
  const hasText = useHasText();
  return useCallback(
    ({ rule, params = {} }) => {
      const gaps = Object.fromEntries(
        Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
      );
      const message = textOf(LINT, rule, gaps);
      const remedyKey = `${rule}.remedy`;
      return hasText(LINT, remedyKey) ? { message, remedy: textOf(LINT, remedyKey, gaps) } : { message };
    },
    [textOf, hasText],
  );
}
