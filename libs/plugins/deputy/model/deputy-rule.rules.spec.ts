import type { DeputyRule } from './deputy-rule';
import { overlapping, ringOf, ruleState, scopesOverlap } from './deputy-rule.rules';

const all = { processes: [], nodes: [] };

function rule(principalId: string, deputyId: string, more: Partial<DeputyRule> = {}): DeputyRule {
  const period = { fromAt: 100, toAt: 200 };
  return { id: `${principalId}-${deputyId}`, principalId, deputyId, ...period, scope: all, mode: 'SHARE', reason: '', ...made, ...more };
}
const made = { createdBy: 'jia', createdAt: 50 };

describe('the state of a rule', () => {
  it.each([
    [99, 'planned'],
    [100, 'active'],
    [199, 'active'],
    [200, 'expired'],
  ] as const)('at %s is %s', (now, state) => {
    expect(ruleState({ fromAt: 100, toAt: 200 }, now)).toBe(state);
  });

  it('is ended once somebody ended it, whatever the time', () => {
    expect(ruleState({ fromAt: 100, toAt: 200, endedAt: 150 }, 99)).toBe('ended');
  });
});

describe('two scopes', () => {
  it.each([
    ['everything and one process', all, { processes: ['p'], nodes: [] }, true],
    ['two processes', { processes: ['p'], nodes: [] }, { processes: ['q'], nodes: [] }, false],
    ['one process and a step', { processes: ['p'], nodes: [] }, { processes: [], nodes: ['n'] }, true],
    ['the same process with other steps', { processes: ['p'], nodes: ['n'] }, { processes: ['p'], nodes: ['m'] }, false],
  ] as const)('%s: overlap %s', (_what, one, other, expected) => {
    expect(scopesOverlap(one, other)).toBe(expected);
    expect(scopesOverlap(other, one)).toBe(expected);
  });
});

describe('a new rule', () => {
  it('meets another one of the same principal at the same time and scope', () => {
    const known = [rule('jia', 'yi')];
    expect(overlapping(known, rule('jia', 'bing', { fromAt: 199, toAt: 300 }))).toBe(known[0]);
    expect(overlapping(known, rule('jia', 'bing', { fromAt: 200, toAt: 300 }))).toBeUndefined();
    expect(overlapping([rule('jia', 'yi', { endedAt: 120 })], rule('jia', 'bing'))).toBeUndefined();
  });

  it('may name another deputy for another scope, but never the same one twice', () => {
    const known = [rule('jia', 'yi', { scope: { processes: [], nodes: ['n'] } })];
    const other = { processes: [], nodes: ['m'] };
    expect(overlapping(known, rule('jia', 'bing', { scope: other }))).toBeUndefined();
    expect(overlapping(known, rule('jia', 'yi', { scope: other }))).toBe(known[0]);
  });

  it('closes a ring over any number of people', () => {
    const known = [rule('jia', 'yi'), rule('yi', 'bing'), rule('yi', 'ding')];
    expect(ringOf(known, rule('bing', 'jia'))).toEqual(['bing', 'jia', 'yi', 'bing']);
    expect(ringOf(known, rule('bing', 'ding'))).toBeUndefined();
  });

  it('closes no ring with rules of another time or scope', () => {
    expect(ringOf([rule('jia', 'yi', { fromAt: 200, toAt: 300 })], rule('yi', 'jia'))).toBeUndefined();
    expect(ringOf([rule('jia', 'yi', { scope: { processes: ['p'], nodes: [] } })], rule('yi', 'jia'))).toEqual(['yi', 'jia', 'yi']);
    const elsewhere = rule('yi', 'jia', { scope: { processes: ['q'], nodes: [] } });
    expect(ringOf([rule('jia', 'yi', { scope: { processes: ['p'], nodes: [] } })], elsewhere)).toBeUndefined();
  });
});
