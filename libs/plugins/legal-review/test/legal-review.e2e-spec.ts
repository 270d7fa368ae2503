import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LintFinding } from '@fashen/plugin-api';
import { ParameterSets } from '@fashen/plugins/legal-review/model';
import { LegalReviewController } from '../server/legal-review.controller';
import { SmallReview } from './small-review';

const refusal = (code: string, params: object = {}): object => ({ code: `legal-review.${code}`, params: expect.objectContaining(params) });

describe('legal review', () => {
  let small: SmallReview;

  beforeAll(async () => {
    small = await SmallReview.open();
  });
  afterAll(() => small.app.close());

  /** A case that was reviewed and passed, told to the party, who waived; it waits for the decision. */
  async function readyToDecide(fine = 4_000): Promise<string> {
    const id = await small.start();
    await small.draft(id, { fine });
    await small.review(id, 'PASS');
    await small.notify(id, fine);
    return id;
  }

  it.each(['../A', '', 'x'.repeat(31), '-A', '参数'])('publishes no parameter set with the code %p', async (code) => {
    const parameters = small.app.get(ParameterSets);
    const { values } = await small.app.as('ren').read((tx) => parameters.requireActive(tx));
    const published = small.app.as('ren').run((tx) => parameters.publish(tx, code, { values, reason: '试' }));
    await expect(published).rejects.toMatchObject({ code: 'legal-review.PARAMETERS_CODE_INVALID', kind: 'invalid' });
  });

  describe('the way of a case', () => {
    it('goes around the review outside the catalog, and to decision', async () => {
      // given
      const id = await small.start();
      // when
      await small.draft(id, { fine: 2_999 });
      // then
      expect((await small.case(id)).variables['catalog']).toMatchObject({ inCatalog: false, depth: 'NONE', hearingRight: 'NONE' });
      await small.notify(id, 2_999);
      await small.decide(id);
      expect((await small.case(id)).status).toBe('COMPLETED');
    });

    it('goes through review and signature inside the catalog, and to decision', async () => {
      // given
      const id = await small.start();
      await small.draft(id, { fine: 3_000 });
      expect((await small.case(id)).variables['catalog']).toMatchObject({
        depth: 'FULL',
        items: ['CF-01'],
        hearingRight: 'YES',
        reviewDays: 5,
      });
      // when
      await small.opine(id, 'PASS');
      // then: the opinion alone does not pass
      expect((await small.case(id)).variables['review']).toMatchObject({ code: 'PASS', passed: false, route: 'NEXT', round: 1 });
      await small.sign(id);
      expect((await small.case(id)).variables['review']).toMatchObject({ passed: true, signed: true });
      await small.notify(id, 3_000);
      await small.decide(id);
      expect(await small.case(id)).toMatchObject({
        status: 'COMPLETED',
        variables: { decision: { approved: true, number: '样罚〔2026〕1号' } },
      });
    });

    it('gives the reviewer the working days of the catalog', async () => {
      // given: Tuesday 22 September; 25 September is a holiday, 20 September was worked
      const id = await small.start();
      await small.draft(id, { fine: 5_000 });
      // then
      expect((await small.openTask(id, 'review')).dueAt?.toISOString()).toBe('2026-09-30T15:59:59.999Z');
    });

    it('keeps the rules and figures by which a case was judged first', async () => {
      // given
      const id = await small.start();
      await small.draft(id, { fine: 2_999 });
      const parameters = small.app.get(ParameterSets);
      const before = await small.app.as('ren').read((tx) => parameters.requireActive(tx));
      // when
      const stricter = { ...before.values, fineCitizenGte: 100 };
      await small.app.as('ren').run((tx) => parameters.publish(tx, 'A', { values: stricter, reason: '试行' }));
      const next = await small.start();
      await small.draft(next, { fine: 2_999 });
      await small.app.as('ren').run((tx) => parameters.publish(tx, 'A', { values: before.values, reason: '恢复' }));
      // then
      await small.notify(id, 2_999);
      expect(await small.waiting(id)).toEqual(['decide']);
      expect(await small.waiting(next)).toEqual(['review']);
    });

    it('keeps the review when a later draft is lower', async () => {
      // given
      const id = await small.start();
      await small.draft(id, { fine: 8_000 });
      await small.opine(id, 'ADJUST_DISCRETION', 'bing', ['L06']);
      await small.sign(id);
      await small.end(id, 'answer', { answer: { action: 'ACCEPT', text: '改为 2000 元' } });
      // when
      await small.draft(id, { fine: 2_000 });
      // then
      expect(await small.waiting(id)).toEqual(['review']);
      expect((await small.case(id)).variables['catalog']).toMatchObject({ depth: 'FULL', items: ['CF-01'], hearingRight: 'NONE' });
    });
  });

  describe('opinions', () => {
    it('refuses an opinion whose checklist is not complete and names the items', async () => {
      // given
      const id = await small.start();
      await small.draft(id, { fine: 5_000 });
      const task = await small.openTask(id, 'review');
      // when
      const give = small.app
        .get(LegalReviewController)
        .give(await small.app.as('bing').context(), task.id, { code: 'PASS', text: '同意', checklist: [], citations: [] });
      // then
      await expect(give).rejects.toMatchObject(refusal('CHECKLIST_INCOMPLETE', { depth: 'FULL' }));
    });

    it('refuses to agree beside a blocking item', async () => {
      const id = await small.start();
      await small.draft(id, { fine: 5_000 });
      await expect(small.opine(id, 'PASS', 'bing', ['L05'])).rejects.toMatchObject(refusal('CHECKLIST_CONTRADICTS', { items: ['L05'] }));
    });

    it('refuses to agree to a fine above the range of the law', async () => {
      const id = await small.start();
      await small.draft(id, { fine: 144_000, legalMinimum: 60_000, legalMaximum: 120_000 });
      await expect(small.opine(id, 'PASS')).rejects.toMatchObject(refusal('AMOUNT_OUT_OF_RANGE', { fine: 144_000, maximum: 120_000 }));
    });

    it('refuses an opinion on a draft that changed since the reviewer read it', async () => {
      // given
      const id = await small.start();
      await small.draft(id, { fine: 5_000 });
      const task = await small.openTask(id, 'review');
      const body = { code: 'PASS' as const, text: '同意', checklist: [], citations: [], draftHash: 'f'.repeat(64) };
      // when
      const give = small.app.get(LegalReviewController).give(await small.app.as('bing').context(), task.id, body);
      // then
      await expect(give).rejects.toMatchObject(refusal('DRAFT_CHANGED'));
    });

    it('can be looked at before they are signed; a look changes nothing', async () => {
      // given
      const id = await small.start();
      await small.draft(id, { fine: 5_000 });
      await small.opine(id, 'PASS');
      const { id: taskId } = await small.openTask(id, 'sign');
      const controller = small.app.get(LegalReviewController);
      // when
      const seen = await controller.sign(await small.app.as('ding').context(), taskId, { agrees: true, comment: '' }, { dryRun: true });
      // then
      expect(seen).toMatchObject({
        dryRun: true,
        affected: expect.arrayContaining([expect.objectContaining({ kind: 'taskDone', taskId })]),
      });
      expect(await small.waiting(id)).toEqual(['sign']);
    });

    it('does not let a review or signature end in any other way', async () => {
      // given
      const id = await small.start();
      await small.draft(id, { fine: 5_000 });
      // when
      const endReview = small.end(id, 'review', { review: { passed: true } }, 'bing');
      // then
      await expect(endReview).rejects.toMatchObject(refusal('OPINION_MISSING'));
      await small.opine(id, 'PASS');
      await expect(small.end(id, 'sign', { review: { passed: true } }, 'ding')).rejects.toMatchObject(refusal('SIGNATURE_MISSING'));
    });

    it('refuses a reviewer without qualification', async () => {
      const id = await small.start();
      await small.draft(id, { fine: 5_000 });
      await expect(small.opine(id, 'PASS', 'geng')).rejects.toMatchObject({ code: 'assignment.REVIEWER_UNQUALIFIED' });
    });

    it('does not pass when the head of section does not sign', async () => {
      // given
      const id = await small.start();
      await small.draft(id, { fine: 5_000 });
      await small.opine(id, 'PASS');
      // when
      await small.sign(id, false);
      // then
      expect((await small.case(id)).variables['review']).toMatchObject({ passed: false, route: 'REVIEW_AGAIN' });
      expect(await small.waiting(id)).toEqual(['answer']);
    });

    it('lets the unit dispute once, and another reviewer look again', async () => {
      // given
      const id = await small.start();
      await small.draft(id, { fine: 5_000 });
      await small.review(id, 'RECHARACTERISE');
      const task = await small.openTask(id, 'answer');
      // when
      await small.app.get(LegalReviewController).dispute(await small.app.as('jia').context(), task.id, { reason: '定性准确' });
      // then
      await expect(small.opine(id, 'PASS')).rejects.toMatchObject(refusal('REVIEWER_CONFLICT', { cause: 'DISPUTED' }));
      await small.review(id, 'RECHARACTERISE', 'zi');
      const again = small.end(id, 'answer', { answer: { action: 'DISPUTE', text: '仍有异议' } });
      await expect(again).rejects.toMatchObject(refusal('DISPUTED_ALREADY'));
      expect(await small.waiting(id)).toEqual(['answer']);
    });
  });

  describe('the gate', () => {
    /** Leads a case to the decision task although its review does not hold: case data can lie, the gate reads rows. */
    async function smuggled(draft: object): Promise<string> {
      const id = await small.start();
      await small.draft(id, { fine: 100 });
      await small.notify(id, 100);
      await small.app
        .as('setup')
        .run((tx) => small.app.instances.setVariables(tx, id, { draft: { fine: 100, kinds: ['FINE'], ...draft } }));
      return id;
    }

    it('refuses a decision on a draft that came into the catalog after the catalog was asked', async () => {
      const id = await smuggled({ fine: 50_000 });
      await expect(small.decide(id)).rejects.toMatchObject(refusal('REVIEW_REQUIRED', { cause: 'NO_OPINION', depth: 'FULL' }));
    });

    it('refuses it for whoever tries, by whatever request, with whatever case data', async () => {
      // given
      const id = await smuggled({ fine: 50_000 });
      const lies = { catalog: { depth: 'NONE' }, review: { passed: true, code: 'PASS' }, decision: { approved: true } };
      // when
      const byChief = small.end(id, 'decide', lies, 'ji');
      // then
      await expect(byChief).rejects.toMatchObject(refusal('REVIEW_REQUIRED'));
      const byDeputy = small.end(id, 'decide', lies, 'wu');
      await expect(byDeputy).rejects.toMatchObject(refusal('REVIEW_REQUIRED'));
    });

    it('refuses a decision on a draft other than the reviewed one, and lets it pass after a new review', async () => {
      // given
      const id = await readyToDecide();
      await small.app.as('setup').run((tx) => small.app.instances.setVariables(tx, id, { draft: { fine: 3_900 } }));
      // when
      await expect(small.decide(id)).rejects.toMatchObject(refusal('REVIEW_STALE', { cause: 'DRAFT_CHANGED' }));
      await small.decide(id, false);
      await small.draft(id, { fine: 3_900 });
      await small.review(id, 'PASS');
      await small.notify(id, 3_900);
      await small.decide(id);
      // then
      expect((await small.case(id)).status).toBe('COMPLETED');
    });

    it('refuses a draft that is changed by the decision itself', async () => {
      const id = await readyToDecide();
      const output = { decision: { approved: true }, draft: { fine: 3_000 } };
      await expect(small.end(id, 'decide', output, 'ji')).rejects.toMatchObject(refusal('REVIEW_STALE'));
    });

    it('judges by the catalog that the drawing names', async () => {
      // given
      await small.publishOwn();
      const id = await small.start({ name: '测试人一', type: 'CITIZEN' }, 'own-review');
      await small.draft(id, { fine: 4_000 });
      await small.review(id, 'PASS');
      await small.notify(id, 4_000);
      // when
      await small.decide(id);
      // then
      expect((await small.case(id)).status).toBe('COMPLETED');
    });

    it('refuses a decision without saying yes or no', async () => {
      const id = await readyToDecide();
      await expect(small.end(id, 'decide', { decision: { comment: '同意' } }, 'ji')).rejects.toMatchObject(refusal('DECISION_UNCLEAR'));
    });

    it('refuses a heavier fine than the party was told', async () => {
      const id = await small.start();
      await small.draft(id, { fine: 4_000 });
      await small.review(id, 'PASS');
      await small.notify(id, 3_500);
      await expect(small.decide(id)).rejects.toMatchObject(refusal('NOTICE_NOT_SERVED', { cause: 'HEAVIER', fine: 4_000, told: 3_500 }));
    });

    it('refuses a decision while the window of the party is open, holidays counted, and allows it the day after', async () => {
      // given: told on 28 September; 1 to 7 October off, Saturday 10 October worked
      const id = await small.start();
      await small.draft(id, { fine: 4_000 });
      await small.review(id, 'PASS');
      await small.notify(id, 4_000, { servedOn: '2026-09-28', kind: 'NONE' });
      const at = async (moment: string): Promise<void> => {
        const context = { ...(await small.app.as('ji').context()), now: new Date(moment) };
        const task = await small.openTask(id, 'decide');
        await small.app.get(LegalReviewController).decide(context, task.id, { approved: true, comment: '同意' });
      };
      // when
      await expect(at('2026-10-10T23:59:00+08:00')).rejects.toMatchObject(refusal('RIGHTS_WINDOW_OPEN', { lastDay: '2026-10-10' }));
      await at('2026-10-12T09:00:00+08:00');
      // then
      expect((await small.case(id)).status).toBe('COMPLETED');
    });

    it('refuses the opinion given before a hearing, and the discussion held before it', async () => {
      // given
      const id = await small.start({ name: '样例土石方有限公司', type: 'ORGANISATION' });
      await small.draft(id, { fine: 300_000, crossRegion: true });
      await small.review(id, 'PASS');
      await small.notify(id, 300_000, { kind: 'HEARING' });
      const hearing = { result: 'HELD', noticeServedOn: '2026-10-20', report: '查明 45 吨', reportedOn: '2026-11-03' };
      const tooSoon = small.end(id, 'hearing', { hearing: { ...hearing, heldOn: '2026-10-29', clearWorkingDays: 7 } });
      await expect(tooSoon).rejects.toMatchObject(refusal('HEARING_NOTICE_TOO_SHORT', { days: 6, needed: 7 }));
      // when
      await small.end(id, 'hearing', { hearing: { ...hearing, heldOn: '2026-10-30', clearWorkingDays: 7 } });
      await small.draft(id, { fine: 220_000 }, 'redraft');
      // then
      expect((await small.case(id)).variables).toMatchObject({
        review: { passed: false },
        catalog: { items: ['CF-02', 'CF-07', 'CF-12'] },
      });
      expect(await small.waiting(id)).toEqual(['review']);
      small.app.clock.advance({ minutes: 1 });
      await small.review(id, 'PASS');
      await small.end(id, 'notice', { statement: { kind: 'WAIVER' } });
      expect(await small.waiting(id)).toEqual(['discuss']);
    });

    it('refuses the opinion given before a hearing that the drawing does not mark as one', async () => {
      // given
      const id = await small.start();
      await small.draft(id, { fine: 4_000 });
      await small.review(id, 'PASS');
      const held = { result: 'HELD', noticeServedOn: '2026-09-28', heldOn: '2026-10-16', clearWorkingDays: 7, reportedOn: '2026-10-17' };
      const notice = {
        served: true,
        servedOn: '2026-09-22',
        windowEndsOn: '2026-09-29',
        fine: 4_000,
        kinds: ['FINE'],
        hearingRightTold: true,
      };
      // when
      await small.end(id, 'notice', { notice, statement: { kind: 'WAIVER', receivedOn: '2026-09-22' }, hearing: held });
      // then
      await expect(small.decide(id)).rejects.toMatchObject(refusal('REVIEW_STALE', { cause: 'HEARING_HELD' }));
    });

    it('refuses a decision without the discussion the catalog asks for, and with too few heads', async () => {
      // given
      const id = await small.start();
      await small.draft(id, { fine: 12_000 });
      await small.review(id, 'PASS');
      await small.notify(id, 12_000);
      // when
      await small.end(id, 'discuss', { discussion: { heads: ['ji'], conclusion: 'AGREE' } });
      // then
      await expect(small.decide(id)).rejects.toMatchObject(refusal('DISCUSSION_TOO_FEW_HEADS', { heads: 1, needed: 2 }));
    });

    it('keeps reviewer and officers from deciding', async () => {
      const id = await readyToDecide();
      await expect(small.decide(id, true, 'bing')).rejects.toMatchObject({ kind: 'forbidden' });
      await expect(small.decide(id, true, 'jia')).rejects.toMatchObject({ kind: 'forbidden' });
    });

    it('lets two heads decide only once', async () => {
      // given
      const id = await readyToDecide();
      const task = await small.openTask(id, 'decide');
      const decide = async (who: string): Promise<unknown> =>
        small.app.get(LegalReviewController).decide(await small.app.as(who).context(), task.id, { approved: true, comment: '同意' });
      // when
      const results = await Promise.allSettled([decide('ji'), decide('wu')]);
      // then
      expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(results.find((result) => result.status === 'rejected')).toMatchObject({ reason: { code: 'engine.TASK_ENDED' } });
    });
  });

  describe('deployment', () => {
    const checked = async (change: (xml: string) => string): Promise<readonly LintFinding[]> =>
      small.app.definitions.check(change(await readFile(join(__dirname, 'legal-review.bpmn'), 'utf8')));

    it('accepts the drawing of this test', async () => {
      const errors = (await checked((xml) => xml)).filter((finding) => finding.severity === 'error');
      expect(errors).toEqual([]);
    });

    it.each<[string, (xml: string) => string, string]>([
      ['a way around the review for urgent cases', (xml) => xml.replace('review.passed = true or', 'draft.urgent = true or'), 'REVIEW'],
      [
        'a failing opinion that goes on to the decision',
        (xml) => xml.replace('review.passed = true or', 'review.round &gt; 0 or'),
        'REVIEW',
      ],
      ['no signature', (xml) => xml.replace('<legal-review:signature />', ''), 'SIGNATURE'],
      ['no catalog', (xml) => xml.replaceAll('<legal-review:catalog />', '<legal-review:decision />'), 'CATALOG'],
    ])('refuses %s and shows the way', async (_what, change, cause) => {
      // when
      const findings = await checked(change);
      // then
      const proof = findings.find((finding) => finding.rule === 'legal-review.review-before-decision');
      expect(proof).toMatchObject({ severity: 'error', params: { cause, text: expect.stringContaining('收到案件 → 拟处理意见') } });
    });
  });

  describe('what pages see', () => {
    it('shows why a case is reviewed, what was said, and what stands in the way of a decision', async () => {
      // given
      const id = await small.start();
      await small.draft(id, { fine: 5_000 });
      await small.opine(id, 'SUPPLEMENT', 'bing', ['L05']);
      // when
      const reply = await small.app.get(LegalReviewController).ofCase(await small.app.as('ding').context(), id);
      // then
      expect(reply).toMatchObject({
        evaluation: {
          result: { depth: 'FULL' },
          parameterSet: { code: 'A' },
          explanations: [{ decisionId: 'review-catalog' }, { decisionId: 'hearing-threshold' }],
        },
        opinions: [{ round: 1, code: 'SUPPLEMENT', passed: false, reviewerName: '丙样例' }],
        draft: { version: 1, content: { fine: 5_000 } },
        gate: { mayDecide: false, code: 'legal-review.REVIEW_NOT_PASSED', params: { opinion: 'SUPPLEMENT', round: 1 } },
      });
    });

    it('gives the reviewer checklist, opinions and draft', async () => {
      // given
      const id = await small.start();
      await small.draft(id, { fine: 5_000 });
      const task = await small.openTask(id, 'review');
      // when
      const reply = await small.app.get(LegalReviewController).ofTask(await small.app.as('bing').context(), task.id);
      // then
      expect(reply.checklist).toHaveLength(15);
      expect(reply.checklist[0]).toMatchObject({ code: 'L01', title: '主体', required: true });
      expect(reply.opinionCodes).toHaveLength(13);
      expect(reply.draft.hash).toMatch(/^[0-9a-f]{64}$/);
    });
  });
});
