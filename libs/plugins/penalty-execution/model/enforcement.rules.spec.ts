import { type BeforeCourt, courtRefusal, earlyPaymentRefusal, filingRefusal, paymentRefusal } from './enforcement.rules';
import type { Remedy } from './penalty-execution.schema';

const late = { from: '2026-10-09', perDay: 2_880, days: 12, amount: 34_560, cap: 96_000, isPaused: false };
const filed: Remedy = { id: '1', kind: 'RECONSIDERATION', filedOn: '2026-10-21', filingNote: '' };
const ready: BeforeCourt = {
  today: '2027-03-19',
  remedy: { dueDay: '2027-03-18', rawDay: '2027-03-18' },
  demand: { dueDay: '2026-12-15', rawDay: '2026-12-15' },
  remedies: [],
};

describe('courtRefusal', () => {
  it.each<[string, Partial<BeforeCourt>, string]>([
    ['on the last day of the remedy', { today: '2027-03-18' }, 'penalty-execution.REMEDY_OPEN'],
    ['without a demand', { demand: undefined }, 'penalty-execution.DEMAND_UNCLEAR'],
    ['on the last day of the demand', { demand: { dueDay: '2027-03-19', rawDay: '2027-03-19' } }, 'penalty-execution.DEMAND_RUNNING'],
    ['past the raw last day in a year that is not loaded', { remedy: { rawDay: '2027-03-18' } }, 'penalty-execution.CALENDAR_MISSING'],
    ['up to the raw last day, loaded or not', { today: '2027-03-18', remedy: { rawDay: '2027-03-18' } }, 'penalty-execution.REMEDY_OPEN'],
    ['while a dispute runs', { remedies: [filed] }, 'penalty-execution.REMEDY_PENDING'],
    ['after the decision was revoked', { remedies: [{ ...filed, outcome: 'REVOKED' }] }, 'penalty-execution.DECISION_REVOKED'],
  ])('refuses %s', (_when, over, code) => {
    expect(courtRefusal({ ...ready, ...over } as BeforeCourt)?.code).toBe(code);
  });

  it('lets go the day after both', () => {
    expect(courtRefusal(ready)).toBeUndefined();
    expect(courtRefusal({ ...ready, remedies: [{ ...filed, outcome: 'UPHELD' }] })).toBeUndefined();
  });
});

describe('filingRefusal', () => {
  const term = { dueDay: '2027-06-18', rawDay: '2027-06-18' };

  it.each([
    [{}, 'penalty-execution.APPLICATION_UNCLEAR'],
    [{ filedOn: '2027-06-19' }, 'penalty-execution.LATE_REASON_MISSING'],
    [{ filedOn: '2027-06-18' }, undefined],
    [{ filedOn: '2027-06-19', lateReason: '不可抗力' }, undefined],
  ])('judges %j', (application, code) => {
    expect(filingRefusal(application, term)?.code).toBe(code);
  });
});

describe('earlyPaymentRefusal', () => {
  it.each([
    [{}, 'penalty-execution.PAYMENT_UNCLEAR'],
    [{ paidOn: '2027-01-11', amount: 1_000 }, 'penalty-execution.CALENDAR_MISSING'],
    [{ paidOn: '2027-01-10', amount: 1 }, 'penalty-execution.PAID_TOO_LITTLE'],
    [{ paidOn: '2027-01-10T09:00', amount: 1_000 }, undefined],
  ])('judges %j', (payment, code) => {
    expect(earlyPaymentRefusal(payment, { fine: 1_000, rawDay: '2027-01-10' })?.code).toBe(code);
  });
});

describe('paymentRefusal', () => {
  it.each([
    [{ amount: 96_000, lateAmount: 34_560 }, 'penalty-execution.PAYMENT_UNCLEAR'],
    [{ paidOn: '2026-10-20', amount: 95_999, lateAmount: 34_560 }, 'penalty-execution.PAID_TOO_LITTLE'],
    [{ paidOn: '2026-10-20', amount: 96_000, lateAmount: 34_559 }, 'penalty-execution.PAID_TOO_LITTLE'],
    [{ paidOn: '2026-10-20', amount: 96_000 }, 'penalty-execution.PAID_TOO_LITTLE'],
    [{ paidOn: '2026-10-20', amount: 96_000, reduction: '已采取补救措施' }, undefined],
    [{ paidOn: '2026-10-20', amount: 96_000, lateAmount: 34_560 }, undefined],
  ])('judges %j', (payment, code) => {
    expect(paymentRefusal(payment, { fine: 96_000, late })?.code).toBe(code);
  });
});
