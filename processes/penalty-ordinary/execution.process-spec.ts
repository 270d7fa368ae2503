import { CalendarLibrary } from '@fashen/plugins/calendar/model';
import { type TestApp, verifyInvariants } from '@fashen/testing';
import { AfterDecision, servedOn, servedOn18September } from './tests/after-decision';
import { bureauWith, type CaseRun, refusalOf } from './tests/case-run';

/*
 * After the decision: the late fine and the court of AC-06, the withdrawal of AC-19, with every date and refusal. Every bureau, person and
 * party is invented. The plan of 2027 is invented as well: weekends only, as long as the notice of that year is not published.
 */

const START = '2026-09-07T09:00:00+08:00';
const FINE = 96_000;
let app: TestApp;

beforeAll(async () => {
  app = await bureauWith('B', START);
});

beforeEach(() => app.clock.set(new Date(START)));

afterAll(async () => {
  const violations = await verifyInvariants(app.database.dataSource, app.host.moddles);
  await app.close();
  expect(violations).toEqual([]);
});

const morning = (day: string): string => `${day}T09:00:00+08:00`;
const unpaid = { payment: { state: 'UNPAID' } };
const demandServed = (servedOn: string) => ({ demand: { text: '十日内缴清', amount: 192_000, mode: 'DIRECT', servedOn } });
const applying = { court: { action: 'APPLY', facts: '材料齐全', amount: 192_000 } };
const asked = (filedOn: string) => ({ court: { name: '样例市样例区人民法院', filedOn, note: '同意' } });

describe('AC-06 the fine that is paid late', () => {
  it('costs 2,880 a day from 9 October, 34,560 on the 20th, and no more than the fine, which day 34 reaches', async () => {
    // given
    const run = await servedOn18September(app, FINE);
    const after = new AfterDecision(run);
    expect(await run.clocks()).toMatchObject({
      publication: '2026-09-29',
      payment: '2026-10-08',
      suit: '≥2027-03-18',
      'court-enforcement': '≥2027-06-18',
    });
    expect((await after.view('jia')).fine).toMatchObject({ amount: FINE, payBy: '2026-10-08', late: { days: 0, amount: 0 } });
    expect((await run.task('collectFine')).dueAt?.toISOString()).toBe('2026-10-08T15:59:59.999Z');
    expect(await refusalOf(run.step('collectFine', unpaid))).toBe('penalty-execution.STILL_IN_TIME');
    // then
    for (const [day, late] of [
      ['2026-10-09', { days: 1, amount: 2_880, perDay: 2_880, from: '2026-10-09', capDay: '2026-11-11' }],
      ['2026-10-20', { days: 12, amount: 34_560 }],
      ['2026-11-10', { days: 33, amount: 95_040 }],
      ['2026-11-11', { days: 34, amount: 96_000, cap: 96_000 }],
      ['2026-11-20', { amount: 96_000 }],
    ] as const) {
      await run.until(morning(day));
      expect((await after.view('jia')).fine).toMatchObject({ today: day, late });
    }
  });

  it('stands still from the filing of a reconsideration until its end is received', async () => {
    // given
    const run = await servedOn18September(app, FINE);
    const after = new AfterDecision(run);
    await run.until(morning('2026-10-21'));
    const filing = { kind: 'RECONSIDERATION' as const, filedOn: '2026-10-21', note: '' };
    expect(await refusalOf(after.file({ ...filing, filedOn: '2026-10-22' }))).toBe('penalty-execution.DAY_IN_FUTURE');
    expect(await refusalOf(after.file({ ...filing, filedOn: '2026-09-17' }))).toBe('penalty-execution.DAY_TOO_EARLY');
    // when
    const { id } = await after.file(filing);
    // then
    expect(await refusalOf(after.file(filing))).toBe('penalty-execution.ALREADY_PENDING');
    await run.until(morning('2026-11-30'));
    expect((await after.view()).fine).toMatchObject({ late: { days: 12, amount: 34_560, isPaused: true } });
    await after.decide(id, { outcome: 'UPHELD', receivedOn: '2026-11-30', note: '维持' });
    const again = after.decide(id, { outcome: 'REVOKED', receivedOn: '2026-11-30', note: '改' });
    expect(await refusalOf(again)).toBe('penalty-execution.ALREADY_DECIDED');
    await run.until(morning('2026-12-01'));
    expect((await after.view()).fine).toMatchObject({ late: { days: 13, amount: 37_440, isPaused: false, capDay: '2026-12-22' } });
  });

  it('is paid with what it costs by then, or with a reason for less', async () => {
    // given
    const run = await servedOn18September(app, FINE);
    await run.until(morning('2026-10-20'));
    const paid = { state: 'PAID', paidOn: '2026-10-20', amount: FINE };
    // then
    expect(await refusalOf(run.step('collectFine', { payment: { ...paid, lateAmount: 34_559 } }))).toBe(
      'penalty-execution.PAID_TOO_LITTLE',
    );
    const tomorrow = { payment: { ...paid, paidOn: '2026-10-21', lateAmount: 37_440 } };
    expect(await refusalOf(run.step('collectFine', tomorrow))).toBe('penalty-execution.DAY_IN_FUTURE');
    const typedWrong = { payment: { ...paid, paidOn: '2025-10-20', lateAmount: 0 } };
    expect(await refusalOf(run.step('collectFine', typedWrong))).toBe('penalty-execution.DAY_TOO_EARLY');
    await run.step('collectFine', { payment: { ...paid, lateAmount: 34_560 } });
    expect(await run.waiting()).toEqual(['disclose']);
    await run.until(morning('2026-11-20'));
    expect((await new AfterDecision(run).view()).fine).toMatchObject({ paidOn: '2026-10-20', late: { amount: 34_560 } });
  });
});

describe('a fine whose last day falls into a year without a calendar', () => {
  it('is judged by the raw day: nobody gets away with a part of it', async () => {
    const run = await servedOn(app, FINE, '2026-12-28');
    expect(await run.clocks()).toMatchObject({ payment: '≥2027-01-12' });
    const paid = { state: 'PAID', paidOn: '2026-12-28', amount: 1 };
    expect(await refusalOf(run.step('collectFine', { payment: paid }))).toBe('penalty-execution.PAID_TOO_LITTLE');
    await run.step('collectFine', { payment: { ...paid, amount: FINE } });
    expect(await run.waiting()).toEqual(['disclose']);
  });
});

describe('AC-06 the court', () => {
  async function demanded(): Promise<CaseRun> {
    const run = await servedOn18September(app, FINE);
    await run.until(morning('2026-12-01'));
    await run.step('collectFine', unpaid);
    expect(await refusalOf(run.step('demandPayment', demandServed('2026-10-08')))).toBe('penalty-execution.DEMAND_TOO_SOON');
    return run.step('demandPayment', demandServed('2026-12-01'));
  }

  it('is asked after the remedies and ten working days of demand, with a review, until 18 June 2027', async () => {
    // given
    const run = await demanded();
    expect(await run.clocks()).toMatchObject({ demand: '2026-12-15' });
    await run.until(morning('2026-12-16'));
    // The year is not loaded yet; that the raw last day has not passed is enough to refuse.
    expect(await refusalOf(run.step('afterDemand', applying))).toBe('penalty-execution.REMEDY_OPEN');
    const plan = { year: 2027, source: '样例（只有周末）', days: [] };
    await app.as('ren').run((tx) => app.get(CalendarLibrary).publishMissing(tx, [plan], '样例'));
    await run.until(morning('2027-03-18'));
    expect(await run.clocks()).toMatchObject({ suit: '2027-03-18', 'court-enforcement': '2027-06-18' });
    expect(await refusalOf(run.step('afterDemand', applying))).toBe('penalty-execution.REMEDY_OPEN');
    // when: a suit filed on the last day
    const after = new AfterDecision(run);
    await run.until(morning('2027-03-19'));
    const { id } = await after.file({ kind: 'SUIT', filedOn: '2027-03-18', note: '' });
    expect(await refusalOf(run.step('afterDemand', applying))).toBe('penalty-execution.REMEDY_PENDING');
    await after.decide(id, { outcome: 'WITHDRAWN', receivedOn: '2027-03-19', note: '准予撤诉' });
    await run.step('afterDemand', applying);
    // then
    expect(await run.waiting()).toEqual(['disclose', 'reviewApplication']);
    expect(await refusalOf(run.step('reviewApplication', { applicationReview: { passed: true, note: '可' } }, 'jia'))).toBe(
      'engine.NOT_YOUR_TASK',
    );
    await run.step('reviewApplication', { applicationReview: { passed: false, note: '补正材料' } });
    expect(await run.waiting()).toEqual(['afterDemand', 'disclose']);
    await run.step('afterDemand', applying);
    await run.step('reviewApplication', { applicationReview: { passed: true, note: '同意' } });
    await run.until(morning('2027-06-21'));
    expect(await refusalOf(run.step('applyToCourt', asked('2027-06-21')))).toBe('penalty-execution.LATE_REASON_MISSING');
    expect(await refusalOf(run.step('applyToCourt', asked('2026-06-18')))).toBe('penalty-execution.REMEDY_OPEN');
    await run.step('applyToCourt', asked('2027-06-18'));
    expect(await run.clocks()).toMatchObject({ 'court-enforcement': 'ENDED 2027-06-18', demand: 'ENDED 2026-12-15' });
    await run.steps('disclose');
    await run.step('proposeClosing', { closing: { execution: 'APPLIED', note: '已申请' } });
    await run.step('approveClosing');
    expect(await run.instance()).toMatchObject({ status: 'COMPLETED', endNodeId: 'closed' });
  });

  it('is not asked when the party pays after the demand', async () => {
    // given
    const run = await demanded();
    // when
    await run.step('afterDemand', { court: { action: 'PAID' } });
    await run.step('collectFine', { payment: { state: 'PAID', paidOn: '2026-12-01', amount: FINE, lateAmount: FINE } });
    // then
    expect(await run.waiting()).toEqual(['disclose']);
  });
});

describe('AC-19 revoked after publication', () => {
  async function published(): Promise<CaseRun> {
    const run = await servedOn18September(app, 90_000);
    await run.until(morning('2026-09-29'));
    await run.step('disclose', { disclosure: { text: '公示文本', channels: ['PORTAL'], publishedOn: '2026-09-29' } });
    expect(await run.clocks()).toMatchObject({ publication: 'ENDED 2026-09-29' });
    await run.until('2026-10-09T15:00:00+08:00');
    return run;
  }

  it('is withdrawn by 13 October, counted from the day the legal section received it, over a Saturday that is worked', async () => {
    // given
    const run = await published();
    const after = new AfterDecision(run);
    expect(await refusalOf(after.withdraw('2026-10-09'))).toBe('penalty-execution.NOTHING_TO_WITHDRAW');
    const { id } = await after.file({ kind: 'RECONSIDERATION', filedOn: '2026-09-30', note: '' });
    // when
    await after.decide(id, { outcome: 'REVOKED', receivedOn: '2026-10-09', note: '程序违法' });
    // then
    expect(await run.clocks()).toMatchObject({ withdrawal: '2026-10-13' });
    const { may, fine } = await after.view('gui');
    expect({ may, fine }).toEqual({ may: ['withdraw'] });
    await run.until('2026-10-13T15:00:00+08:00');
    expect(await refusalOf(after.withdraw('2026-10-08'))).toBe('penalty-execution.DAY_TOO_EARLY');
    await after.withdraw('2026-10-13');
    expect(await run.clocks()).toMatchObject({ withdrawal: 'ENDED 2026-10-13' });
    expect((await after.view()).remedies).toMatchObject([{ outcome: 'REVOKED', withdrawnOn: '2026-10-13' }]);
    expect(await refusalOf(after.withdraw('2026-10-13'))).toBe('penalty-execution.NOTHING_TO_WITHDRAW');
    expect(await refusalOf(run.step('collectFine', unpaid))).toBe('penalty-execution.DECISION_REVOKED');
    await run.step('collectFine', { payment: { state: 'VOID' } });
    expect(await run.waiting()).toEqual(['proposeClosing']);
  });

  it('is withdrawn in time also when the case was closed long before', async () => {
    // given
    const run = await published();
    const after = new AfterDecision(run);
    await run.step('collectFine', { payment: { state: 'PAID', paidOn: '2026-10-08', amount: 90_000 } });
    await run.step('proposeClosing', { closing: { execution: 'PERFORMED', note: '已履行' } });
    await run.step('approveClosing');
    expect(await run.instance()).toMatchObject({ status: 'COMPLETED' });
    // when
    const { id } = await after.file({ kind: 'SUIT', filedOn: '2026-10-09', note: '' });
    await run.until('2026-11-20T15:00:00+08:00');
    await after.decide(id, { outcome: 'REVOKED', receivedOn: '2026-11-20', note: '程序违法' });
    // then
    expect(await run.clocks()).toMatchObject({ withdrawal: '2026-11-25' });
    await run.until('2026-11-25T09:30:00+08:00');
    await after.withdraw('2026-11-25');
    expect(await run.clocks()).toMatchObject({ withdrawal: 'ENDED 2026-11-25' });
  });

  it('stays published when it is upheld', async () => {
    const run = await published();
    const after = new AfterDecision(run);
    const { id } = await after.file({ kind: 'RECONSIDERATION', filedOn: '2026-09-30', note: '' });
    await after.decide(id, { outcome: 'UPHELD', receivedOn: '2026-10-09', note: '维持' });
    expect(await run.clocks()).not.toHaveProperty('withdrawal');
    expect(await refusalOf(run.step('collectFine', { payment: { state: 'VOID' } }))).toBe('penalty-execution.DECISION_STANDS');
    expect((await after.view('gui')).may).toEqual([]);
  });
});
