import type { ExecutionReply } from '../model';
import { fineWords, whyWords, yuan } from './words.rules';

const late = { from: '2026-10-09', perDay: 2_880, days: 12, amount: 34_560, cap: 96_000, capDay: '2026-11-11', isPaused: false };
const fine: NonNullable<ExecutionReply['fine']> = {
  amount: 96_000,
  payBy: '2026-10-08',
  today: '2026-10-20',
  rule: { ratePercent: 3, capPercent: 100, article: '第七十二条', pauseArticle: '第七十三条' },
  late,
};
const keys = (over: Partial<typeof fine>): readonly string[] => fineWords({ ...fine, ...over }).map(({ key }) => key);

describe('fineWords', () => {
  it.each([
    ['in time', { late: { ...late, days: 0, amount: 0 } }, ['fine', 'inTime']],
    ['late', {}, ['fine', 'late', 'capOn']],
    ['at its cap', { late: { ...late, days: 40, amount: 96_000 } }, ['fine', 'late', 'capped']],
    ['contested', { late: { ...late, capDay: undefined, isPaused: true } }, ['fine', 'late', 'paused']],
    ['paid in time', { paidOn: '2026-10-08', late: { ...late, days: 0 } }, ['fine', 'paidInTime']],
    ['paid late', { paidOn: '2026-10-20' }, ['fine', 'paidLate']],
  ])('says how it stands: %s', (_how, over, expected) => {
    expect(keys(over as Partial<typeof fine>)).toEqual(expected);
  });

  it('says how much', () => {
    expect(fineWords(fine)[1]).toEqual({ key: 'late', gaps: { n: 12, today: '2026-10-20', amount: '34,560' } });
    expect(yuan(0.3)).toBe('0.3');
  });
});

describe('whyWords', () => {
  it('names the rate, what does not count, the days and the cap', () => {
    const remedy = { id: '1', kind: 'SUIT' as const, filedOn: '2026-10-21', filingNote: '' };
    expect(whyWords(fine, [remedy], '今').map(({ key }) => key)).toEqual(['why.from', 'why.pause', 'why.days', 'why.cap']);
    expect(whyWords(fine, [remedy], '今')[1]?.gaps).toMatchObject({ from: '2026-10-21', to: '今' });
  });
});
