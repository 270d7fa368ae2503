import { useCallback } from 'react';
import type { LintFinding } from '@fashen/plugin-api';
import { findingGaps, type WordPlace } from './finding-words.rules';
import { LINT, PANEL, useHasText, useTextOf } from './texts';

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
    (finding) => {
      const wordOf = ({ in: where, key }: WordPlace): string | undefined => {
        const namespace = where === 'panel' ? PANEL : 'directory';
        return hasText(namespace, key) ? textOf(namespace, key) : undefined;
      };
      const gaps = findingGaps(finding, wordOf, textOf('ui', 'empty'));
      const message = textOf(LINT, finding.rule, gaps);
      const remedyKey = `${finding.rule}.remedy`;
      return hasText(LINT, remedyKey) ? { message, remedy: textOf(LINT, remedyKey, gaps) } : { message };
    },
    [textOf, hasText],
  );
}
