import type { ActingScope } from '@fashen/plugin-api';
import type { DeputyRule } from './deputy-rule';

/** Where a rule stands: not begun, in force, past its time, or ended by somebody. */
export type RuleState = 'planned' | 'active' | 'expired' | 'ended';

type Planned = Pick<DeputyRule, 'principalId' | 'deputyId' | 'fromAt' | 'toAt' | 'scope'>;

/** Where a rule stands at a moment. */
export function ruleState(rule: Pick<DeputyRule, 'fromAt' | 'toAt' | 'endedAt'>, now: number): RuleState {
  if (rule.endedAt !== undefined) return 'ended';
  if (now < rule.fromAt) return 'planned';
  return now < rule.toAt ? 'active' : 'expired';
}

/** True when nothing can be done by the rule any more. */
export function isOver(state: RuleState): boolean {
  return state === 'expired' || state === 'ended';
}

/** The rule that already says who acts for this principal at that time: in the same scope, or the same deputy in another one. */
export function overlapping(rules: readonly DeputyRule[], next: Planned): DeputyRule | undefined {
  return rules.find(
    (rule) =>
      rule.principalId === next.principalId &&
      areAtOnce(rule, next) &&
      (rule.deputyId === next.deputyId || scopesOverlap(rule.scope, next.scope)),
  );
}

/**
 * The people of the ring that the new rule would close, from the principal back to himself; absent when there is none. Rules whose times
 * or scopes do not meet do not follow each other.
 */
export function ringOf(rules: readonly DeputyRule[], next: Planned): readonly string[] | undefined {
  const links = rules.filter((rule) => areAtOnce(rule, next) && scopesOverlap(rule.scope, next.scope));
  const ways: (readonly string[])[] = [[next.principalId, next.deputyId]];
  const seen = new Set<string>();
  for (let way = ways.pop(); way; way = ways.pop()) {
    const last = way.at(-1) ?? '';
    if (last === next.principalId) return way;
    if (seen.has(last)) continue;
    seen.add(last);
    for (const link of links) if (link.principalId === last) ways.push([...way, link.deputyId]);
  }
  return undefined;
}

/** True when some task falls under both scopes, as far as they alone can tell. */
export function scopesOverlap(one: ActingScope, other: ActingScope): boolean {
  return listsOverlap(one.processes, other.processes) && listsOverlap(one.nodes, other.nodes);
}

/** True when there is a moment at which both hold. A rule that somebody ended holds no more. */
export function areAtOnce(one: DeputyRule, other: Pick<DeputyRule, 'fromAt' | 'toAt'>): boolean {
  return one.endedAt === undefined && one.fromAt < other.toAt && other.fromAt < one.toAt;
}

/** An empty list means everything. */
function listsOverlap(one: readonly string[], other: readonly string[]): boolean {
  return one.length === 0 || other.length === 0 || one.some((item) => other.includes(item));
}
