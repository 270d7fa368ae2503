import { judgeDeadline, withDays } from './deadline.rules';

const now = new Date(2026, 9, 20, 10, 0, 0);
const at = (day: number, hour = 18): string => new Date(2026, 9, day, hour, 0, 0).toISOString();

describe('deadline', () => {
  it.each([
    ['none without a due moment', undefined, { state: 'none', days: 0 }],
    ['normal while more than two days are left', at(27), { state: 'normal', days: 7 }],
    ['soon with two days left', at(22), { state: 'soon', days: 2 }],
    ['soon with one day left', at(21, 9), { state: 'soon', days: 1 }],
    ['today on the due day', at(20), { state: 'today', days: 0 }],
    ['late once the moment has passed, on the same day too', at(20, 9), { state: 'late', days: 0 }],
    ['late by whole days', at(18), { state: 'late', days: 2 }],
  ])('is %s', (_name, dueAt, expected) => {
    expect(judgeDeadline(dueAt, now)).toEqual(expected);
  });

  it('takes the border of soon from the caller', () => {
    expect(judgeDeadline(at(25), now, 5).state).toBe('soon');
    expect(judgeDeadline(at(25), now, 4).state).toBe('normal');
  });
});

describe('a term counted by a calendar', () => {
  it('is soon when only holidays lie before its last day', () => {
    expect(withDays({ state: 'normal', days: 8 }, 1)).toEqual({ state: 'soon', days: 1 });
  });

  it('stays late, by its working days', () => {
    expect(withDays({ state: 'late', days: 8 }, -1)).toEqual({ state: 'late', days: 1 });
  });
});
