import { type LateFineFacts, lateFineOn } from './late-fine.rules';

const rule = { ratePercent: 3, capPercent: 100, article: '行政处罚法第七十二条', pauseArticle: '行政处罚法第七十三条' };
const facts: LateFineFacts = { fine: 96_000, payBy: '2026-10-08', pauses: [] };

describe('lateFineOn', () => {
  it.each([
    ['on the last day of paying', '2026-10-08', { days: 0, amount: 0 }],
    ['on the first day after it', '2026-10-09', { days: 1, amount: 2_880 }],
    ['on the twelfth day', '2026-10-20', { days: 12, amount: 34_560 }],
    ['the day before the cap', '2026-11-10', { days: 33, amount: 95_040 }],
    ['on day 34, which reaches the cap', '2026-11-11', { days: 34, amount: 96_000 }],
    ['long after it', '2027-03-01', { amount: 96_000 }],
  ])('counts %s', (_when, day, expected) => {
    const late = lateFineOn(rule, facts, day);
    expect(late).toMatchObject({ from: '2026-10-09', perDay: 2_880, cap: 96_000, capDay: '2026-11-11', isPaused: false, ...expected });
  });

  it('stands still from the day of the filing, without a day of the cap', () => {
    const late = lateFineOn(rule, { ...facts, pauses: [{ from: '2026-10-21' }] }, '2026-12-01');
    expect(late).toMatchObject({ days: 12, amount: 34_560, isPaused: true });
    expect(late.capDay).toBeUndefined();
  });

  it('goes on the day after the outcome, and reaches its cap so much later', () => {
    const late = lateFineOn(rule, { ...facts, pauses: [{ from: '2026-10-21', to: '2026-10-30' }] }, '2026-10-31');
    expect(late).toMatchObject({ days: 13, amount: 37_440, isPaused: false, capDay: '2026-11-21' });
  });

  it('counts a day once that two disputes cover, and none before the first', () => {
    const pauses = [
      { from: '2026-09-20', to: '2026-10-10' },
      { from: '2026-10-10', to: '2026-10-12' },
    ];
    expect(lateFineOn(rule, { ...facts, pauses }, '2026-10-13')).toMatchObject({ days: 1, amount: 2_880 });
  });

  it('ends with the day of the payment', () => {
    const late = lateFineOn(rule, { ...facts, paidOn: '2026-10-20' }, '2026-12-01');
    expect(late).toMatchObject({ days: 12, amount: 34_560 });
    expect(late.capDay).toBeUndefined();
  });

  it.each([
    [33.33, 1],
    [0.1, 0],
  ])('counts in fen: %d yuan are %d a day', (fine, perDay) => {
    expect(lateFineOn(rule, { ...facts, fine }, '2026-10-09')).toMatchObject({ perDay });
  });

  it('follows the figures it is given', () => {
    const lighter = { ...rule, ratePercent: 1, capPercent: 50 };
    expect(lateFineOn(lighter, facts, '2027-03-01')).toMatchObject({ perDay: 960, cap: 48_000, amount: 48_000, capDay: '2026-11-27' });
  });

  it('names no day of the cap that nobody alive would see', () => {
    const tiny = lateFineOn({ ...rule, ratePercent: 0.0001 }, { ...facts, fine: 1_000_000_000 }, '2026-10-20');
    expect(tiny).toMatchObject({ perDay: 1_000, days: 12, amount: 12_000 });
    expect(tiny.capDay).toBeUndefined();
  });
});
