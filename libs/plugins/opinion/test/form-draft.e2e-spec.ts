import type { JsonObject } from '@fashen/plugin-api';
import { verifyInvariants } from '@fashen/testing';
import type { DraftReply } from '../model';
import { SmallOpinion } from './small-opinion';

describe('answers that are being written', () => {
  let desk: SmallOpinion;

  beforeAll(async () => {
    desk = await SmallOpinion.open();
  });
  afterAll(() => desk.close());
  afterEach(async () => expect(await verifyInvariants(desk.app.database.dataSource, desk.app.host.moddles)).toEqual([]));

  const own = async (who: string, taskId: string): Promise<DraftReply | undefined> =>
    (await desk.controller.own(await desk.context(who), taskId)).draft;
  const save = async (who: string, caseId: string, data: JsonObject | null, formRevision?: number): Promise<DraftReply> => {
    const { id, rowVersion: baseVersion } = await desk.openTask(caseId);
    const form = data && { version: 3, data: data as never };
    return desk.save(who, id, { baseVersion, form, ...(formRevision !== undefined && { formRevision }) });
  };
  const rows = async (): Promise<number> => {
    const found: readonly { n: number }[] = await desk.app.database.dataSource.query('SELECT COUNT(*) AS n FROM opinion_draft');
    return Number(found[0]?.n);
  };

  it('are kept for their author and counted apart from the opinion; nobody else sees them', async () => {
    // given
    const caseId = await desk.start();
    const { id: taskId } = await desk.openTask(caseId);
    // when
    const first = await save('jia', caseId, { fine: 300 }, 0);
    desk.app.clock.advance({ minutes: 5 });
    await desk.draft('jia', caseId, '事实清楚');
    const second = await save('jia', caseId, { fine: 500 }, first.formRevision);
    // then
    expect(second).toMatchObject({
      formRevision: 2,
      revision: 1,
      form: { version: 3, data: { fine: 500 } },
      opinion: { text: '事实清楚' },
    });
    expect((await own('jia', taskId))?.formSavedAt).toBe((first.formSavedAt ?? 0) + 5 * 60_000);
    expect(await own('ji', taskId)).toBeUndefined();
    await expect(own('mao', taskId)).rejects.toMatchObject({ code: 'engine.TASK_MISSING' });
    await expect(save('ji', caseId, { fine: 1 })).rejects.toMatchObject({ code: 'opinion.NOT_THE_HOLDER' });
  });

  it('are not written over by another window that has not seen the last save; either of the two can be chosen', async () => {
    // given
    const caseId = await desk.start();
    const { id: taskId } = await desk.openTask(caseId);
    const left = await save('jia', caseId, { fine: 300 }, 0);
    // when
    const right = save('jia', caseId, { fine: 900 }, 0);
    // then
    const refused = { code: 'opinion.DRAFT_ELSEWHERE', params: { part: 'form', revision: 1, savedAt: left.formSavedAt } };
    await expect(right).rejects.toMatchObject(refused);
    expect(await own('jia', taskId)).toMatchObject({ form: { data: { fine: 300 } } });
    // when
    await save('jia', caseId, { fine: 900 }, left.formRevision);
    // then
    expect(await own('jia', taskId)).toMatchObject({ form: { data: { fine: 900 } }, formRevision: 2 });
  });

  it('that two windows save at once are kept once; the other one is refused', async () => {
    // given
    const caseId = await desk.start();
    // when
    const both = await Promise.allSettled([save('jia', caseId, { fine: 1 }, 0), save('jia', caseId, { fine: 2 }, 0)]);
    // then
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'opinion.DRAFT_ELSEWHERE' } });
  });

  it('are thrown away without the opinion, and counted on, so that another window hears of it', async () => {
    // given
    const caseId = await desk.start();
    const { id: taskId } = await desk.openTask(caseId);
    await desk.draft('jia', caseId, '事实清楚');
    const { formRevision } = await save('jia', caseId, { fine: 300 }, 0);
    // when
    await save('jia', caseId, null, formRevision);
    // then
    const left = await own('jia', taskId);
    expect(left).toMatchObject({ formRevision: 2, opinion: { text: '事实清楚' } });
    expect(left).not.toHaveProperty('form');
    await expect(save('jia', caseId, { fine: 1 }, formRevision)).rejects.toMatchObject({ code: 'opinion.DRAFT_ELSEWHERE' });
  });

  it('stay their author’s when the task goes to somebody else, come back with it, and go with the end of the task', async () => {
    // given
    const before = await rows();
    const caseId = await desk.start();
    const { id: taskId } = await desk.openTask(caseId);
    await save('jia', caseId, { fine: 300 }, 0);
    // when
    await desk.app.as('setup').run((tx) => desk.app.tasks.assign(tx, taskId, { assigneeId: 'ji' }));
    await save('ji', caseId, { note: '草稿里的话' }, 0);
    // then
    expect(await own('jia', taskId)).toMatchObject({ form: { data: { fine: 300 } } });
    expect(await own('ji', taskId)).toMatchObject({ form: { data: { note: '草稿里的话' } } });
    // when
    await desk.draft('ji', caseId, '事实清楚，证据充分');
    await desk.end('ji', caseId);
    // then
    expect([await own('jia', taskId), await own('ji', taskId)]).toEqual([undefined, undefined]);
    expect(await rows()).toBe(before);
    const told: readonly { payload: string }[] = await desk.app.database.dataSource.query('SELECT payload FROM record_entry');
    expect(JSON.stringify(told)).not.toContain('草稿里的话');
  });

  it('go with the case when it is ended from outside', async () => {
    // given
    const before = await rows();
    const caseId = await desk.start();
    await save('jia', caseId, { fine: 300 }, 0);
    // when
    await desk.app.as('setup').run((tx) => desk.app.instances.terminate(tx, caseId, '撤案'));
    // then
    expect(await rows()).toBe(before);
  });
});
