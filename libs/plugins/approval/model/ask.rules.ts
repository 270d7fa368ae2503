import type { Seat, SeatOrder } from './seat.rules';
import { votesOf } from './seat.rules';
import { type Verdict, verdictOf, type VoteRule } from './tally.rules';
import { fractionOf, NONE, WHOLE } from './threshold.rules';

/** What was asked of several people at once. */
export interface Ask {
  readonly id: string;
  readonly taskId: string;
  readonly kind: 'ADVICE' | 'BEFORE' | 'AFTER' | 'REWORK';
  readonly order: SeatOrder;
  readonly rule: 'all' | 'any' | 'ratio';
  readonly threshold?: string;
  /** What they are against is decided against. */
  readonly childVeto: boolean;
  readonly askedBy: string;
}

/** Where a group stands: still asked, or done with what it says. Nobody left means done without objection. */
export function groupVerdict(ask: Ask, members: readonly Seat[]): Verdict {
  const counted = members.filter(({ status }) => !['REMOVED', 'CANCELLED'].includes(status));
  if (counted.length === 0) return 'passed';
  if (ask.kind === 'ADVICE' || ask.kind === 'REWORK') return counted.every(({ status }) => status === 'DONE') ? 'passed' : 'open';
  return verdictOf(votesOf(counted), voteRuleOf(ask));
}

/** Before: as the holder chose. After: all, and one against is enough to fail. */
function voteRuleOf(ask: Ask): VoteRule {
  const base = { eachAnswers: false, firstDecides: false, quorum: NONE, abstain: 'counted' as const, earlyPass: true };
  const whole = { kind: 'part' as const, part: WHOLE };
  if (ask.kind === 'AFTER') return { ...base, threshold: whole, earlyFail: true };
  if (ask.rule === 'any') return { ...base, firstDecides: true, threshold: whole, earlyFail: true };
  if (ask.rule === 'all') return { ...base, threshold: whole, earlyFail: false };
  return { ...base, threshold: { kind: 'part', part: fractionOf(ask.threshold ?? '') ?? WHOLE }, earlyFail: true };
}
