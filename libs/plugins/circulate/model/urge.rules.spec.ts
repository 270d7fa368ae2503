import type { Actor } from '@fashen/plugin-api';
import { isQuiet, mayUrge, type UrgePolicy, urgeRefusal } from './urge.rules';

const policy: UrgePolicy = { hoursBetween: 4, perDay: 3, quietFrom: '22:00', quietUntil: '07:00', utcOffsetMinutes: 480 };
const at = (time: string): number => Date.parse(`2026-11-22T${time}:00+08:00`);

describe('urging', () => {
  it.each([
    ['the first one', [], '09:00', undefined],
    ['one just before the rest has passed', ['09:00'], '12:59', { kind: 'tooSoon', againAt: at('13:00') }],
    ['one when the rest has passed', ['09:00'], '13:00', undefined],
    ['the fourth of a day', ['07:00', '11:00', '15:00'], '19:00', { kind: 'tooOften' }],
    ['one at night', [], '23:30', { kind: 'quiet' }],
    ['one before morning', [], '06:59', { kind: 'quiet' }],
    ['one in the morning', [], '07:00', undefined],
  ])('judges %s', (_name, earlier, now, expected) => {
    expect(urgeRefusal(earlier.map(at), at(now), policy)).toEqual(expected);
  });

  it('counts days as the bureau does', () => {
    const yesterday = Date.parse('2026-11-21T21:00:00+08:00');
    expect(urgeRefusal([yesterday, yesterday, yesterday], at('07:30'), policy)).toBeUndefined();
  });

  it('knows quiet hours within a day, and none', () => {
    const noon = { ...policy, quietFrom: '12:00', quietUntil: '14:00' };
    expect([isQuiet(at('13:59'), noon), isQuiet(at('14:00'), noon)]).toEqual([true, false]);
    expect(isQuiet(at('12:00'), { ...policy, quietFrom: '12:00', quietUntil: '12:00' })).toBe(false);
  });
});

describe('who may urge', () => {
  const actor = (personId: string, permissions: readonly string[] = []): Actor => ({
    kind: 'person',
    personId,
    name: personId,
    roles: [],
    permissions,
  });
  const tasks = [
    { state: 'DONE' as const, endedBy: 'xin' },
    { state: 'CANCELLED' as const, endedBy: 'mao' },
  ];

  it.each([
    ['the starter', actor('jia'), true],
    ['an earlier handler', actor('xin'), true],
    ['a person who only cancelled', actor('mao'), false],
    ['who may read everything', actor('ji', ['case.readAll']), false],
    ['who may urge anything', actor('ji', ['circulate.urgeAny']), true],
  ])('says of %s', (_name, one, expected) => {
    expect(mayUrge(one, 'jia', tasks)).toBe(expected);
  });
});
