import type { SignRule } from './sign.schema';
import type { Sums } from './tally.rules';

/** Votes that must agree so that it passes, as the seats stand now; undefined where the first decides, and where nobody votes. */
export function neededVotes(
  { eachAnswers, firstDecides, threshold, abstain }: SignRule,
  { all, abstain: abstained }: Sums,
): number | undefined {
  if (firstDecides || eachAnswers) return undefined;
  if (threshold.kind === 'votes') return threshold.votes;
  const base = abstain === 'excluded' ? all - abstained : all;
  return Math.max(1, Math.ceil((base * threshold.part.top) / threshold.part.bottom));
}

/** The threshold as people read it. */
export function thresholdText({ firstDecides, threshold }: SignRule): string {
  if (firstDecides) return '1';
  return threshold.kind === 'votes' ? String(threshold.votes) : `${threshold.part.top}/${threshold.part.bottom}`;
}
