import type { DeputyRule } from './deputy-rule';
import { areAtOnce, scopesOverlap } from './deputy-rule.rules';

type Planned = Pick<DeputyRule, 'principalId' | 'deputyId' | 'fromAt' | 'toAt' | 'scope'>;

/**
 * The rules, of those in force, by which tasks of the principal lie with a deputy. A deputy whose own work of that scope lies with somebody
 * else gets nothing: chains are not followed, the tasks stay with the principal.
 */
export function movingRules(inForce: readonly DeputyRule[], principalId: string): readonly DeputyRule[] {
  const moves = inForce.filter(({ mode }) => mode === 'MOVE');
  const isAway = ({ deputyId, scope }: DeputyRule): boolean =>
    moves.some((other) => other.principalId === deputyId && scopesOverlap(other.scope, scope));
  return moves.filter((rule) => rule.principalId === principalId && !isAway(rule));
}

/** The rule by which the deputy of a new rule has moved his own work away at that time. */
export function awayRule(rules: readonly DeputyRule[], next: Planned): DeputyRule | undefined {
  return rules.find(
    (rule) => rule.mode === 'MOVE' && rule.principalId === next.deputyId && areAtOnce(rule, next) && scopesOverlap(rule.scope, next.scope),
  );
}
