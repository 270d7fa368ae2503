import { sampleOfficeDays } from '@fashen/plugins/calendar/model';
import type { HoldNote } from './clock';
import { type Countable, countClock, daysLeft, lapseAt, remaining, reminderDay } from './clock.rules';
import { bundledPeriods } from './period';

const counter = { calendar: sampleOfficeDays, utcOffsetMinutes: 480 };
const at = (text: string): number => Date.parse(text);

function clockOf(key: string, startDay: string, amount?: number): Countable {
  const found = bundledPeriods.periods.find((one) => one.key === key);
  if (!found) throw new Error(`no period ${key}`);
  return { startDay, startAt: at(`${startDay}T09:00:00+08:00`), amount: amount ?? found.amount, unit: found.unit, rule: found.rule };
}
const note = (kind: HoldNote['kind'], day: string): HoldNote => ({
  ...{ kind, day, at: at(`${day}T09:00:00+08:00`), reason: 'EXPERT', note: '', changedBy: 'bing' },
});

describe('clocks by the periods that come with the product', () => {
  it.each([
    ['AC-04 review', 'legal-review', '2026-09-22', 5, '2026-09-30'],
    ['AC-04 review, extended by 3', 'legal-review', '2026-09-22', 8, '2026-10-10'],
    ['AC-04 window', 'rights-window', '2026-09-28', undefined, '2026-10-10'],
    ['AC-04 service', 'service', '2026-10-12', undefined, '2026-10-21'],
    ['AC-04 publication', 'publication', '2026-10-12', undefined, '2026-10-21'],
    ['AC-04 filing with the government', 'government-filing', '2026-10-12', undefined, '2026-10-27'],
    ['AC-04 payment', 'payment', '2026-10-14', undefined, '2026-10-29'],
    ['AC-06 payment', 'payment', '2026-09-18', undefined, '2026-10-08'],
    ['AC-12 window', 'rights-window', '2026-10-12', undefined, '2026-10-19'],
    ['AC-12 second review', 'legal-review', '2026-11-04', 5, '2026-11-11'],
    ['AC-14 review', 'legal-review', '2026-10-13', 5, '2026-10-20'],
    ['AC-14 review of the second submission', 'legal-review', '2026-10-26', 5, '2026-11-02'],
    ['AC-19 withdrawal of a publication', 'withdrawal', '2026-10-09', undefined, '2026-10-13'],
    ['AC-20 dispute', 'dispute', '2026-11-05', undefined, '2026-11-10'],
    ['AC-20 second review', 'legal-review', '2026-11-10', 5, '2026-11-17'],
  ])('%s', (...[, key, start, amount, due]) => {
    expect(countClock(clockOf(key, start, amount), [], counter)).toMatchObject({ dueDay: due, calendarMissing: false });
  });

  it('AC-04 term of the case: safe line and outer line', () => {
    const end = countClock(clockOf('penalty-decision', '2026-09-14'), [], counter);
    expect(end).toMatchObject({ dueDay: '2026-12-13', outerDay: '2026-12-14' });
    expect(lapseAt({ unit: 'days', ...end }, 480)).toBe(at('2026-12-15T00:00:00+08:00'));
  });

  it('AC-06 suit: the raw day, and no guess where the calendar is missing', () => {
    const end = countClock(clockOf('suit', '2026-09-18'), [], counter);
    expect(end).toMatchObject({ rawDay: '2027-03-18', calendarMissing: true });
    expect(end).not.toHaveProperty('dueAt');
    expect(lapseAt({ unit: 'months', ...end }, 480)).toBeUndefined();
  });

  it('never ends before the day the party was told', () => {
    const told = { ...clockOf('rights-window', '2026-10-12'), notBefore: '2026-10-22' };
    expect(countClock(told, [], counter).dueDay).toBe('2026-10-22');
  });
});

describe('holds', () => {
  const review = clockOf('legal-review', '2026-10-13', 5);

  it('excludes the days held, and keeps what was left', () => {
    const held = [note('HOLD', '2026-10-15')];
    expect(remaining(review, [], { now: at('2026-10-15T09:00:00+08:00'), ...counter })).toBe(4);
    expect(countClock(review, [...held, note('RESUME', '2026-10-19')], counter).dueDay).toBe('2026-10-22');
  });

  it('leaves all of it when it is held on the day it begins', () => {
    expect(remaining(review, [], { now: at('2026-10-13T15:00:00+08:00'), ...counter })).toBe(5);
    expect(remaining(review, [], { now: at('2026-10-14T09:00:00+08:00'), ...counter })).toBe(5);
  });

  it('lengthens the ninety days of a case by what was held, beside both extensions', () => {
    const term = clockOf('penalty-decision', '2026-03-02');
    expect(countClock(term, [], counter).dueDay).toBe('2026-05-31');
    expect(countClock({ ...term, amount: 120 }, [], counter).dueDay).toBe('2026-06-30');
    const hearing = [note('HOLD', '2026-04-01'), note('RESUME', '2026-04-11')];
    expect(countClock({ ...term, amount: 180 }, hearing, counter).dueDay).toBe('2026-09-08');
  });

  it('is nothing when it goes on the same day', () => {
    expect(countClock(review, [note('HOLD', '2026-10-15'), note('RESUME', '2026-10-15')], counter).dueDay).toBe('2026-10-20');
  });

  it('stops hours by the clock', () => {
    const day = { startDay: '2026-10-13', startAt: at('2026-10-13T09:00:00+08:00'), amount: 24, unit: 'hours', rule: 'duty' } as const;
    expect(countClock(day, [], counter).dueAt).toBe(at('2026-10-14T09:00:00+08:00'));
    expect(countClock(day, [note('HOLD', '2026-10-13'), note('RESUME', '2026-10-15')], counter).dueAt).toBe(
      at('2026-10-16T09:00:00+08:00'),
    );
  });
});

describe('what is left', () => {
  const by = { unit: 'workingDays', calendar: sampleOfficeDays } as const;
  it.each([
    ['2026-10-10', '2026-09-30', 3],
    ['2026-10-10', '2026-10-10', 0],
    ['2026-10-10', '2026-10-12', -1],
    ['2026-09-30', '2026-10-09', -2],
  ])('until %s, on %s: %p working days', (due, today, days) => {
    expect(daysLeft(due, today, by)).toBe(days);
  });

  it('counts plain days where the period does', () => {
    expect(daysLeft('2026-10-10', '2026-09-30', { ...by, unit: 'days' })).toBe(10);
  });
});

describe('days of reminders', () => {
  it.each([
    [-2, '2026-10-08'],
    [0, '2026-10-10'],
    [1, '2026-10-12'],
  ])('%p working days from the worked Saturday 10 October', (offset, day) => {
    expect(reminderDay('2026-10-10', offset, sampleOfficeDays)).toBe(day);
  });

  it('reminds of a safe line on a day off on the office day before', () => {
    expect(reminderDay('2026-12-13', 0, sampleOfficeDays)).toBe('2026-12-11');
  });
});
