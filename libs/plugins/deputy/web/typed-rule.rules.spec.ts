import type { RuleReply } from '../model';
import { localTime, ruleBodyOf, typedOf } from './typed-rule.rules';

const now = new Date('2026-11-27T03:04:05.000Z');

const rule: RuleReply = {
  ...{ id: 'r', principalId: 'jia', principalName: '甲', deputyId: 'yi', deputyName: '乙', mode: 'MOVE', state: 'active' },
  ...{ fromAt: '2026-11-20T00:00:00.000Z', toAt: '2026-12-01T00:00:00.000Z', scope: { processes: ['p'], nodes: ['n'] } },
  ...{ reason: '出差', createdBy: 'jia', createdAt: '2026-11-19T00:00:00.000Z', deputyIsAway: false },
};

describe('a rule that is typed', () => {
  it('begins with a week of sharing from now on', () => {
    const typed = typedOf(undefined, now);
    expect(typed).toMatchObject({ mode: 'SHARE', from: localTime(now), processes: [] });
    expect(Date.parse(typed.to ?? '') - Date.parse(typed.from ?? '')).toBe(7 * 86_400_000);
  });

  it('begins with the rule that is changed, which goes on from now when it is in force', () => {
    expect(typedOf(rule, now)).toMatchObject({ deputyId: 'yi', mode: 'MOVE', from: localTime(now), processes: ['p'], reason: '出差' });
    const planned = { ...rule, fromAt: '2026-11-30T00:00:00.000Z' };
    expect(typedOf(planned, now).from).toBe(localTime(new Date(planned.fromAt)));
  });

  it('is sent with times of the world, steps kept and blanks gone', () => {
    const typed = {
      deputyId: 'yi',
      mode: 'SHARE',
      from: localTime(now),
      to: localTime(new Date(rule.toAt)),
      processes: ['p'],
      reason: ' 休假 ',
    } as const;
    expect(ruleBodyOf(typed, rule)).toEqual({
      ...{ deputyId: 'yi', mode: 'SHARE', processes: ['p'], nodes: ['n'], reason: '休假', replaces: 'r' },
      ...{ fromAt: '2026-11-27T03:04:00.000Z', toAt: '2026-12-01T00:00:00.000Z' },
    });
    expect(ruleBodyOf(typed, undefined)).not.toHaveProperty('replaces');
  });
});
