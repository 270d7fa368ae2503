import { COUNTING_LAW, dayTypeOf, LAWS, RULE_IDS, rulesOf } from './counting-law';
import { addHours, addMonths, dayOf, endOfDay, isDay } from './day.rules';
import { heldDays, isPostedInTime, serviceDay } from './hold.rules';
import { earliestAfter, latestBefore } from './notice-period.rules';
import { dayProblem, natureOf, workingDaysBetween, workingDaysOfYear } from './office-days.rules';
import { sampleOfficeDays as calendar } from './sample-year';

describe('the year 2026', () => {
  it('has 248 working days', () => expect(workingDaysOfYear(2026, calendar)).toBe(248));

  it.each([
    ['2026-01-04', { kind: 'worked', name: '元旦' }],
    ['2026-01-03', { kind: 'holiday', name: '元旦' }],
    ['2026-02-23', { kind: 'holiday', name: '春节' }],
    ['2026-03-07', { kind: 'weekend' }],
    ['2026-03-09', { kind: 'working' }],
    ['2027-01-01', { kind: 'unknown' }],
  ])('knows what %s is', (day, nature) => expect(natureOf(day, calendar)).toEqual(nature));

  it('says nothing of days of a year that is not loaded', () => {
    expect(workingDaysOfYear(2027, calendar)).toBeUndefined();
    expect(workingDaysBetween('2026-12-30', '2027-01-02', calendar)).toBeUndefined();
    expect(workingDaysBetween('2026-12-30', '2027-01-01', calendar)).toBe(1);
  });

  it('refuses days of other years and weekdays called worked', () => {
    expect(dayProblem({ day: '2027-01-03', kind: 'WORKED', name: '元旦' }, 2026)).toBe('OTHER_YEAR');
    expect(dayProblem({ day: '2026-01-05', kind: 'WORKED', name: '元旦' }, 2026)).toBe('WORKED_WEEKDAY');
    expect(dayProblem({ day: '2026-01-04', kind: 'WORKED', name: '元旦' }, 2026)).toBeUndefined();
  });
});

describe('full working days between a notice and an act', () => {
  it.each([
    ['2026-09-21', 7, '2026-10-09'],
    ['2026-10-20', 7, '2026-10-30'],
    ['2026-03-02', 5, '2026-03-10'],
    ['2026-03-02', 0, '2026-03-03'],
  ])('from %s with %i: %s', (notice, count, expected) => expect(earliestAfter(notice, count, calendar).due).toBe(expected));

  it('moves the act to an office day', () => {
    // Friday 27 and Saturday 28 February (worked), then 2 to 6 March: the seventh is a Friday, so the next day is a Saturday
    expect(earliestAfter('2026-02-26', 7, calendar)).toMatchObject({ raw: '2026-03-07', due: '2026-03-09' });
  });

  it.each([
    ['2026-10-09', 7, '2026-09-21'],
    ['2026-10-30', 7, '2026-10-20'],
  ])('before %s with %i: %s', (act, count, expected) => expect(latestBefore(act, count, calendar).due).toBe(expected));

  it('leave no shorter distance', () => {
    expect(workingDaysBetween('2026-10-20', '2026-10-29', calendar)).toBe(6);
    expect(workingDaysBetween('2026-10-20', '2026-10-30', calendar)).toBe(7);
  });

  it('are not guessed beyond the calendar', () => {
    const beyond = earliestAfter('2026-12-24', 7, calendar);
    expect(beyond.calendarMissing).toBe(true);
    expect(beyond.due).toBeUndefined();
  });
});

describe('the law about days', () => {
  it('has every rule once, with a source', () => {
    expect(COUNTING_LAW.rules.map(({ id }) => id)).toEqual(RULE_IDS);
    expect(rulesOf(['R6', 'R1']).map(({ article }) => article)).toEqual(['第八十五条', '第八十五条']);
  });

  it.each([
    ['APL', 5, 'workingDays', 'R2'],
    ['APL', 7, 'workingDays', 'R2'],
    ['APL', 15, 'days', 'R2'],
    ['APL', 90, 'days', 'R2'],
    ['ACL', 10, 'workingDays', 'R3'],
    ['ACL', 30, 'days', 'R3'],
    ['ALL', 20, 'workingDays', 'R4'],
    ['ARL', 10, 'workingDays', 'R5'],
    ['ARL', 60, 'days', 'R5'],
    ['TR310', 3, 'days', 'R10'],
    ['GF118', 7, 'workingDays', 'R15'],
    ['GIR', 20, 'workingDays', 'R15'],
  ] as const)('%s: %i are %s by %s', (law, days, unit, rule) => expect(dayTypeOf(law, days)).toEqual({ unit, rule }));

  it('knows every law it lists', () => {
    for (const law of LAWS) expect(dayTypeOf(law, 5).rule).toMatch(/^R\d+$/);
  });
});

describe('days and hours', () => {
  it('runs hours on the clock, through a holiday', () => {
    const seized = Date.parse('2026-09-30T23:30:00+08:00');
    expect(new Date(addHours(seized, 24)).toISOString()).toBe('2026-10-01T15:30:00.000Z');
  });

  it('reads the day of the bureau, not that of UTC', () => {
    expect(dayOf(Date.parse('2026-03-01T16:30:00Z'), 480)).toBe('2026-03-02');
    expect(new Date(endOfDay('2026-09-30', 480)).toISOString()).toBe('2026-09-30T15:59:59.999Z');
  });

  it.each(['2026-02-30', '2026-2-3', '2026-13-01', '20260301', ''])('refuses %p as a day', (text) => expect(isDay(text)).toBe(false));

  it('takes the last day of a month that has no corresponding day', () => {
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
    expect(addMonths('2027-12-31', 2)).toBe('2028-02-29');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  });
});

describe('suspensions, service and posting', () => {
  it('counts each suspended day once', () => {
    expect(heldDays([{ from: '2026-07-01', to: '2026-07-11' }])).toBe(10);
    expect(
      heldDays([
        { from: '2026-07-05', to: '2026-07-20' },
        { from: '2026-07-01', to: '2026-07-11' },
      ]),
    ).toBe(19);
    expect(heldDays([{ from: '2026-07-01', to: '2026-07-01' }])).toBe(0);
  });

  it('dates service by its mode', () => {
    expect(serviceDay('SIGNED', '2026-09-01', 30)).toBe('2026-09-01');
    expect(serviceDay('POST', '2026-09-03', 30)).toBe('2026-09-03');
    expect(serviceDay('ELECTRONIC', '2026-09-04', 30)).toBe('2026-09-04');
    expect(serviceDay('PUBLICATION', '2026-09-01', 30)).toBe('2026-10-01');
  });

  it('takes what was posted on the last day as in time', () => {
    expect(isPostedInTime('2026-10-08', '2026-10-08')).toBe(true);
    expect(isPostedInTime('2026-10-09', '2026-10-08')).toBe(false);
  });
});
