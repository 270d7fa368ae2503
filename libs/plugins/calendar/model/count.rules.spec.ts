import cases from './count.cases.json';
import { type CountedPeriod, countPeriod, type Period, type PeriodKind, type PeriodUnit } from './count.rules';
import { addDays, daysBetween, daysFrom, weekdayOf } from './day.rules';
import { type CalendarDay, isWorkingDay, officeDays, workingDaysBetween } from './office-days.rules';
import { sampleOfficeDays as calendar } from './sample-year';

interface CaseRow extends Period {
  readonly about: string;
  readonly raw: string;
  readonly due?: string;
  readonly outer?: string;
  readonly missing: boolean;
}

const rows = cases as readonly CaseRow[];
const period = (start: string, count: number, unit: PeriodUnit, kind: PeriodKind): Period => ({ start, count, unit, kind });
const due = (start: string, count: number, unit: PeriodUnit, kind: PeriodKind): string | undefined =>
  countPeriod(period(start, count, unit, kind), calendar).due;

describe('counting a period', () => {
  it('is tried with at least two hundred cases', () => expect(rows.length).toBeGreaterThanOrEqual(200));

  it.each(rows.map((row) => [row.about, row] as const))('%s', (_about, row) => {
    const counted = countPeriod(row, calendar);
    expect(counted).toMatchObject({ raw: row.raw, calendarMissing: row.missing });
    expect(counted.due).toBe(row.due);
    expect(counted.outer).toBe(row.outer);
  });

  it.each([
    ['告知书 9 月 23 日送达，5 个工作日', '2026-09-23', 5, '2026-10-08'],
    ['告知书 9 月 28 日送达，10 月 10 日周六上班', '2026-09-28', 5, '2026-10-10'],
    ['告知书 2 月 10 日送达，跨春节', '2026-02-10', 5, '2026-02-24'],
    ['告知书 4 月 29 日送达，5 月 9 日周六上班', '2026-04-29', 5, '2026-05-09'],
    ['9 月 18 日决定，7 个工作日内公示', '2026-09-18', 7, '2026-09-29'],
    ['简易程序罚款 2 个工作日内缴存', '2026-11-05', 2, '2026-11-09'],
    ['10 月 22 日送达，陈述期止', '2026-10-22', 5, '2026-10-29'],
    ['9 月 22 日提请审核，5 个工作日', '2026-09-22', 5, '2026-09-30'],
    ['审核延长 3 个工作日', '2026-09-30', 3, '2026-10-10'],
    ['10 月 12 日决定，7 个工作日内送达和公示', '2026-10-12', 7, '2026-10-21'],
    ['10 月 12 日送达，陈述期止', '2026-10-12', 5, '2026-10-19'],
    ['11 月 4 日再次提请，5 个工作日', '2026-11-04', 5, '2026-11-11'],
    ['10 月 13 日提请，5 个工作日', '2026-10-13', 5, '2026-10-20'],
    ['10 月 26 日重新提交，5 个工作日', '2026-10-26', 5, '2026-11-02'],
    ['10 月 9 日收到撤销决定，3 个工作日内撤回', '2026-10-09', 3, '2026-10-13'],
    ['11 月 5 日意见，3 个工作日内提出异议', '2026-11-05', 3, '2026-11-10'],
    ['11 月 10 日异议，5 个工作日内复核', '2026-11-10', 5, '2026-11-17'],
    ['9 月 28 日收到规范性文件，5 个工作日', '2026-09-28', 5, '2026-10-10'],
    ['9 月 28 日收到规范性文件，15 个工作日', '2026-09-28', 15, '2026-10-23'],
  ])('%s', (_about, start, count, expected) => expect(due(start, count, 'workingDays', 'duty')).toBe(expected));

  it.each([
    ['9 月 18 日送达，15 日缴款顺延过国庆', '2026-09-18', 15, '2026-10-03', '2026-10-08'],
    ['10 月 14 日收到，15 日缴款', '2026-10-14', 15, '2026-10-29', '2026-10-29'],
    ['10 月 12 日送达，60 日复议', '2026-10-12', 60, '2026-12-11', '2026-12-11'],
    ['10 月 12 日决定，15 日备案', '2026-10-12', 15, '2026-10-27', '2026-10-27'],
  ])('%s', (_about, start, count, ...expected) => {
    const counted = countPeriod(period(start, count, 'days', 'party'), calendar);
    expect([counted.raw, counted.due]).toEqual(expected);
  });

  it.each([
    ['2026-06-15', '2026-09-13', '2026-09-14'],
    ['2026-09-14', '2026-12-13', '2026-12-14'],
  ])('shows the safe and the outer line of ninety days from %s', (start, safe, outer) => {
    expect(countPeriod(period(start, 90, 'days', 'term'), calendar)).toMatchObject({ raw: safe, due: safe, outer });
  });

  it.each([
    ['2026-09-18', 6, '2027-03-18'],
    ['2026-10-12', 6, '2027-04-12'],
    ['2027-03-18', 3, '2027-06-18'],
  ])('counts %s plus %i months by the corresponding day and does not guess whether it is an office day', (start, count, raw) => {
    const counted = countPeriod(period(start, count, 'months', 'party'), calendar);
    expect(counted).toMatchObject({ raw, calendarMissing: true });
    expect(counted.due).toBeUndefined();
  });
});

describe('the explanation of a count', () => {
  const about = (counted: CountedPeriod): object => ({ excluded: counted.excluded, worked: counted.worked, rolled: counted.rolled });

  it('names each day passed over, and each weekend worked', () => {
    const counted = countPeriod(period('2026-09-18', 5, 'workingDays', 'duty'), calendar);
    expect(about(counted)).toEqual({
      excluded: [{ day: '2026-09-19', reason: 'weekend' }],
      worked: [{ day: '2026-09-20', name: '国庆节' }],
      rolled: undefined,
    });
  });

  it('says from where to where the last day moved, past what, and by which rule', () => {
    const counted = countPeriod(period('2026-09-20', 15, 'days', 'party'), calendar);
    expect(counted.rules).toEqual(['R1', 'R6', 'R7']);
    expect(counted.rolled).toEqual({
      from: '2026-10-05',
      to: '2026-10-08',
      passed: ['2026-10-05', '2026-10-06', '2026-10-07'].map((day) => ({ day, reason: 'holiday', name: '国庆节' })),
    });
  });

  it('keeps a coercion at its plain last day', () => {
    const counted = countPeriod(period('2026-09-05', 30, 'days', 'coercion'), calendar);
    expect(counted).toMatchObject({ raw: '2026-10-05', due: '2026-10-05', rules: ['R1', 'R7'], calendarMissing: false });
  });

  it('tells days of the bureau from those of the plan', () => {
    const local: CalendarDay[] = [
      { day: '2026-03-11', kind: 'OFF', name: '民族节日' },
      { day: '2026-03-14', kind: 'WORKED', name: '民族节日调休' },
    ];
    const own = { ...calendar, local: officeDays('', { years: [], local }).local };
    const counted = countPeriod(period('2026-03-10', 3, 'workingDays', 'duty'), own);
    expect(counted.due).toBe('2026-03-14');
    expect(counted.excluded).toEqual([{ day: '2026-03-11', reason: 'local-off', name: '民族节日' }]);
    expect(counted.worked).toEqual([{ day: '2026-03-14', name: '民族节日调休' }]);
  });
});

/** Another way to the same end: all working days in a list, then the n-th. */
function walker(start: string, count: number): string | undefined {
  const all = daysBetween('2026-01-01', '2026-12-31').filter((day) => {
    const entry = calendar.national[day];
    return entry ? entry.kind === 'WORKED' : weekdayOf(day) % 6 !== 0;
  });
  return all.filter((day) => day > start)[count - 1];
}

describe('any count', () => {
  const starts = daysBetween('2025-12-31', '2026-12-30');

  it('is the one of a plain list of working days', () => {
    expect(starts.map((start) => due(start, 5, 'workingDays', 'duty'))).toEqual(starts.map((start) => walker(start, 5)));
    expect(starts.map((start) => due(start, 17, 'workingDays', 'duty'))).toEqual(starts.map((start) => walker(start, 17)));
  });

  it('never ends on a day off, unless it is a coercion or the safe line of a term', () => {
    for (const start of starts)
      for (const [count, unit] of [
        [7, 'workingDays'],
        [15, 'days'],
        [2, 'months'],
      ] as const) {
        const end = due(start, count, unit, 'party');
        if (end !== undefined) expect([start, end, isWorkingDay(end, calendar)]).toEqual([start, end, true]);
      }
  });

  it('accounts for every day between its start and its raw end', () => {
    for (const start of starts) {
      const counted = countPeriod(period(start, 9, 'workingDays', 'duty'), calendar);
      if (!counted.calendarMissing) expect(daysFrom(start, counted.raw)).toBe(9 + counted.excluded.length);
    }
  });

  it('is the sum of its parts', () => {
    for (const start of starts) {
      const middle = due(start, 4, 'workingDays', 'duty');
      const whole = due(start, 10, 'workingDays', 'duty');
      if (middle !== undefined && whole !== undefined) expect(due(middle, 6, 'workingDays', 'duty')).toBe(whole);
    }
  });

  it('never ends earlier when it starts later or is longer', () => {
    for (const start of starts) {
      const [now, later, longer] = [
        due(start, 15, 'days', 'party'),
        due(addDays(start, 1), 15, 'days', 'party'),
        due(start, 16, 'days', 'party'),
      ];
      if (now !== undefined && later !== undefined) expect(later >= now).toBe(true);
      if (now !== undefined && longer !== undefined) expect(longer >= now).toBe(true);
    }
  });

  it('moves by exactly the working days of a suspension inside it', () => {
    for (const start of daysBetween('2026-01-01', '2026-10-31')) {
      const hold = { from: addDays(start, 2), to: addDays(start, 9) };
      const held = workingDaysBetween(addDays(hold.from, -1), hold.to, calendar) ?? 0;
      const end = countPeriod({ ...period(start, 12, 'workingDays', 'duty'), holds: [hold] }, calendar).due;
      expect(end).toBe(due(start, 12 + held, 'workingDays', 'duty'));
    }
  });
});
