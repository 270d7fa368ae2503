import type { JsonObject } from '@fashen/plugin-api';
import { PersonRegistry } from '@fashen/plugins/directory/model';
import { ReviewDesk, type ReviewStatistics } from '@fashen/plugins/legal-review/model';
import { StatisticsController } from '@fashen/plugins/legal-review/server';
import { type TestApp, verifyInvariants } from '@fashen/testing';
import { draft, notice, usualAnswers } from './tests/answers';
import { bureauWith, CaseRun, fullChecklist, refusalOf } from './tests/case-run';

/*
 * Acceptance cases by their days: every date and every refusal of AC-04, 12, 14, 20 and 21 that other files do not have; AC-06 and 19 stand in `execution.process-spec.ts`.
 * Every bureau, person and party is invented; the days are those of the calendar of 2026.
 */

/** Rules and forms are published before the first case begins. */
const BEFORE_ALL = '2026-08-31T09:00:00+08:00';
const open = new Set<TestApp>();
const shared = new Map<string, TestApp>();

/** A bureau under a parameter set, shared by the cases that change nothing but themselves. */
async function bureau(set: string, at: string): Promise<TestApp> {
  const app = shared.get(set) ?? (await bureauWith(set, BEFORE_ALL));
  shared.set(set, app);
  open.add(app);
  app.clock.set(new Date(at));
  return app;
}

/** A bureau of its own, for a case that moves persons. */
async function ownBureau(at: string): Promise<TestApp> {
  const app = await bureauWith('A', at);
  open.add(app);
  return app;
}

afterAll(async () => {
  for (const app of open) {
    const violations = await verifyInvariants(app.database.dataSource, app.host.moddles);
    await app.close();
    expect(violations).toEqual([]);
  }
});

const started = async (app: TestApp, proposal: JsonObject, over: JsonObject = {}): Promise<CaseRun> =>
  (await CaseRun.start(app, 'ORGANISATION', over)).upToCatalog(proposal);
const hearingAsked = (on: string): JsonObject => ({ statement: { kind: 'HEARING', text: '申请听证', receivedOn: on } });

describe('AC-04 the term of the review', () => {
  async function inReview(): Promise<CaseRun> {
    const run = await started(await bureau('A', '2026-09-14T09:00:00+08:00'), { fine: 80_000 });
    await run.until('2026-09-22T10:00:00+08:00');
    return run.steps('submitReview', 'acceptReview');
  }

  it('is extended by three working days to the Saturday that is worked, by the deputy and in time', async () => {
    // given
    const run = await inReview();
    expect(await run.clocks()).toMatchObject({ 'legal-review': '2026-09-30' });
    // when
    expect(await refusalOf(run.askExtension('legal-review', 4, 'bing'))).toBe('deadline.TOO_LONG');
    await run.askExtension('legal-review', 3, 'bing');
    expect(await refusalOf(run.grantExtension('legal-review', 'ding'))).toBe('deadline.NOT_ALLOWED');
    expect(await run.clocks()).toMatchObject({ 'legal-review': '2026-09-30' });
    await run.grantExtension('legal-review', 'wu');
    // then
    expect(await run.clocks()).toMatchObject({ 'legal-review': '2026-10-10' });
    expect((await run.task('legalReview')).dueAt?.toISOString()).toBe('2026-10-10T15:59:59.999Z');
    expect(await refusalOf(run.askExtension('legal-review', 1, 'bing'))).toBe('deadline.NO_EXTENSION');
  });

  it('is extended while it runs and not after', async () => {
    const run = await inReview();
    await run.until('2026-10-08T09:00:00+08:00');
    expect(await refusalOf(run.askExtension('legal-review', 3, 'bing'))).toBe('deadline.TOO_LATE');
  });
});

describe('AC-12 building waste across districts', () => {
  const waste = { fine: 300_000, crossRegion: true };

  async function toldOn12October(): Promise<CaseRun> {
    const run = await started(await bureau('A', '2026-09-30T09:00:00+08:00'), waste);
    await run.steps('submitReview', 'acceptReview');
    // The place of conduct decides competence: no opinion passes before the designation is in the file.
    expect(await refusalOf(run.review('PASS', { blocked: ['L03'] }))).toBe('legal-review.CHECKLIST_CONTRADICTS');
    await run.review('PASS');
    await run.sign();
    await run.until('2026-10-12T10:00:00+08:00');
    return run.step('notice', notice(300_000, { servedOn: '2026-10-12', windowEndsOn: '2026-10-19' }));
  }

  it('is neither discussed nor decided before the hearing is reported', async () => {
    // given
    const run = await toldOn12October();
    expect(await run.clocks()).toMatchObject({ 'rights-window': '2026-10-19' });
    await run.until('2026-10-16T10:00:00+08:00');
    await run.step('partyResponse', hearingAsked('2026-10-16'));
    await run.until('2026-10-20T10:00:00+08:00');
    await run.inCalled({ node: 'examineRequest' }, { node: 'schedule' });
    // when: moved by hand, against the drawing
    await run.jumpCall('hearing', 'decide');
    // then
    expect(await refusalOf(run.decide())).toBe('legal-review.HEARING_PENDING');
    await run.jump('decide', 'discuss');
    expect(await refusalOf(run.inCalled({ node: 'convene' }))).toBe('legal-review.HEARING_PENDING');
  });

  it('is not decided on the opinion given before the hearing, nor on that of another draft; the new one is due on 11 November', async () => {
    // given
    const run = await toldOn12October();
    await run.until('2026-10-16T10:00:00+08:00');
    await run.step('partyResponse', hearingAsked('2026-10-16'));
    await run.inCalled({ node: 'examineRequest' });
    const tooSoon = { hearing: { ...(usualAnswers['schedule'] as { hearing: JsonObject }).hearing, date: '2026-10-29' } };
    expect(await refusalOf(run.inCalled({ node: 'schedule', answers: tooSoon }))).toBe('legal-review.HEARING_NOTICE_TOO_SHORT');
    await run.inCalled({ node: 'schedule' });
    await run.until('2026-11-03T10:00:00+08:00');
    await run.inCalled({ node: 'hold' }, { node: 'record' }, { node: 'report' });
    await run.jump('recheck', 'decide');
    expect(await refusalOf(run.decide())).toBe('legal-review.REVIEW_STALE');
    // when: the survey shows 45 tonnes
    await run.decide(false);
    await run.step('draftReport', draft({ ...waste, fine: 220_000 }));
    await run.step('unitApproval');
    expect(await run.catalog()).toMatchObject({ items: expect.arrayContaining(['CF-07']) });
    await run.jump('submitReview', 'decide');
    expect(await refusalOf(run.decide())).toBe('legal-review.REVIEW_STALE');
    await run.jump('decide', 'submitReview');
    await run.until('2026-11-04T10:00:00+08:00');
    await run.steps('submitReview', 'acceptReview');
    // then
    expect(await run.clocks()).toMatchObject({ 'legal-review': '2026-11-11', 'penalty-decision': '2026-12-31 2026-12-31' });
    await run.review('PASS');
    await run.sign();
    await run.discussed();
    await run.decide();
    expect(await run.waiting()).toEqual(['serve']);
  });
});

describe('AC-14 the review that was returned', () => {
  it('ends with the signature in time, and the passing opinion is the second', async () => {
    const app = await bureau('A', '2026-10-13T09:00:00+08:00');
    const run = await (await CaseRun.start(app, 'SOLE_TRADER')).upToCatalog({ fine: 4_000 });
    await run.steps('submitReview', 'acceptReview');
    await run.until('2026-10-15T09:00:00+08:00');
    expect(await refusalOf(run.review('PASS', { blocked: ['L05'] }))).toBe('legal-review.CHECKLIST_CONTRADICTS');
    await run.review('SUPPLEMENT', { blocked: ['L05'] });
    await run.sign();
    expect(await run.clocks()).toMatchObject({ 'legal-review': 'ENDED 2026-10-20', dispute: '2026-10-20' });
    expect(await run.opinions()).toMatchObject([{ code: 'SUPPLEMENT', round: 1 }]);
    const statistics = async (from: string, to: string): Promise<ReviewStatistics> =>
      app.get(StatisticsController).of(await app.as('ding').context(), { from, to });
    const returned = { returns: 1, reasons: [{ key: 'EVIDENCE', count: 1 }], firstPass: { part: 0, whole: 1 } };
    expect(await statistics('2026-10-15', '2026-10-15')).toMatchObject({
      ...returned,
      opinions: 1,
      inTime: { part: 1, whole: 1 },
      medianDays: 2,
    });
    // when: measured, submitted again, and passed
    await run.step('answerOpinion', { answer: { action: 'INVESTIGATE', text: '补充流量检测' } });
    await run.until('2026-10-26T09:00:00+08:00');
    await run.step('investigate');
    await run.step('draftReport', draft({ fine: 4_000 }));
    await run.step('unitApproval');
    await run.reviewed('PASS');
    // then
    expect(await statistics('2026-10-15', '2026-10-26')).toMatchObject({ ...returned, opinions: 2 });
    expect(await statistics('2026-10-26', '2026-10-26')).toMatchObject({ opinions: 1, returns: 0, firstPass: { part: 0, whole: 0 } });
  });
});

describe('AC-20 dispute', () => {
  it('lets nobody approve over the failing opinion, the chief neither; a signed PASS on the changed draft goes on', async () => {
    // given
    const building = { fine: 50_000, kinds: ['FINE', 'ORDER_DEMOLITION'], structureRemoval: true };
    const run = await started(await bureau('A', '2026-11-05T09:00:00+08:00'), building);
    await run.reviewed('RECHARACTERISE', ['L07']);
    await run.until('2026-11-10T09:00:00+08:00');
    await run.step('answerOpinion', { answer: { action: 'DISPUTE', text: '不同意改变定性' } });
    await run.until('2026-11-17T09:00:00+08:00');
    await run.review('RECHARACTERISE', { node: 'reReview', blocked: ['L07'] });
    await run.sign();
    await run.step('answerOpinion', { answer: { action: 'COORDINATE', text: '提请协调' } });
    // when
    await run.jump('coordinate', 'decide');
    expect(await refusalOf(run.decide())).toBe('legal-review.REVIEW_NOT_PASSED');
    await run.jump('decide', 'coordinate');
    await run.step('coordinate', { coordination: { result: 'FOLLOW', minutes: '按审核意见修改' } });
    await run.step('draftReport', draft({ ...building, legalBasis: '城乡规划法第六十六条第三项' }));
    await run.step('unitApproval');
    await run.reviewed('PASS');
    // then: all opinions remain
    expect(await run.waiting()).toEqual(['notice']);
    expect(await run.opinions()).toMatchObject([
      { code: 'RECHARACTERISE', round: 1, reviewerId: 'bing', disputedBy: 'jia', disputeReason: '不同意改变定性' },
      { code: 'RECHARACTERISE', round: 2, reviewerId: 'zi' },
      { code: 'PASS', round: 3 },
    ]);
  });
});

describe('AC-21 duties apart', () => {
  const MORNING = '2026-10-12T09:00:00+08:00';

  it('(a, b) the officer who moved to the legal section is refused; proof of reviews before 2018 is enough', async () => {
    // given
    const app = await ownBureau('2026-09-14T09:00:00+08:00');
    const run = await started(app, { fine: 80_000 });
    await run.step('submitReview');
    const moved = { unitId: 'legal', roles: ['handling-officer', 'legal-reviewer'] };
    const proof = [{ kind: 'review-before-2018' as const, number: '证-1', validFrom: '2016-01-01' }];
    await app.as('setup').run(async (tx) => {
      await app.get(PersonRegistry).changePerson(tx, 'jia', moved);
      await app.get(PersonRegistry).changePerson(tx, 'geng', { certificates: proof });
    });
    // when
    expect(await refusalOf(run.step('acceptReview', undefined, 'jia'))).toBe('assignment.REVIEWER_CONFLICT');
    await run.step('acceptReview', undefined, 'geng');
    // then
    expect(await run.task('legalReview')).toMatchObject({ assigneeId: 'geng' });
  });

  it('(c) a certificate that ended on 1 September carries no record of 5 September, and carries one of 31 August', async () => {
    // given
    const app = await ownBureau('2026-08-31T09:00:00+08:00');
    const ended = [{ kind: 'enforcement' as const, number: '样执-0002', validFrom: '2020-01-01', validTo: '2026-09-01' }];
    await app.as('setup').run((tx) => app.get(PersonRegistry).changePerson(tx, 'yi', { certificates: ended }));
    const run = await CaseRun.start(app, 'ORGANISATION');
    await run.steps('proposeFiling', 'confirmFiling', 'approveFiling');
    await run.until('2026-09-05T10:00:00+08:00');
    const recordOf = (siteRecordOn: string): JsonObject => ({
      investigation: {
        ...(usualAnswers['investigate'] as { investigation: JsonObject }).investigation,
        siteRecordOn,
        closedOn: '2026-09-05',
      },
    });
    // then
    expect(await refusalOf(run.step('investigate', recordOf('2026-09-05')))).toBe('assignment.OFFICER_INVALID');
    await run.step('investigate', recordOf('2026-08-31'));
    expect(await run.waiting()).toEqual(['draftReport']);
  });

  it('(d) the transfer of a suspected crime is approved by the chief; no deputy, no delegate', async () => {
    // given
    const app = await bureau('A', MORNING);
    const run = await started(app, { fine: 80_000, crimeSuspected: true });
    await run.reviewed('TRANSFER_CRIME', ['L13']);
    expect(await run.waiting()).toEqual(['approveExit']);
    const answers = { exit: { approved: true, comment: '同意移送' } };
    // when
    expect(await refusalOf(run.step('approveExit', answers, 'wu'))).toBe('engine.NOT_YOUR_TASK');
    const { id } = await run.task('approveExit');
    const handed = app.as('ji').run((tx) => app.tasks.assign(tx, id, { assigneeId: 'wu' }));
    expect(await refusalOf(handed.then(() => run.step('approveExit', answers, 'wu')))).toBe('assignment.ROLE_MISSING');
    await app.as('ji').run((tx) => app.tasks.assign(tx, id, { assigneeId: 'ji' }));
    const { actor } = await app.as('wu').context();
    const deputy = { ...actor, onBehalfOf: { personId: 'ji', name: '己样例', ruleId: 'rule' } };
    expect(await refusalOf(app.as(deputy).run((tx) => app.tasks.complete(tx, id, { output: answers })))).toBe('assignment.ROLE_MISSING');
    await run.step('approveExit', answers, 'ji');
    expect(await run.instance()).toMatchObject({ status: 'COMPLETED', endNodeId: 'transferred' });
  });

  it('(e) the head of the unit that handled the case does not review it as B of the reviewer', async () => {
    // given
    const app = await bureau('A', MORNING);
    const run = await started(app, { fine: 80_000 });
    await run.steps('submitReview', 'acceptReview');
    const { id } = await run.task('legalReview');
    // when
    const { actor } = await app.as('xin').context();
    const deputy = { ...actor, onBehalfOf: { personId: 'bing', name: '丙样例', ruleId: 'rule' } };
    const opinion = { code: 'PASS' as const, text: '同意', citations: [], checklist: fullChecklist() };
    const given = app.as(deputy).run((tx) => app.get(ReviewDesk).give(tx, id, opinion));
    // then
    expect(await refusalOf(given)).toBe('assignment.REVIEWER_CONFLICT');
    expect(await run.task('legalReview')).toMatchObject({ assigneeId: 'bing' });
  });
});
