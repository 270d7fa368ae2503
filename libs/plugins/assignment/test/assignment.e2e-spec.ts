import type { TaskView } from '@fashen/plugin-api';
import { AssignmentController } from '../server/assignment.controller';
import { SmallCase } from './small-case';

describe('assignment', () => {
  let small: SmallCase;
  let controller: AssignmentController;

  const contextOf = (who: string) => small.app.as(who).context();
  const claim = async (who: string, taskId: string): Promise<TaskView> => controller.claim(await contextOf(who), taskId);
  const claimStep = async (who: string, caseId: string, nodeId: string): Promise<TaskView> =>
    claim(who, (await small.stepOf(caseId, nodeId)).id);

  beforeAll(async () => {
    small = await SmallCase.open();
    controller = small.app.get(AssignmentController);
  });
  afterAll(() => small.app.close());

  describe('who gets a step', () => {
    it('gives a step to the person the case data names', async () => {
      // given
      const { id } = await small.start();
      // when
      const task = await small.stepOf(id, 'investigate');
      // then
      expect(task).toMatchObject({ state: 'ASSIGNED', assigneeId: 'jia', candidates: [] });
    });

    it('offers a step to a role within the unit of the starter, and to nobody else', async () => {
      // given
      const id = await small.bringTo('approve');
      const taskId = (await small.stepOf(id, 'approve')).id;
      // when
      const seen = await Promise.all(
        ['xin', 'xin2', 'mao', 'jia'].map(async (who) => {
          const page = await controller.list(await contextOf(who), { view: 'claimable', limit: 200 });
          return page.items.some((task) => task.id === taskId);
        }),
      );
      // then
      expect(seen).toEqual([true, true, false, false]);
    });

    it('gives "same person" to who ended the earlier step in this very command', async () => {
      // given
      const id = await small.bringTo('review');
      // when
      await small.end('bing', id, 'review');
      // then
      expect(await small.stepOf(id, 'confirm')).toMatchObject({ state: 'ASSIGNED', assigneeId: 'bing' });
    });

    it('gives "same person" of a second round to who did it last', async () => {
      // given
      const id = await small.bringTo('confirm', { review: { code: 'SUPPLEMENT' } });
      await small.end('bing', id, 'confirm');
      await small.end('jia', id, 'investigate');
      await small.end('xin2', id, 'approve');
      // when
      await small.end('zi', id, 'review');
      // then
      expect(await small.stepOf(id, 'confirm')).toMatchObject({ assigneeId: 'zi' });
    });

    it('hands a step that fits nobody to the operators, who hand it to a person', async () => {
      // given
      const id = await small.bringTo('publish');
      const task = await small.stepOf(id, 'publish');
      // when
      const body = { assigneeId: 'gui', reason: '公示岗位尚未设置' };
      const handedOn = await controller.handOn(await contextOf('yin'), task.id, body);
      // then
      expect(task).toMatchObject({ state: 'READY', candidates: ['role:operator'] });
      expect(handedOn).toMatchObject({ state: 'ASSIGNED', assigneeId: 'gui' });
    });

    it('refuses to hand a task to a person who must not do it, or who is not there', async () => {
      // given
      const id = await small.bringTo('publish');
      const task = await small.stepOf(id, 'publish');
      const handTo = async (assigneeId: string): Promise<TaskView> =>
        controller.handOn(await contextOf('yin'), task.id, { assigneeId, reason: '代办' });
      // when
      const [samePerson, nobody] = await Promise.allSettled([handTo('wu'), handTo('nobody')]);
      // then
      expect(samePerson).toMatchObject({
        reason: { code: 'assignment.SAME_PERSON', params: { person: '戊样例', earlierStep: '签批决定' } },
      });
      expect(nobody).toMatchObject({ reason: { code: 'assignment.TARGET_INACTIVE' } });
    });

    it('hands a duty only to people of its role, and never to the operator who hands it', async () => {
      // given
      const id = await small.bringTo('approve');
      const task = await small.stepOf(id, 'approve');
      const handTo = async (assigneeId: string): Promise<TaskView> =>
        controller.handOn(await contextOf('yin'), task.id, { assigneeId, reason: '代办' });
      // when
      const results = await Promise.allSettled([handTo('gui'), handTo('yin'), handTo('xin2')]);
      // then
      expect(results).toMatchObject([
        { reason: { code: 'assignment.ROLE_MISSING', kind: 'forbidden', params: { person: '癸样例' } } },
        { reason: { code: 'assignment.HAND_ON_ONLY', kind: 'forbidden' } },
        { value: { state: 'ASSIGNED', assigneeId: 'xin2' } },
      ]);
    });

    it('lets no operator do a duty that fitted nobody', async () => {
      // given
      const id = await small.bringTo('decide', { decider: 'nobody' });
      const task = await small.stepOf(id, 'decide');
      // when
      const results = await Promise.allSettled([claim('yin', task.id), small.end('yin', id, 'decide')]);
      // then
      expect(task).toMatchObject({ state: 'READY', candidates: ['role:operator'] });
      expect(results).toMatchObject([{ reason: { code: 'assignment.HAND_ON_ONLY' } }, { reason: { code: 'assignment.HAND_ON_ONLY' } }]);
    });

    it('refuses an act that leads to a step which fits nobody, where the model says so, and changes nothing', async () => {
      // given
      const id = await small.bringTo('publish');
      const task = await small.stepOf(id, 'publish');
      await controller.handOn(await contextOf('yin'), task.id, { assigneeId: 'gui', reason: '代办' });
      // when
      const end = small.end('gui', id, 'publish');
      // then
      await expect(end).rejects.toMatchObject({ code: 'assignment.NOBODY_TO_ASSIGN', kind: 'unprocessable', params: { step: '归档' } });
      expect(await small.stepOf(id, 'publish')).toMatchObject({ state: 'ASSIGNED', assigneeId: 'gui' });
    });
  });

  describe('claims', () => {
    it('lets exactly one of two who claim at once win, and tells the other who and when', async () => {
      // given
      const id = await small.bringTo('approve');
      const { id: taskId } = await small.stepOf(id, 'approve');
      // when
      const results = await Promise.allSettled([claim('xin', taskId), claim('xin2', taskId)]);
      // then
      const winner = await small.stepOf(id, 'approve');
      const names: Record<string, string> = { xin: '辛样例', xin2: '辛二样例' };
      expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(results.find((result) => result.status === 'rejected')).toMatchObject({
        reason: {
          code: 'assignment.ALREADY_CLAIMED',
          kind: 'conflict',
          params: { by: winner.assigneeId, byName: names[winner.assigneeId ?? ''], at: '2026-11-22T01:00:00.000Z' },
        },
      });
    });

    it('takes a second click for the first', async () => {
      // given
      const id = await small.bringTo('approve');
      const first = await claimStep('xin', id, 'approve');
      // when
      const second = await claimStep('xin', id, 'approve');
      // then
      expect(second).toEqual(first);
    });

    it('puts a task back for the other candidates', async () => {
      // given
      const id = await small.bringTo('approve');
      const { id: taskId } = await claimStep('xin', id, 'approve');
      // when
      await controller.release(await contextOf('xin'), taskId);
      // then
      expect(await claim('xin2', taskId)).toMatchObject({ assigneeId: 'xin2' });
    });

    it('shows a task that was put back already to its candidates only', async () => {
      // given
      const id = await small.bringTo('approve');
      const { id: taskId } = await small.stepOf(id, 'approve');
      // when
      const again = await controller.release(await contextOf('xin'), taskId);
      const strange = controller.release(await contextOf('mao'), taskId);
      // then
      expect(again).toMatchObject({ id: taskId, state: 'READY' });
      await expect(strange).rejects.toMatchObject({ code: 'engine.TASK_MISSING' });
    });

    it('refuses claims of strangers, releases of others, and releases of tasks given by name', async () => {
      // given
      const id = await small.bringTo('approve');
      const { id: taskId } = await claimStep('xin', id, 'approve');
      const byName = await small.stepOf((await small.start()).id, 'investigate');
      // when
      const refusals = await Promise.allSettled([
        claim('mao', taskId),
        controller.release(await contextOf('xin2'), taskId),
        controller.release(await contextOf('jia'), byName.id),
      ]);
      // then
      expect(refusals).toMatchObject([
        { reason: { code: 'engine.TASK_MISSING', kind: 'missing' } },
        { reason: { code: 'assignment.NOT_THE_HOLDER', kind: 'forbidden' } },
        { reason: { code: 'assignment.NOT_RELEASABLE', kind: 'conflict' } },
      ]);
    });

    it('says of an ended task who ended it', async () => {
      // given
      const id = await small.bringTo('approve');
      const { id: taskId } = await small.stepOf(id, 'approve');
      await small.end('xin', id, 'approve');
      // when
      const late = claim('xin2', taskId);
      // then
      await expect(late).rejects.toMatchObject({ code: 'engine.TASK_ENDED', kind: 'conflict', params: { by: 'xin', byName: '辛样例' } });
    });

    it('says so even to one who may not hold it', async () => {
      // given
      const id = await small.bringTo('review');
      await small.app.as('setup').run((tx) => small.app.instances.setVariables(tx, id, { officers: { co: 'bing' } }));
      const { id: taskId } = await small.stepOf(id, 'review');
      await small.end('zi', id, 'review');
      // when
      const late = claim('bing', taskId);
      // then
      const params = { by: 'zi', byName: '子样例', at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) };
      await expect(late).rejects.toMatchObject({ code: 'engine.TASK_ENDED', params });
    });
  });

  describe('duties apart (AC-21)', () => {
    it('refuses the review by an officer of the case', async () => {
      // given
      const id = await small.bringTo('review');
      await small.app.as('setup').run((tx) => small.app.instances.setVariables(tx, id, { officers: { co: 'bing' } }));
      // when
      const claimed = claimStep('bing', id, 'review');
      // then
      await expect(claimed).rejects.toMatchObject({
        code: 'assignment.REVIEWER_CONFLICT',
        kind: 'forbidden',
        params: { person: '丙样例', rule: 'reviewer-not-handler' },
      });
    });

    it('refuses an officer without an enforcement certificate', async () => {
      // given
      const { id } = await small.start({ officers: { lead: 'jia', co: 'bing' } });
      // when
      const ended = small.end('jia', id, 'investigate');
      // then
      await expect(ended).rejects.toMatchObject({ code: 'assignment.OFFICER_INVALID', params: { person: '丙样例' } });
    });

    it('says it again, with the last word, when the review ends', async () => {
      // given
      const id = await small.bringTo('review');
      await claimStep('bing', id, 'review');
      await small.app.as('setup').run((tx) => small.app.instances.setVariables(tx, id, { officers: { co: 'bing' } }));
      // when
      const ended = small.end('bing', id, 'review');
      // then
      await expect(ended).rejects.toMatchObject({ code: 'assignment.REVIEWER_CONFLICT' });
    });

    it('refuses a reviewer without qualification, and lets a qualified colleague review', async () => {
      // given
      const id = await small.bringTo('review');
      // when
      const unqualified = claimStep('geng', id, 'review');
      // then
      await expect(unqualified).rejects.toMatchObject({ code: 'assignment.REVIEWER_UNQUALIFIED', params: { person: '庚样例' } });
      expect(await claimStep('zi', id, 'review')).toMatchObject({ assigneeId: 'zi' });
    });

    it.each([
      ['an officer', 'yi'],
      ['the reviewer', 'bing'],
    ])('refuses at once to whoever picks %s for the decision', async (_name, decider) => {
      // given
      const id = await small.bringTo('confirm');
      // when
      const picked = small.end('bing', id, 'confirm', { decider });
      // then
      await expect(picked).rejects.toMatchObject({ code: 'assignment.DECIDER_CONFLICT', params: { personId: decider } });
      expect(await small.stepOf(id, 'confirm')).toMatchObject({ state: 'ASSIGNED', assigneeId: 'bing' });
    });

    it('refuses to investigate again with the reviewer as second officer', async () => {
      // given
      const id = await small.bringTo('review', { review: { code: 'SUPPLEMENT' } });
      await small.end('du', id, 'review');
      await small.end('du', id, 'confirm');
      // when
      const ended = small.end('jia', id, 'investigate', { officers: { co: 'du' } });
      // then
      await expect(ended).rejects.toMatchObject({ code: 'assignment.HANDLER_CONFLICT', params: { person: '独样例' } });
    });

    it('refuses to investigate with one officer, whatever the case data calls the second', async () => {
      // given
      const { id } = await small.start({ officers: { lead: 'jia', co: 'jia' } });
      // when
      const ended = small.end('jia', id, 'investigate');
      // then
      await expect(ended).rejects.toMatchObject({ code: 'assignment.LESS_THAN_TWO_OFFICERS' });
    });

    it('judges a certificate by the day of the act, not by today', async () => {
      // given
      const officers = { lead: 'jia', co: 'chen' };
      const [late, timely] = [await small.start({ officers }), await small.start({ officers })];
      // when
      const refused = small.end('jia', late.id, 'investigate', { investigation: { siteRecordOn: '2026-09-05' } });
      // then
      await expect(refused).rejects.toMatchObject({
        code: 'assignment.OFFICER_INVALID',
        params: { person: '辰样例', date: '2026-09-05' },
      });
      await small.end('jia', timely.id, 'investigate', { investigation: { siteRecordOn: '2026-08-31' } });
      expect(await small.stepOf(timely.id, 'approve')).toMatchObject({ state: 'READY' });
    });

    it('sees in the output that ends the investigation who the officers are', async () => {
      // given
      const { id } = await small.start({ officers: { lead: 'jia' } });
      // when
      await small.end('jia', id, 'investigate', { officers: { co: 'yi' } });
      // then
      expect(await small.stepOf(id, 'approve')).toMatchObject({ state: 'READY' });
    });
  });

  describe('one task', () => {
    it('tells what each person may do, and why not', async () => {
      // given
      const id = await small.bringTo('review');
      const { id: taskId } = await claimStep('bing', id, 'review');
      const detail = async (who: string) => controller.detail(await contextOf(who), taskId);
      // when
      const [holder, head] = [await detail('bing'), await detail('ding')];
      // then
      expect(holder).toMatchObject({ panel: 'form', mayComplete: true, mayClaim: false });
      expect(holder).not.toHaveProperty('reason');
      expect(head).toMatchObject({ mayComplete: false, mayClaim: false, reason: 'assignment.NOT_A_CANDIDATE' });
    });

    it('tells candidates whether duties stand against them', async () => {
      // given
      const id = await small.bringTo('review');
      const { id: taskId } = await small.stepOf(id, 'review');
      const detail = async (who: string) => controller.detail(await contextOf(who), taskId);
      // when
      const offered = [await detail('geng'), await detail('zi')];
      // then
      expect(offered).toMatchObject([{ mayClaim: false, reason: 'assignment.REVIEWER_UNQUALIFIED' }, { mayClaim: true }]);
    });

    it('does not exist for those who may not see the case', async () => {
      // given
      const id = await small.bringTo('review');
      const { id: taskId } = await small.stepOf(id, 'review');
      // when
      const stranger = controller.detail(await contextOf('mao'), taskId);
      // then
      await expect(stranger).rejects.toMatchObject({ kind: 'missing' });
    });

    it('is counted where it stands', async () => {
      // given
      const before = await controller.counts(await contextOf('zi'));
      const id = await small.bringTo('review');
      await claimStep('zi', id, 'review');
      // when
      const after = await controller.counts(await contextOf('zi'));
      // then
      expect(after).toEqual({ ...before, assigned: before.assigned + 1 });
    });
  });
});
