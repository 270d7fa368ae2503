import type { DeputyRule } from './deputy-rule';
import { awayRule, movingRules } from './move.rules';

function rule(principalId: string, deputyId: string, more: Partial<DeputyRule> = {}): DeputyRule {
  const period = { fromAt: 100, toAt: 200, createdAt: 50 };
  const scope = { processes: [], nodes: [] };
  return { id: `${principalId}-${deputyId}`, principalId, deputyId, ...period, scope, mode: 'MOVE', reason: '', createdBy: 'jia', ...more };
}
const idsOf = (rules: readonly DeputyRule[]): readonly string[] => rules.map(({ id }) => id);

describe('the rules that move tasks', () => {
  it('are those of the principal that say so', () => {
    const inForce = [rule('jia', 'yi'), rule('jia', 'bing', { mode: 'SHARE' }), rule('ding', 'bing')];
    expect(idsOf(movingRules(inForce, 'jia'))).toEqual(['jia-yi']);
    expect(movingRules(inForce, 'yi')).toEqual([]);
  });

  it('follow no chain: a deputy who is away gets nothing', () => {
    expect(movingRules([rule('jia', 'yi'), rule('yi', 'bing')], 'jia')).toEqual([]);
    expect(idsOf(movingRules([rule('jia', 'yi'), rule('yi', 'bing')], 'yi'))).toEqual(['yi-bing']);
  });

  it('move to a deputy who only shares, or is away for something else', () => {
    const shares = [rule('jia', 'yi'), rule('yi', 'bing', { mode: 'SHARE' })];
    expect(idsOf(movingRules(shares, 'jia'))).toEqual(['jia-yi']);
    const elsewhere = [
      rule('jia', 'yi', { scope: { processes: ['p'], nodes: [] } }),
      rule('yi', 'bing', { scope: { processes: ['q'], nodes: [] } }),
    ];
    expect(idsOf(movingRules(elsewhere, 'jia'))).toEqual(['jia-yi']);
  });
});

describe('the deputy of a new rule', () => {
  it('is away when he has moved the same work at that time', () => {
    const known = [rule('yi', 'bing')];
    expect(awayRule(known, rule('jia', 'yi'))).toBe(known[0]);
    expect(awayRule(known, rule('jia', 'yi', { fromAt: 200, toAt: 300 }))).toBeUndefined();
    expect(awayRule(known, rule('jia', 'ding'))).toBeUndefined();
    expect(awayRule([rule('yi', 'bing', { endedAt: 150 })], rule('jia', 'yi'))).toBeUndefined();
    expect(awayRule([rule('yi', 'bing', { mode: 'SHARE' })], rule('jia', 'yi'))).toBeUndefined();
  });
});
