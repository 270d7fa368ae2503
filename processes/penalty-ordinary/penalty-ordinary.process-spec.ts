import { Definitions, type JsonObject } from '@fashen/plugin-api';
import { PersonRegistry } from '@fashen/plugins/directory/model';
import { type TestApp, verifyInvariants } from '@fashen/testing';
import { draft, notice, usualAnswers } from './tests/answers';
import { bureauWith, CaseRun, penaltyOrdinaryXml, refusalOf } from './tests/case-run';

/*
 * Acceptance cases of the ordinary procedure, as far as it reaches: what the catalog says, which way the case takes, what is refused.
 * Every bureau, person and party is invented.
 */

/** Answers for the day of a hearing, with differences. */
const scheduled = (over: JsonObject): JsonObject => ({
  hearing: { ...(usualAnswers['schedule'] as { hearing: JsonObject }).hearing, ...over },
});

const MORNING = '2026-09-14T09:00:00+08:00';
const shared = new Map<string, TestApp>();
const own: TestApp[] = [];

/** A bureau under a parameter set, shared by the cases that change nothing but themselves. The clock stands at the given moment. */
async function bureau(set: string, at = MORNING): Promise<TestApp> {
  const app = shared.get(set) ?? (await bureauWith(set, MORNING));
  shared.set(set, app);
  app.clock.set(new Date(at));
  return app;
}

/** A bureau of its own, for a case that moves persons or restarts the server. */
async function ownBureau(set: string, at = MORNING): Promise<TestApp> {
  const app = await bureauWith(set, at);
  own.push(app);
  return app;
}

afterEach(async () => {
  for (const app of own.splice(0)) await closeSound(app);
});

afterAll(async () => {
  for (const app of shared.values()) await closeSound(app);
});

/** Whatever the cases went through: their rows are what their states wait for, and their records alone lead to them. */
async function closeSound(app: TestApp): Promise<void> {
  const violations = await verifyInvariants(app.database.dataSource, app.host.moddles);
  await app.close();
  expect(violations).toEqual([]);
}

describe('AC-01 litter, summary procedure', () => {
  it('is outside the catalog: no step of the review comes up', async () => {
    const run = await (await CaseRun.start(await bureau('A'), 'CITIZEN')).upToCatalog({ fine: 50 });
    expect(await run.catalog()).toMatchObject({ depth: 'NONE', items: [] });
    expect(await run.waiting()).toEqual(['notice']);
  });
});

describe('which way a case takes after the catalog', () => {
  const full = (...items: string[]): object => ({ depth: 'FULL', items });
  const routine = (code: string): object => ({ depth: 'ROUTINE', items: [code] });
  const none = { depth: 'NONE' };

  const rows: [string, string, string, JsonObject, object][] = [
    ['AC-02b', 'A', 'ORGANISATION', { fine: 3001 }, none],
    ['AC-02b', 'C', 'ORGANISATION', { fine: 3001 }, routine('CF-90')],
    ['AC-03', 'A', 'SOLE_TRADER', { fine: 3000 }, { ...full('CF-01'), hearingRight: 'YES' }],
    ['AC-03', 'B', 'SOLE_TRADER', { fine: 3000 }, { ...none, hearingRight: 'NONE' }],
    ['AC-03 at 2,999', 'A', 'SOLE_TRADER', { fine: 2999 }, none],
    ['AC-03 at 2,999', 'D', 'SOLE_TRADER', { fine: 2999 }, full('CF-01')],
    ['AC-04', 'A', 'ORGANISATION', { fine: 80000 }, { ...full('CF-02'), collective: false, hearingRight: 'YES' }],
    ['AC-04', 'B', 'ORGANISATION', { fine: 80000 }, { ...none, hearingRight: 'NONE' }],
    ['AC-04', 'D', 'ORGANISATION', { fine: 80000 }, { ...full('CF-02'), collective: true }],
    ['AC-06', 'B', 'ORGANISATION', { fine: 96000 }, none],
    [
      'AC-07',
      'B',
      'CITIZEN',
      { kinds: ['ORDER_DEMOLITION'], structureRemoval: true },
      { ...full('CF-06'), collective: true, filing: true },
    ],
    ['AC-10', 'B', 'CITIZEN', { fine: 8000 }, full('CF-01')],
    ['AC-12', 'B', 'ORGANISATION', { fine: 300000, crossRegion: true }, { ...full('CF-02', 'CF-12'), collective: true }],
    ['AC-14', 'B', 'SOLE_TRADER', { fine: 4000 }, none],
    ['AC-16', 'A', 'SOLE_TRADER', { proposal: 'NO_PENALTY', kinds: [], mitigationOrNoPenalty: true }, routine('CF-11')],
    [
      'AC-16',
      'B',
      'SOLE_TRADER',
      { proposal: 'NO_PENALTY', kinds: [], mitigationOrNoPenalty: true },
      { ...full('CF-11'), collective: true },
    ],
    ['AC-20', 'A', 'ORGANISATION', { fine: 50000, kinds: ['FINE', 'ORDER_DEMOLITION'], structureRemoval: true }, full('CF-02', 'CF-06')],
  ];

  it.each(rows)('%s under %s', async (...[, set, party, proposal, expected]) => {
    // when
    const run = await (await CaseRun.start(await bureau(set), party)).upToCatalog(proposal);
    // then
    const catalog = await run.catalog();
    expect(catalog).toMatchObject(expected);
    expect(await run.waiting()).toEqual([catalog.depth === 'NONE' ? 'notice' : 'submitReview']);
  });
});

describe('AC-04 site dust', () => {
  it('goes from filing to the closed case, and survives a restart before every act', async () => {
    // given
    const run = await CaseRun.start(await ownBureau('A'), 'ORGANISATION');
    run.restartsBeforeEachAct = true;
    // when
    await run.upToCatalog({ fine: 80000 });
    await run.reviewed('PASS');
    expect(await run.waiting()).toEqual(['notice']);
    await run.noticedInSilence(80000);
    expect(await run.waiting()).toEqual(['decide']);
    await run.decide();
    expect(await run.waiting()).toEqual(['serve']);
    await run.step('serve');
    expect(await run.waiting()).toEqual(['collectFine', 'disclose', 'governmentFiling']);
    await run.until('2026-10-14T09:00:00+08:00');
    await run.steps('disclose', 'governmentFiling', 'collectFine', 'proposeClosing', 'approveClosing');
    // then
    expect(await run.instance()).toMatchObject({ status: 'COMPLETED', endNodeId: 'closed' });
    own.splice(0, 1, run.app);
  });

  it('may not be decided while the window is open, and may on the day after without a second review', async () => {
    // given
    const run = await (await CaseRun.start(await bureau('A'), 'ORGANISATION')).upToCatalog({ fine: 80000 });
    await run.reviewed('PASS');
    await run.step('notice', notice(80000, { windowEndsOn: '2026-10-09' }));
    await run.until('2026-10-10T10:00:00+08:00');
    // The officer entered a day too early; the calendar of the bureau knows better.
    expect(await run.clocks()).toMatchObject({ 'rights-window': '2026-10-10' });
    expect(await run.waiting()).toContain('partyResponse');
    // when: moved past the window by hand
    await run.jump('partyResponse', 'recheck');
    await run.step('recheck');
    expect(await refusalOf(run.decide())).toBe('legal-review.RIGHTS_WINDOW_OPEN');
    // then
    await run.until('2026-10-12T09:00:00+08:00');
    await run.decide();
    expect(await run.waiting()).toEqual(['serve']);
  });

  it('is due on the days of the law, and extended by the head of the section', async () => {
    // given
    const run = await (await CaseRun.start(await bureau('A'), 'ORGANISATION')).upToCatalog({ fine: 80000 });
    expect(await run.clocks()).toEqual({ 'penalty-decision': '2026-12-13 2026-12-14' });
    await run.until('2026-09-22T10:00:00+08:00');
    await run.steps('submitReview', 'acceptReview');
    expect(await run.clocks()).toMatchObject({ 'legal-review': '2026-09-30' });
    expect((await run.task('legalReview')).dueAt?.toISOString()).toBe('2026-09-30T15:59:59.999Z');
    // when
    await run.until('2026-09-24T10:00:00+08:00');
    await run.review('PASS');
    await run.sign();
    expect(await run.clocks()).toMatchObject({ 'legal-review': 'ENDED 2026-09-30' });
    await run.until('2026-09-28T10:00:00+08:00');
    await run.step('notice', notice(80000));
    expect(await run.clocks()).toMatchObject({ 'rights-window': '2026-10-10' });
    await run.until('2026-10-12T09:00:00+08:00');
    await run.step('recheck');
    await run.decide();
    // then
    expect(await run.clocks()).toMatchObject({
      'penalty-decision': 'ENDED 2026-12-13 2026-12-14',
      ...{ service: '2026-10-21', publication: '2026-10-21', 'government-filing': '2026-10-27' },
    });
    await run.until('2026-10-14T09:00:00+08:00');
    await run.step('serve');
    expect(await run.clocks()).toMatchObject({ payment: '2026-10-29', suit: '≥2027-04-14' });
    expect((await run.task('disclose')).dueAt?.toISOString()).toBe('2026-10-21T15:59:59.999Z');
  });

  it('waits for the last full day of the window by itself', async () => {
    const run = await (await CaseRun.start(await bureau('A'), 'ORGANISATION')).upToCatalog({ fine: 80000 });
    await run.reviewed('PASS');
    await run.step('notice', notice(80000));
    await run.until('2026-10-10T23:59:00+08:00');
    expect(await run.waiting()).toContain('partyResponse');
    await run.until('2026-10-11T00:00:00+08:00');
    expect(await run.waiting()).toEqual(['recheck']);
  });
});

describe('AC-06 illegal building', () => {
  it('refuses a passing opinion on a fine above the legal ceiling', async () => {
    const run = await (
      await CaseRun.start(await bureau('A'), 'ORGANISATION')
    ).upToCatalog({ fine: 144000, legalMinimum: 60000, legalMaximum: 120000 });
    await run.steps('submitReview', 'acceptReview');
    expect(await refusalOf(run.review('PASS'))).toBe('legal-review.AMOUNT_OUT_OF_RANGE');
    await run.review('ADJUST_DISCRETION', { blocked: ['L08'] });
    await run.sign();
    expect(await run.waiting()).toEqual(['answerOpinion']);
  });
});

describe('AC-06 payment', () => {
  it('is due after the holiday when the fifteenth day falls into it', async () => {
    const run = await (await CaseRun.start(await ownBureau('B', '2026-09-07T09:00:00+08:00'), 'ORGANISATION')).upToCatalog({ fine: 96000 });
    await run.step('notice', notice(96000, { servedOn: '2026-09-07', windowEndsOn: '2026-09-14', hearingRightTold: false }));
    await run.until('2026-09-15T09:00:00+08:00');
    await run.step('recheck');
    await run.decide();
    await run.until('2026-09-18T09:00:00+08:00');
    await run.step('serve', { service: { mode: 'DIRECT', servedOn: '2026-09-18', receiver: '当事人', withheld: false } });
    expect(await run.clocks()).toMatchObject({ payment: '2026-10-08', suit: '≥2027-03-18' });
  });
});

describe('AC-07 roof hut', () => {
  it('is discussed by the heads before the decision', async () => {
    const run = await (
      await CaseRun.start(await bureau('A'), 'CITIZEN')
    ).upToCatalog({ kinds: ['ORDER_DEMOLITION'], structureRemoval: true });
    await run.reviewed('PASS');
    await run.noticedInSilence(0, { kinds: ['ORDER_DEMOLITION'] });
    expect(await run.waiting()).toEqual(['discuss']);
    const { meeting } = usualAnswers['convene'] as { meeting: JsonObject };
    const alone = { meeting: { ...meeting, present: ['ji'], absent: ['wu'], absentReason: '出差' } };
    expect(await refusalOf(run.inCalled({ node: 'convene', answers: alone }))).toBe('discussion.BELOW_QUORUM');
    await run.discussed();
    await run.decide();
    expect(await run.waiting()).toEqual(['serve']);
  });
});

describe('what the heads conclude', () => {
  it.each([
    ['AGREE', 'decide'],
    ['CHANGE', 'draftReport'],
    ['INVESTIGATE', 'investigate'],
    ['NO_PENALTY', 'approveNoPenalty'],
    ['TRANSFER', 'approveExit'],
    ['NONE', 'draftReport'],
  ])('%s leads to %s', async (conclusion, node) => {
    const run = await (
      await CaseRun.start(await bureau('A'), 'CITIZEN')
    ).upToCatalog({ kinds: ['ORDER_DEMOLITION'], structureRemoval: true });
    await run.reviewed('PASS');
    await run.noticedInSilence(0, { kinds: ['ORDER_DEMOLITION'] });
    await run.discussed(conclusion);
    expect(await run.waiting()).toEqual([node]);
  });
});

describe('AC-10 barbecue under a lighter new law', () => {
  it('stays in review when the redraft falls below the threshold', async () => {
    // given
    const run = await (
      await CaseRun.start(await bureau('A'), 'CITIZEN')
    ).upToCatalog({ fine: 8000, legalMinimum: 500, legalMaximum: 5000 });
    await run.steps('submitReview', 'acceptReview');
    await run.review('ADJUST_DISCRETION', { blocked: ['L06'] });
    await run.sign();
    // when
    await run.step('answerOpinion');
    await run.step('draftReport', draft({ fine: 2000, legalMinimum: 500, legalMaximum: 5000 }));
    await run.step('unitApproval');
    // then
    expect(await run.catalog()).toMatchObject({ depth: 'FULL', hearingRight: 'NONE' });
    expect(await run.waiting()).toEqual(['submitReview']);
    await run.reviewed('PASS');
    await run.noticedInSilence(2000, { hearingRightTold: false });
    await run.decide();
    expect(await run.waiting()).toEqual(['serve']);
  });
});

describe('AC-12 building waste across districts', () => {
  it('must be reviewed again after the hearing; the first opinion carries nothing', async () => {
    // given
    const run = await (
      await CaseRun.start(await bureau('A', '2026-09-30T09:00:00+08:00'), 'ORGANISATION')
    ).upToCatalog({ fine: 300000, crossRegion: true });
    await run.reviewed('PASS');
    await run.until('2026-10-12T10:00:00+08:00');
    await run.step('notice', notice(300000, { servedOn: '2026-10-12', windowEndsOn: '2026-10-19' }));
    expect(await run.clocks()).toMatchObject({ 'rights-window': '2026-10-19' });
    await run.until('2026-10-16T10:00:00+08:00');
    await run.step('partyResponse', { statement: { kind: 'HEARING', text: '申请听证', receivedOn: '2026-10-16' } });
    // when: six working days between notice and hearing are one too few
    await run.inCalled({ node: 'examineRequest' });
    const tooSoon = scheduled({ date: '2026-10-29' });
    expect(await refusalOf(run.inCalled({ node: 'schedule', answers: tooSoon }))).toBe('legal-review.HEARING_NOTICE_TOO_SHORT');
    // then
    expect(await run.clocks()).toMatchObject({ 'penalty-decision': 'HELD ≥2026-12-13' });
    await run.inCalled({ node: 'schedule' });
    await run.until('2026-11-03T10:00:00+08:00');
    await run.inCalled({ node: 'hold' }, { node: 'record' }, { node: 'report' });
    // The days from the request that was accepted to the report are not counted.
    expect(await run.clocks()).toMatchObject({ 'penalty-decision': '2026-12-31 2026-12-31' });
    await run.step('recheck');
    expect(await run.catalog()).toMatchObject({ items: expect.arrayContaining(['CF-07']) });
    expect(await run.waiting()).toEqual(['submitReview']);
    await run.until('2026-11-04T10:00:00+08:00');
    await run.steps('submitReview', 'acceptReview');
    expect(await run.clocks()).toMatchObject({ 'legal-review': '2026-11-11' });
    await run.review('PASS');
    await run.sign();
    expect(await run.waiting()).toEqual(['discuss']);
    await run.discussed();
    await run.decide();
    expect(await run.waiting()).toEqual(['serve']);
  });
});

describe('AC-12 survey shows less', () => {
  it('leads to a new draft, which is reviewed and discussed before the decision', async () => {
    // given
    const run = await (
      await CaseRun.start(await bureau('A', '2026-09-30T09:00:00+08:00'), 'ORGANISATION')
    ).upToCatalog({ fine: 300000, crossRegion: true });
    await run.reviewed('PASS');
    await run.until('2026-10-12T10:00:00+08:00');
    await run.step('notice', notice(300000, { servedOn: '2026-10-12', windowEndsOn: '2026-10-19' }));
    await run.step('partyResponse', { statement: { kind: 'HEARING', text: '申请听证', receivedOn: '2026-10-16' } });
    await run.until('2026-11-03T10:00:00+08:00');
    await run.inCalled(...['examineRequest', 'schedule', 'hold', 'record', 'report'].map((node) => ({ node })));
    // when
    await run.step('recheck', { recheck: { changed: true, renotify: false, note: '核实为 45 吨' } });
    await run.step('draftReport', draft({ fine: 220000, crossRegion: true }));
    await run.step('unitApproval');
    // then: the opinion on the first draft, given before the hearing, carries nothing
    expect(await run.waiting()).toEqual(['submitReview']);
    await run.until('2026-11-04T10:00:00+08:00');
    await run.reviewed('PASS');
    await run.discussed();
    await run.decide();
    expect(await run.waiting()).toEqual(['serve']);
  });
});

describe('a second notice', () => {
  const told = { servedOn: '2026-11-09', windowEndsOn: '2026-11-16' };

  /** Told, answered as given, changed to a heavier fine, reviewed and told again on 9 November. */
  async function toldAgain(answer: (run: CaseRun) => Promise<void>): Promise<CaseRun> {
    const run = await (await CaseRun.start(await bureau('A', '2026-10-12T09:00:00+08:00'), 'ORGANISATION')).upToCatalog({ fine: 80_000 });
    await run.reviewed('PASS');
    await run.step('notice', notice(80_000, { servedOn: '2026-10-12', windowEndsOn: '2026-10-19' }));
    await answer(run);
    await run.step('recheck', { recheck: { changed: true, renotify: true, note: '加重' } });
    await run.step('draftReport', draft({ fine: 90_000 }));
    await run.step('unitApproval');
    await run.until('2026-11-09T09:00:00+08:00');
    await run.reviewed('PASS');
    return run.step('notice', notice(90_000, told));
  }

  it('leads to a second hearing, of which the party is told in time again', async () => {
    // given
    const run = await toldAgain(async (one) => {
      await one.step('partyResponse', { statement: { kind: 'HEARING', text: '申请听证', receivedOn: '2026-10-16' } });
      await one.inCalled(...['examineRequest', 'schedule', 'hold', 'record', 'report'].map((node) => ({ node })));
    });
    await run.step('partyResponse', { statement: { kind: 'HEARING', text: '再次申请听证', receivedOn: '2026-11-10' } });
    const asked = { hearing: { request: { receivedOn: '2026-11-10', text: '再次申请', accepted: true } } };
    await run.inCalled({ node: 'examineRequest', answers: asked });
    const second = { noticeServedOn: '2026-11-10', date: '2026-11-17' };
    // when
    expect(await refusalOf(run.inCalled({ node: 'schedule', answers: scheduled(second) }))).toBe('legal-review.HEARING_NOTICE_TOO_SHORT');
    await run.inCalled({ node: 'schedule', answers: scheduled({ ...second, date: '2026-11-23' }) });
    // then
    expect(await run.waiting()).toEqual(['hearing']);
  });
});

describe('AC-14 thin evidence', () => {
  it('goes back to the investigation and comes again as another round', async () => {
    const run = await (await CaseRun.start(await bureau('A'), 'SOLE_TRADER')).upToCatalog({ fine: 4000 });
    await run.until('2026-10-13T09:00:00+08:00');
    await run.steps('submitReview', 'acceptReview');
    expect(await run.clocks()).toMatchObject({ 'legal-review': '2026-10-20' });
    await run.until('2026-10-15T09:00:00+08:00');
    await run.review('SUPPLEMENT', { blocked: ['L05'] });
    await run.sign();
    expect(await run.clocks()).toMatchObject({ 'legal-review': 'ENDED 2026-10-20', 'penalty-decision': '2026-12-13 2026-12-14' });
    await run.step('answerOpinion', { answer: { action: 'INVESTIGATE', text: '补充测量' } });
    expect(await run.waiting()).toEqual(['investigate']);
    await run.step('investigate');
    await run.step('draftReport', draft({ fine: 4000 }));
    await run.step('unitApproval');
    await run.until('2026-10-26T09:00:00+08:00');
    await run.steps('submitReview', 'acceptReview');
    expect(await run.clocks()).toMatchObject({ 'legal-review': '2026-11-02', 'penalty-decision': '2026-12-13 2026-12-14' });
    await run.review('PASS');
    await run.sign();
    expect(await run.waiting()).toEqual(['notice']);
    expect((await run.instance()).variables['review']).toMatchObject({ round: 2, passed: true });
  });
});

describe('AC-16 first offence', () => {
  it('ends without penalty, with a record of education and nothing to publish', async () => {
    const run = await (
      await CaseRun.start(await bureau('A'), 'SOLE_TRADER')
    ).upToCatalog({ proposal: 'NO_PENALTY', kinds: [], mitigationOrNoPenalty: true });
    await run.reviewed('NO_PENALTY');
    expect(await run.waiting()).toEqual(['approveNoPenalty']);
    await run.steps('approveNoPenalty', 'educationRecord');
    expect(await run.instance()).toMatchObject({ status: 'COMPLETED', endNodeId: 'noPenalty' });
    expect((await run.instance()).trail.nodes).not.toHaveProperty('disclose');
  });

  it('is discussed first under catalog B', async () => {
    const run = await (
      await CaseRun.start(await bureau('B'), 'SOLE_TRADER')
    ).upToCatalog({ proposal: 'NO_PENALTY', kinds: [], mitigationOrNoPenalty: true });
    await run.reviewed('NO_PENALTY');
    expect(await run.waiting()).toEqual(['discussNoPenalty']);
    await run.discussed('NO_PENALTY');
    expect(await run.waiting()).toEqual(['approveNoPenalty']);
  });

  it('goes back to the draft when the heads want something else', async () => {
    const run = await (
      await CaseRun.start(await bureau('B'), 'SOLE_TRADER')
    ).upToCatalog({ proposal: 'NO_PENALTY', kinds: [], mitigationOrNoPenalty: true });
    await run.reviewed('NO_PENALTY');
    await run.discussed('INVESTIGATE');
    expect(await run.waiting()).toEqual(['draftReport']);
  });
});

describe('AC-20 dispute', () => {
  const building = { fine: 50000, kinds: ['FINE', 'ORDER_DEMOLITION'], structureRemoval: true };

  it('is looked at again by another reviewer, once, then coordinated; the chief cannot decide over a failing opinion', async () => {
    // given
    const run = await (await CaseRun.start(await bureau('A'), 'ORGANISATION')).upToCatalog(building);
    await run.until('2026-11-05T09:00:00+08:00');
    await run.reviewed('RECHARACTERISE', ['L07']);
    expect(await run.clocks()).toMatchObject({ dispute: '2026-11-10' });
    // when
    await run.until('2026-11-10T09:00:00+08:00');
    await run.step('answerOpinion', { answer: { action: 'DISPUTE', text: '不同意改变定性' } });
    expect(await run.clocks()).toMatchObject({ 'legal-review': '2026-11-17' });
    expect(await refusalOf(run.review('PASS', { node: 'reReview', person: 'bing' }))).toBe('legal-review.REVIEWER_CONFLICT');
    await run.review('RECHARACTERISE', { node: 'reReview', blocked: ['L07'] });
    await run.sign();
    expect(await refusalOf(run.step('answerOpinion', { answer: { action: 'DISPUTE', text: '再次异议' } }))).toBe(
      'legal-review.DISPUTED_ALREADY',
    );
    await run.step('answerOpinion', { answer: { action: 'COORDINATE', text: '提请协调' } });
    // then
    expect(await run.waiting()).toEqual(['coordinate']);
    await run.step('coordinate', { coordination: { result: 'FOLLOW', minutes: '按审核意见修改' } });
    expect(await run.waiting()).toEqual(['draftReport']);
  });

  it('cannot be filed after its last day', async () => {
    const run = await (await CaseRun.start(await bureau('A'), 'ORGANISATION')).upToCatalog(building);
    await run.until('2026-11-05T09:00:00+08:00');
    await run.reviewed('RECHARACTERISE', ['L07']);
    await run.until('2026-11-11T09:00:00+08:00');
    const late = run.step('answerOpinion', { answer: { action: 'DISPUTE', text: '不同意改变定性' } });
    expect(await refusalOf(late)).toBe('legal-review.DISPUTE_TOO_LATE');
  });

  it('lets the clock of the review go on when the head of the section does not sign, and stop while advice is asked for', async () => {
    const run = await (await CaseRun.start(await bureau('A'), 'ORGANISATION')).upToCatalog(building);
    await run.until('2026-10-13T09:00:00+08:00');
    await run.steps('submitReview', 'acceptReview');
    await run.until('2026-10-14T09:00:00+08:00');
    await run.review('PASS');
    await run.sign(false);
    expect(await run.clocks()).toMatchObject({ 'legal-review': '2026-10-20' });
    await run.review('CONSULT', { blocked: ['L07'] });
    await run.sign();
    expect(await run.clocks()).toMatchObject({ 'legal-review': 'HELD ≥2026-10-20' });
    await run.until('2026-10-19T09:00:00+08:00');
    await run.step('consult', { consultation: { adviser: '专家', opinion: '可行' } });
    expect(await run.clocks()).toMatchObject({ 'legal-review': '2026-10-23' });
  });

  it('returns to the reviewer when the head of the section does not sign', async () => {
    const run = await (await CaseRun.start(await bureau('A'), 'ORGANISATION')).upToCatalog(building);
    await run.steps('submitReview', 'acceptReview');
    await run.review('PASS');
    await run.sign(false);
    expect(await run.waiting()).toEqual(['legalReview']);
    expect((await run.instance()).variables['review']).toMatchObject({ passed: false });
  });
});

describe('AC-21 duties apart', () => {
  const upToAcceptance = async (app: TestApp): Promise<CaseRun> => {
    const run = await (await CaseRun.start(app, 'ORGANISATION')).upToCatalog({ fine: 80000 });
    return run.step('submitReview');
  };

  it('(a) refuses an officer who has moved to the legal section as reviewer of the own case', async () => {
    const app = await ownBureau('A');
    const run = await upToAcceptance(app);
    await app
      .as('setup')
      .run((tx) => app.get(PersonRegistry).changePerson(tx, 'jia', { unitId: 'legal', roles: ['handling-officer', 'legal-reviewer'] }));
    expect(await refusalOf(run.step('acceptReview', undefined, 'jia'))).toBe('assignment.REVIEWER_CONFLICT');
  });

  it('(b) refuses a new reviewer without the qualification', async () => {
    const run = await upToAcceptance(await bureau('A'));
    expect(await refusalOf(run.step('acceptReview', undefined, 'geng'))).toBe('assignment.REVIEWER_UNQUALIFIED');
  });

  it('(c) refuses an officer whose certificate has expired', async () => {
    const app = await ownBureau('A');
    const expired = [{ kind: 'enforcement' as const, number: '样执-0002', validFrom: '2020-01-01', validTo: '2026-09-01' }];
    await app.as('setup').run((tx) => app.get(PersonRegistry).changePerson(tx, 'yi', { certificates: expired }));
    const run = await CaseRun.start(app, 'ORGANISATION');
    const investigate = async (): Promise<unknown> => run.steps('proposeFiling', 'confirmFiling', 'approveFiling', 'investigate');
    expect(await refusalOf(investigate())).toBe('assignment.OFFICER_INVALID');
  });

  it('refuses one officer in both parts', async () => {
    const run = await CaseRun.start(await bureau('A'), 'ORGANISATION', { officers: { lead: 'jia', co: 'jia' } });
    expect(await refusalOf(run.steps('proposeFiling', 'confirmFiling'))).toBe('assignment.LESS_THAN_TWO_OFFICERS');
  });
});

describe('the proof reaches over the called processes', () => {
  const call = (id: string, xml: string): string =>
    new RegExp(`<bpmn:callActivity id="${id}"[\\s\\S]*?</bpmn:callActivity>`).exec(xml)?.[0] ?? '';
  const mapping = /<engine:mapping[^>]*\/>/;

  it.each([
    ['a hearing that may write everything', 'hearing', '', 'legal-review.review-before-decision'],
    [
      'a hearing that brings back a review',
      'hearing',
      '<engine:mapping output="= {hearing: hearing, review: review}" />',
      'legal-review.review-before-decision',
    ],
    [
      'a discussion that brings back a catalog',
      'discuss',
      '<engine:mapping output="= {discussion: discussion, catalog: {depth: &quot;NONE&quot;}}" />',
      'legal-review.review-before-decision',
    ],
    [
      'a discussion that brings back a decision',
      'discuss',
      '<engine:mapping output="= {decision: discussion}" />',
      'legal-review.called-decision',
    ],
  ])('refuses %s', async (_what, id, other, rule) => {
    const drawn = penaltyOrdinaryXml();
    const opened = drawn.replace(call(id, drawn), call(id, drawn).replace(mapping, other));
    const findings = await (await bureau('A')).get(Definitions).check(opened);
    expect(findings.map((finding) => finding.rule)).toContain(rule);
    expect(await (await bureau('A')).get(Definitions).check(drawn)).toEqual([]);
  });
});

describe('nobody decides without a passed review of exactly this draft', () => {
  it('refuses when the draft in the case data was changed after the review', async () => {
    // given
    const app = await bureau('A');
    const run = await (await CaseRun.start(app, 'ORGANISATION')).upToCatalog({ fine: 80000 });
    await run.reviewed('PASS');
    await run.noticedInSilence(80000);
    // when
    const { id } = await run.instance();
    await app.as('ji').run((tx) => app.instances.setVariables(tx, id, { draft: { facts: '改过的事实' } }));
    // then
    expect(await refusalOf(run.decide())).toBe('legal-review.REVIEW_STALE');
    await run.decide(false);
    expect(await run.waiting()).toEqual(['draftReport']);
  });
});
