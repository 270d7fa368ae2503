import type { Operated } from '@fashen/plugin-api';
import { verifyInvariants } from '@fashen/testing';
import type { HandOverReply } from '../model';
import { HandOverController } from '../server/hand-over.controller';
import { HandOverItemService } from '../server/hand-over-item.service';
import { DeputyDesk } from './deputy-desk';

describe('hand-over', () => {
  let desk: DeputyDesk;

  beforeEach(async () => {
    desk = await DeputyDesk.open();
  });
  afterEach(async () => {
    expect(await verifyInvariants(desk.app.database.dataSource, desk.app.host.moddles)).toEqual([]);
    await desk.app.close();
  });

  const start = async (successorId = 'zi'): Promise<HandOverReply> => (await send(successorId, false)).result;
  const send = async (successorId: string, dryRun: boolean): Promise<Operated<HandOverReply>> =>
    desk.app
      .get(HandOverController)
      .start(await desk.app.as('yin').context(), { dryRun }, { leaverId: 'bing', successorId, reason: '调离' });
  const read = async (id: string): Promise<HandOverReply> => desk.app.get(HandOverController).get(await desk.app.as('yin').context(), id);

  it('hands over tasks and rules one by one, and keeps a conflict until somebody solves it', async () => {
    // given
    const [free, tied] = [await desk.start(), await desk.start({ plain: 'yi', officers: ['zi', 'yi'] })];
    await desk.end('yi', tied.id, 'plain');
    await desk.rule('ding', 'bing');
    // when
    const begun = await start();
    await desk.app.work();
    // then
    expect(begun).toMatchObject({ total: 3, pending: 3 });
    const after = await read(begun.id);
    expect(after).toMatchObject({ pending: 0, exceptions: 1 });
    expect(after.items.find(({ state }) => state === 'CONFLICT')).toMatchObject({ code: 'assignment.REVIEWER_CONFLICT' });
    expect(await desk.task(free.id, 'plain')).toMatchObject({ assigneeId: 'zi' });
    expect(await desk.task(tied.id, 'review')).toMatchObject({ assigneeId: 'bing' });
    expect((await desk.acting('zi', 'ding')).onBehalfOf).toMatchObject({ personId: 'ding' });
    // when
    const itemId = after.items.find(({ state }) => state === 'CONFLICT')?.id ?? '';
    const context = await desk.app.as('yin').context();
    const solved = await desk.app.get(HandOverController).settle(context, begun.id, itemId, { successorId: 'ding' });
    // then
    expect(solved.items.find(({ id }) => id === itemId)).toMatchObject({ state: 'DONE', successorId: 'ding' });
    expect(solved).toMatchObject({ exceptions: 0 });
    expect(await desk.task(tied.id, 'review')).toMatchObject({ assigneeId: 'ding' });
  });

  it('says beforehand what will go over and what will not, and why; then does just that', async () => {
    // given
    const [free, tied] = [await desk.start(), await desk.start({ plain: 'yi', officers: ['zi', 'yi'] })];
    await desk.end('yi', tied.id, 'plain');
    await desk.rule('ding', 'bing');
    // when
    const seen = await send('zi', true);
    // then
    expect(seen).toMatchObject({ dryRun: true, result: { total: 3, pending: 0, exceptions: 1 } });
    expect(seen.affected).toMatchObject([{ kind: 'taskReassigned', personId: 'zi' }]);
    const list = await desk.app.get(HandOverController).list(await desk.app.as('yin').context());
    expect(list.items).toEqual([]);
    expect(await desk.task(free.id, 'plain')).toMatchObject({ assigneeId: 'bing', rowVersion: 1 });
    // when
    const begun = await start();
    await desk.app.work();
    // then
    const fate = ({ items }: HandOverReply): readonly unknown[] =>
      items.map(({ refId, state, code, successorName }) => [refId, state, code, successorName]);
    expect(fate(await read(begun.id))).toEqual(fate(seen.result));
    expect(fate(seen.result)).toEqual(expect.arrayContaining([[expect.any(String), 'CONFLICT', 'assignment.REVIEWER_CONFLICT', '子样例']]));
  });

  it('refuses a successor who is away for a rule that moves tasks, in names', async () => {
    // given
    await desk.rule('ding', 'bing', { mode: 'MOVE' });
    await desk.rule('zi', 'xin', { mode: 'MOVE' });
    // when
    const { result } = await send('zi', true);
    // then
    expect(result.items).toMatchObject([{ kind: 'RULE', state: 'CONFLICT', code: 'deputy.DEPUTY_AWAY', params: { deputy: '子样例' } }]);
  });

  it('goes on after a restart in the middle, and hands nothing over twice', async () => {
    // given
    const cases = [await desk.start(), await desk.start(), await desk.start()];
    const begun = await start();
    const [first] = (await read(begun.id)).items;
    // when
    await desk.app.as('setup').run((tx) => desk.app.get(HandOverItemService).settle(tx, first?.id ?? ''));
    desk.app = await desk.app.restart();
    await desk.app.work();
    await desk.app.work();
    // then
    expect(await read(begun.id)).toMatchObject({ total: 3, pending: 0, exceptions: 0 });
    const rows = await desk.app.database.dataSource.query("SELECT COUNT(*) AS n FROM record_entry WHERE act = 'deputy.handedOver'");
    expect(Number(rows[0].n)).toBe(cases.length);
    for (const { id } of cases) expect(await desk.task(id, 'plain')).toMatchObject({ assigneeId: 'zi', rowVersion: 2 });
  });

  it('hands the open tasks a rule speaks of to the deputy', async () => {
    // given
    const { id } = await desk.start();
    const { rule } = await desk.rule('bing', 'zi');
    // when
    const begun = await desk.deputies.handOverOpenTasks(await desk.app.as('bing').context(), rule.id);
    await desk.app.work();
    // then
    expect(begun).toMatchObject({ total: 1 });
    expect(await desk.task(id, 'plain')).toMatchObject({ assigneeId: 'zi' });
  });
});
