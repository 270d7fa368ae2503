import { type TestApp, verifyInvariants } from '@fashen/testing';
import { draft, notice } from './tests/answers';
import { bureauWith, CaseRun, refusalOf } from './tests/case-run';
import { SentCase } from './tests/sent-case';

/* A case that is returned or jumped never comes to a decision around the legal review. */

describe('the review holds whatever way a case is sent', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await bureauWith('A');
  });
  afterAll(async () => {
    const violations = await verifyInvariants(app.database.dataSource, app.host.moddles);
    await app.close();
    expect(violations).toEqual([]);
  });
  beforeEach(() => app.clock.set(new Date('2026-09-14T09:00:00+08:00')));

  const upToNotice = async (): Promise<CaseRun> =>
    (await (await CaseRun.start(app, 'ORGANISATION')).upToCatalog({ fine: 80000 })).reviewed('PASS');

  it('returned after the review and changed: every step comes again, the review among them', async () => {
    // given
    const run = await upToNotice();
    const { id } = await run.instance();
    const desk = new SentCase(app, id);
    // when
    await desk.giveBack('notice', 'draftReport', { mode: 'DIRECT' });
    expect(await run.waiting()).toEqual(['draftReport']);
    await run.step('draftReport', draft({ fine: 90000 }));
    // then
    expect(await run.waiting()).toEqual(['unitApproval']);
    await run.step('unitApproval');
    expect(await run.waiting()).toEqual(['submitReview']);
  });

  it('returned over the review and straight back is step by step all the same', async () => {
    const run = await upToNotice();
    const desk = new SentCase(app, (await run.instance()).id);
    await desk.giveBack('notice', 'submitReview', { mode: 'DIRECT' });
    await run.step('submitReview');
    expect(await run.waiting()).toEqual(['acceptReview']);
  });

  it('returned before the decision with a changed draft: it goes to the review again, not to the decision', async () => {
    // given
    const run = await upToNotice();
    await run.noticedInSilence(80000);
    expect(await run.waiting()).toEqual(['decide']);
    const { id } = await run.instance();
    // when: the draft changes without a way through the review
    await app.as('jia').run((tx) => app.instances.setVariables(tx, id, { draft: { fine: 99999 }, proposal: { fine: 99999 } }));
    const desk = new SentCase(app, id);
    await desk.giveBack('decide', 'recheck', {});
    await run.step('recheck');
    // then
    expect(await run.waiting()).toEqual(['submitReview']);
  });

  it.each([
    ['submitReview', 'notice'],
    ['submitReview', 'decide'],
    ['submitReview', 'serve'],
  ])('a jump from %s to %s is refused, whoever asks', async (from, to) => {
    const run = await (await CaseRun.start(app, 'ORGANISATION')).upToCatalog({ fine: 80000 });
    const desk = new SentCase(app, (await run.instance()).id);
    for (const who of ['wu', 'ji', 'wu']) expect(await refusalOf(desk.jump(from, to, who))).toBe('rework.STATUTORY_SKIPPED');
    expect(await run.waiting()).toEqual([from]);
  });

  it('a jump over the hearing is refused as one over a step of the law, though the hearing is a process of its own', async () => {
    const run = await upToNotice();
    const desk = new SentCase(app, (await run.instance()).id);
    await expect(desk.jump('notice', 'recheck', 'wu')).rejects.toMatchObject({
      code: 'rework.STATUTORY_SKIPPED',
      params: { names: '听证' },
    });
  });

  it('a jump back out of a hearing takes two people, ends it, and lets the term of the case go on', async () => {
    // given
    const run = await upToNotice();
    await run.until('2026-09-15T09:00:00+08:00');
    await run.step('notice', notice(80000));
    await run.step('partyResponse', { statement: { kind: 'HEARING', text: '申请听证', receivedOn: '2026-09-15' } });
    await run.inCalled({
      node: 'examineRequest',
      answers: { hearing: { request: { receivedOn: '2026-09-15', text: '申请', accepted: true } } },
    });
    expect(await run.clocks()).toMatchObject({ 'penalty-decision': 'HELD ≥2026-12-13' });
    // when
    await run.until('2026-09-17T09:00:00+08:00');
    const desk = new SentCase(app, (await run.instance()).id);
    expect(await desk.jump('hearing', 'notice', 'wu')).toMatchObject({ state: 'PROPOSED' });
    expect(await desk.jump('hearing', 'notice', 'ji')).toMatchObject({ state: 'DONE' });
    // then
    expect(await run.waiting()).toEqual(['notice']);
    expect(await run.clocks()).toMatchObject({ 'penalty-decision': '2026-12-15 2026-12-15' });
  });

  it('a jump away from the open review is refused, one back before it takes two people', async () => {
    const run = await (await CaseRun.start(app, 'ORGANISATION')).upToCatalog({ fine: 80000 });
    await run.steps('submitReview', 'acceptReview');
    const desk = new SentCase(app, (await run.instance()).id);
    expect(await refusalOf(desk.jump('legalReview', 'notice', 'wu'))).toBe('rework.STATUTORY_SKIPPED');
    expect(await refusalOf(desk.jump('legalReview', 'decide', 'wu'))).toBe('rework.STATUTORY_SKIPPED');
    expect(await desk.jump('legalReview', 'submitReview', 'wu')).toMatchObject({ state: 'PROPOSED' });
    expect(await desk.jump('legalReview', 'submitReview', 'ji')).toMatchObject({ state: 'DONE' });
    expect(await run.waiting()).toEqual(['submitReview']);
  });

  it('what was signed in the review can neither be taken back nor withdrawn', async () => {
    const run = await upToNotice();
    const desk = new SentCase(app, (await run.instance()).id);
    expect(await refusalOf(desk.takeBack('signOpinion'))).toBe('rework.TAKING_BACK_FORBIDDEN');
    expect(await refusalOf(desk.withdraw('jia'))).toBe('rework.STATUTORY_DONE');
  });
});
