import { bundledYears } from '../model';
import { notesOf, runsOf, weeksOf } from './month.rules';

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
