import type { JsonObject } from '@fashen/plugin-api';
import { PersonRegistry } from '@fashen/plugins/directory/model';
import { type TestApp, verifyInvariants } from '@fashen/testing';
import { draft, notice } from './tests/answers';
import { bureauWith, CaseRun, refusalOf } from './tests/case-run';

/*
 * Acceptance cases of the ordinary procedure, as far as it reaches: what the catalog says, which way the case takes, what is refused.
 * Every bureau, person and party is invented.
 */

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
    expect(await run.waiting()).toEqual(['disclose', 'governmentFiling']);
    await run.steps('disclose', 'governmentFiling', 'proposeClosing', 'approveClosing');
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
    const alone = { discussion: { place: '会议室', heads: ['ji'], views: '一人', conclusion: 'AGREE' } };
    expect(await refusalOf(run.step('discuss', alone))).toBe('form.INVALID');
    await run.step('discuss');
    await run.decide();
    expect(await run.waiting()).toEqual(['serve']);
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
    const hearing = { chair: 'ding', noticeServedOn: '2026-10-20', place: '会议室' };
    const tooSoon = { hearing: { ...hearing, date: '2026-10-29', clearWorkingDays: 6 } };
    expect(await refusalOf(run.step('scheduleHearing', tooSoon))).toBe('legal-review.HEARING_NOTICE_TOO_SHORT');
    // then
    await run.step('scheduleHearing', { hearing: { ...hearing, date: '2026-10-30', clearWorkingDays: 7 } });
    await run.until('2026-11-03T10:00:00+08:00');
    await run.step('holdHearing', { hearing: { result: 'HELD', heldOn: '2026-10-30', report: '报告', reportedOn: '2026-11-03' } });
    await run.step('recheck');
    expect(await run.catalog()).toMatchObject({ items: expect.arrayContaining(['CF-07']) });
    expect(await run.waiting()).toEqual(['submitReview']);
    await run.until('2026-11-04T10:00:00+08:00');
    await run.steps('submitReview', 'acceptReview');
    expect(await run.clocks()).toMatchObject({ 'legal-review': '2026-11-11' });
    await run.review('PASS');
    await run.sign();
    expect(await run.waiting()).toEqual(['discuss']);
    await run.step('discuss');
    await run.decide();
    expect(await run.waiting()).toEqual(['serve']);
  });
});

describe('a second notice', () => {
  const first = { hearing: { chair: 'ding', noticeServedOn: '2026-10-20', date: '2026-10-30', clearWorkingDays: 7, place: '会议室' } };
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
      await one.step('scheduleHearing', first);
      await one.step('holdHearing', { hearing: { result: 'HELD', heldOn: '2026-10-30', report: '报告', reportedOn: '2026-11-03' } });
    });
    await run.step('partyResponse', { statement: { kind: 'HEARING', text: '再次申请听证', receivedOn: '2026-11-10' } });
    const second = { ...first.hearing, noticeServedOn: '2026-11-10', date: '2026-11-17', clearWorkingDays: 7 };
    // when
    expect(await refusalOf(run.step('scheduleHearing', { hearing: second }))).toBe('legal-review.HEARING_NOTICE_TOO_SHORT');
    await run.step('scheduleHearing', { hearing: { ...second, date: '2026-11-23' } });
    // then
    expect(await run.waiting()).toEqual(['holdHearing']);
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
