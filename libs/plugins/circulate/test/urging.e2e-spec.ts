import { type TestApp, verifyInvariants } from '@fashen/testing';
import { TaskOperations } from '@fashen/plugin-api';
import { SmallCirculation } from './small-circulation';

describe('urging', () => {
  let desk: SmallCirculation;
  let app: TestApp;

  beforeEach(async () => {
    desk = await SmallCirculation.open();
    app = desk.app;
  });
  afterEach(async () => {
    expect(await verifyInvariants(app.database.dataSource, app.host.moddles)).toEqual([]);
    await app.close();
  });

  const urge = async (who: string, taskId: string, message?: string, dryRun = false) =>
    desk.urging.urge(await desk.context(who), taskId, message === undefined ? {} : { message }, { dryRun });
  const inReview = async (): Promise<{ caseId: string; taskId: string }> => {
    const caseId = await desk.start();
    await desk.end('jia', caseId);
    return { caseId, taskId: (await desk.openTask(caseId)).id };
  };
  const offers = async (who: string, caseId: string): Promise<readonly unknown[]> => {
    const task = await desk.openTask(caseId);
    const all = await app.as(who).read((tx) => app.get(TaskOperations).offers(tx, task));
    return all.filter(({ id }) => id === 'circulate.urge');
  };

  it('shows the urged how often and by whom, and leaves the task as it was', async () => {
    // given
    const { caseId, taskId } = await inReview();
    const before = await desk.openTask(caseId);
    // when
    await urge('jia', taskId, '当事人在等');
    // then
    const tally = await desk.urging.tally(await desk.context('bing'), taskId);
    expect(tally).toEqual({ count: 1, lastAt: app.clock.now().getTime(), lastByName: '甲样例', lastMessage: '当事人在等' });
    expect(await desk.openTask(caseId)).toEqual(before);
  });

  it('keeps its limits, whoever urges, and says when it goes on', async () => {
    // given
    const { caseId, taskId } = await inReview();
    await urge('jia', taskId);
    // when
    app.clock.advance({ hours: 3 });
    const tooSoon = urge('jia', taskId);
    // then
    await expect(tooSoon).rejects.toMatchObject({ code: 'circulate.URGED_TOO_SOON', params: { at: '2026-11-22T05:00:00.000Z' } });
    expect(await offers('jia', caseId)).toMatchObject([{ reason: 'circulate.URGED_TOO_SOON' }]);
    app.clock.advance({ hours: 1 });
    await urge('jia', taskId);
    app.clock.advance({ hours: 4 });
    await urge('jia', taskId);
    app.clock.advance({ hours: 4 });
    await expect(urge('jia', taskId)).rejects.toMatchObject({ code: 'circulate.URGED_TOO_OFTEN' });
    app.clock.advance({ hours: 4 });
    await expect(urge('jia', taskId)).rejects.toMatchObject({ code: 'circulate.QUIET_HOURS' });
    app.clock.advance({ hours: 8 });
    expect((await urge('jia', taskId)).result.count).toBe(4);
  });

  it('is for the starter, earlier handlers and those with the permission; never for one’s own task', async () => {
    // given
    const { caseId, taskId } = await inReview();
    await desk.end('bing', caseId);
    const deciding = (await desk.openTask(caseId)).id;
    // when
    const refused = await Promise.allSettled([urge('xin', deciding), urge('wu', deciding), urge('mao', deciding), urge('jia', taskId)]);
    // then
    expect(refused.map((one) => one.status === 'rejected' && (one.reason as { code: string }).code)).toEqual([
      'circulate.NOT_ALLOWED_TO_URGE',
      'circulate.OWN_TASK',
      'engine.TASK_MISSING',
      'circulate.TASK_CLOSED',
    ]);
    expect((await urge('bing', deciding)).result.count).toBe(1);
    expect([await offers('xin', caseId), await offers('wu', caseId)]).toEqual([[], []]);
  });

  it('does nothing in a rehearsal', async () => {
    // given
    const { taskId } = await inReview();
    // when
    const rehearsed = await urge('jia', taskId, undefined, true);
    // then
    expect(rehearsed).toMatchObject({ dryRun: true, affected: [], result: { count: 1 } });
    expect(await desk.urging.tally(await desk.context('jia'), taskId)).toEqual({ count: 0 });
  });

  it('counts two at once as one', async () => {
    // given
    const { taskId } = await inReview();
    // when
    const results = await Promise.allSettled([urge('jia', taskId), urge('jia', taskId)]);
    // then
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await desk.urging.tally(await desk.context('jia'), taskId)).count).toBe(1);
  });

  it('reaches readers who have not read yet, by those who sent to them', async () => {
    // given
    const caseId = await desk.start();
    await desk.send('jia', caseId, { personIds: ['mao'] });
    const copyId = (await desk.inbox('mao'))[0]?.id ?? '';
    const urgeReader = async (who: string) => desk.urging.urgeReader(await desk.context(who), copyId, {}, {});
    // when
    const urged = await urgeReader('jia');
    // then
    expect(urged.result.count).toBe(1);
    expect(await desk.inbox('mao')).toMatchObject([{ urged: { count: 1, lastByName: '甲样例' } }]);
    await expect(urgeReader('zi')).rejects.toMatchObject({ code: 'circulate.COPY_MISSING', params: { copyId } });
    await expect(urgeReader('xin')).rejects.toMatchObject({ code: 'circulate.NOT_ALLOWED_TO_URGE' });
    await desk.read('mao', caseId);
    await expect(urgeReader('jia')).rejects.toMatchObject({ code: 'circulate.ALREADY_READ' });
  });
});
