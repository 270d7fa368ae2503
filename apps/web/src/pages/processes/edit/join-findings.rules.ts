import type { DrawingReport } from '@fashen/modeler';
import type { LintFinding } from '@fashen/plugin-api';
import { findingKey } from '../../editing/findings';

/** What the server said, and whether it saw the drawing as it stands. */
export interface ServerAnswer {
  readonly findings: readonly LintFinding[];
  readonly isCurrent: boolean;
}

/**
 * One list of what the rules in the browser and the server say. For rules that both ask the browser speaks until the server has seen the
 * same drawing; then the server has the last word. What both say stands once and keeps its place.
 */
export function joinFindings(drawn: DrawingReport | undefined, answer: ServerAnswer): readonly LintFinding[] {
  if (!drawn) return answer.findings;
  const serverOnly = answer.findings.filter(({ rule }) => !drawn.rules.has(rule));
  if (!answer.isCurrent) return [...serverOnly, ...drawn.findings];
  const places = new Map(drawn.findings.map((finding, at) => [findingKey(finding), at]));
  const placeOf = (finding: LintFinding): number => places.get(findingKey(finding)) ?? drawn.findings.length;
  const shared = answer.findings.filter(({ rule }) => drawn.rules.has(rule));
  return [...serverOnly, ...shared.toSorted((one, other) => placeOf(one) - placeOf(other))];
}
