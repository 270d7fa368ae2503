import { bundledYears, type CalendarDay } from '../model';
import { dayRuns, lostHolidays, notesOf, runsOf, weeksOf } from './month.rules';

describe('a month on the page', () => {
  it('begins on its weekday and has all its days once', () => {
    const weeks = weeksOf(2026, 2);
    expect(weeks).toHaveLength(4);
    expect(weeks[0]?.[0]).toBe('2026-02-01');
    expect(weeks.flat().filter((day) => day !== undefined)).toHaveLength(28);
  });

  it('has six weeks where it needs them, with empty places around', () => {
    const weeks = weeksOf(2026, 8);
    expect(weeks).toHaveLength(6);
    expect(weeks[0]?.slice(0, 6)).toEqual(Array.from({ length: 6 }));
    expect(weeks[5]).toEqual(['2026-08-30', '2026-08-31', undefined, undefined, undefined, undefined, undefined]);
  });

  it('says its holidays in runs of days', () => {
    expect(notesOf(bundledYears[0]?.days ?? [], 10)).toEqual([
      { name: '国庆节', kind: 'OFF', runs: ['1–7'] },
      { name: '国庆节', kind: 'WORKED', runs: ['10'] },
    ]);
    expect(runsOf([1, 2, 3, 8, 10, 11])).toEqual(['1–3', '8', '10–11']);
  });
});

describe('what a notice changes', () => {
  const off = (day: string, name: string): CalendarDay => ({ day, kind: 'OFF', name });

  it('is told in runs of days with their names', () => {
    const named = [off('2027-01-01', '元旦'), off('2027-01-02', '元旦'), off('2027-01-03', '春节')];
    expect(dayRuns(['2027-01-03', '2027-01-01', '2027-01-02', '2027-01-04', '2027-03-01'], named)).toEqual([
      { from: '2027-01-01', to: '2027-01-02', name: '元旦' },
      { from: '2027-01-03', to: '2027-01-03', name: '春节' },
      { from: '2027-01-04', to: '2027-01-04', name: '' },
      { from: '2027-03-01', to: '2027-03-01', name: '' },
    ]);
  });

  it('lacks holidays that the year before had, together or alone', () => {
    const before = [
      off('2025-10-01', '国庆节、中秋节'),
      off('2025-05-01', '劳动节'),
      { day: '2025-04-27', kind: 'WORKED', name: '劳动节' } as const,
    ];
    expect(lostHolidays(before, [off('2026-09-25', '中秋节'), off('2026-10-01', '国庆节')])).toEqual(['劳动节']);
    expect(lostHolidays(before, before)).toEqual([]);
  });
});
