import type { LintFinding } from '@fashen/plugin-api';
import type { FindingText } from '@fashen/ui';
import type { ServerCheck } from './use-server-check';

/** A finding in the language of the page, with the rows of a table it speaks of. */
export type ShownFinding = LintFinding & FindingText & { readonly rows?: readonly number[] };

/** What is wrong with what is being edited. */
export interface Findings {
  readonly items: readonly ShownFinding[];
  readonly errors: number;
  /** True while the server has not yet checked the last change. */
  readonly isChecking: boolean;
  /** True once the server has checked something. */
  readonly isKnown: boolean;
  /** Why the check itself did not work. */
  readonly failure?: unknown;
  /** Asks the server once more, after a failure. */
  readonly retry: () => void;
}

/** Tells findings apart: two with the same key say the same. */
export function findingKey({ rule, elementId, params }: LintFinding): string {
  return JSON.stringify([rule, elementId, params]);
}

/** Findings as a page shows them, each once. */
export function findingsOf(shown: readonly ShownFinding[], { found, isChecking, failure, retry }: ServerCheck): Findings {
  const items = [...new Map(shown.map((finding) => [findingKey(finding), finding])).values()];
  const errors = items.filter((finding) => finding.severity === 'error').length;
  return { items, errors, isChecking, isKnown: found !== undefined, failure, retry };
}
