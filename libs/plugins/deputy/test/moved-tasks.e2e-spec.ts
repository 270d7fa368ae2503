import type { Actor } from '@fashen/plugin-api';
import { verifyInvariants } from '@fashen/testing';
import { DeputyDesk } from './deputy-desk';

describe('tasks that lie with a deputy', () => {
  let desk: DeputyDesk;

  beforeAll(async () => {
    desk = await DeputyDesk.open();
  });
  afterAll(() => desk.app.close());
  afterEach(async () => {
    await desk.endAll();
    expect(await verifyInvariants(desk.app.database.dataSource, desk.app.host.moddles)).toEqual([]);
  });

  const titles = async (who: string | Actor, view: 'assigned' | 'moved' | 'forOthers'): Promise<readonly string[]> =>
    (await desk.inbox(who, view)).map(({ title }) => title);

  it('leave the work of the principal, who sees where they went, and stand with the deputy', async () => {
    // given
    const { id, title } = await desk.start();
    // when
    const { rule } = await desk.rule('bing', 'zi', { mode: 'MOVE' });
    // then
    expect([await titles('bing', 'assigned'), await titles('bing', 'moved')]).toEqual([[], [title]]);
    expect((await desk.inbox('bing', 'moved'))[0]?.movedTo).toEqual({ personId: 'zi', name: '子样例', until: new Date(rule.toAt) });
    expect(await desk.counts('bing')).toMatchObject({ assigned: 0, moved: 1 });
    expect((await desk.inbox('zi', 'forOthers'))[0]).toMatchObject({ title, assigneeId: 'bing', onBehalfOf: { name: '丙样例' } });
    expect(await desk.counts('zi')).toMatchObject({ assigned: 0, forOthers: 1 });
    expect(await titles(await desk.acting('zi', 'bing'), 'assigned')).toEqual([title]);
    // when
    await desk.end(await desk.acting('zi', 'bing'), id, 'plain');
    // then
    expect(await desk.task(id, 'plain')).toMatchObject({ state: 'DONE', assigneeId: 'bing', endedBy: 'zi' });
  });

  it('cannot be done by the principal before the rule ends; then they are back at once', async () => {
    // given
    const { id, title } = await desk.start();
    const { rule } = await desk.rule('bing', 'zi', { mode: 'MOVE' });
    const task = await desk.task(id, 'plain');
    // then
    expect(await desk.detail('bing', task.id)).toMatchObject({ mayComplete: false, operations: [], movedTo: { personId: 'zi' } });
    await expect(desk.end('bing', id, 'plain')).rejects.toMatchObject({
      code: 'deputy.MOVED',
      kind: 'conflict',
      params: { step: 'plain', deputy: '子样例' },
    });
    const handOn = desk.app.as('bing').run((tx) => desk.app.tasks.assign(tx, task.id, { assigneeId: 'ding' }));
    await expect(handOn).rejects.toMatchObject({ code: 'deputy.MOVED' });
    // when
    await desk.endRule('bing', rule.id);
    // then
    expect([await titles('bing', 'assigned'), await titles('zi', 'forOthers')]).toEqual([[title], []]);
    expect(await desk.counts('bing')).toEqual({ assigned: 1, claimable: 0, done: expect.any(Number) });
    expect(await desk.detail('bing', task.id)).toMatchObject({ mayComplete: true });
    await desk.end('bing', id, 'plain');
    expect(await desk.task(id, 'plain')).toMatchObject({ endedBy: 'bing' });
  });

  it('are back when the time of the rule is over, and the deputy who has one open is refused', async () => {
    // given
    const { id, title } = await desk.start();
    await desk.rule('bing', 'zi', { mode: 'MOVE', days: 1 });
    const actor = await desk.acting('zi', 'bing');
    // when
    desk.app.clock.advance({ days: 1 });
    // then
    await expect(desk.end(actor, id, 'plain')).rejects.toMatchObject({ code: 'deputy.RULE_ENDED', kind: 'forbidden' });
    expect(await titles('bing', 'assigned')).toEqual([title]);
    await desk.end('bing', id, 'plain');
  });

  it('are only those the rule speaks of', async () => {
    // given
    const [first, second] = [await desk.start(), await desk.start()];
    await desk.end('bing', second.id, 'plain');
    await desk.rule('bing', 'zi', { mode: 'MOVE', nodes: ['review'] });
    // then
    expect([await titles('bing', 'assigned'), await titles('bing', 'moved')]).toEqual([[first.title], [second.title]]);
    expect(await titles(await desk.acting('zi', 'bing'), 'assigned')).toEqual([second.title]);
    await desk.end('bing', first.id, 'plain');
    await expect(desk.end('bing', second.id, 'review')).rejects.toMatchObject({ code: 'deputy.MOVED' });
  });

  it('follow no chain: they stay with the principal when the deputy is away too', async () => {
    // given
    const { id, title } = await desk.start();
    await desk.rule('bing', 'zi', { mode: 'MOVE' });
    // when
    await desk.rule('zi', 'ding', { mode: 'MOVE' });
    // then
    expect([await titles('bing', 'assigned'), await titles('ding', 'forOthers')]).toEqual([[title], []]);
    const { items } = await desk.deputies.list(await desk.app.as('bing').context(), {});
    expect(items.filter(({ state }) => state === 'active')).toMatchObject([{ deputyId: 'zi', state: 'active', deputyIsAway: true }]);
    await expect(desk.acting('ding', 'bing')).rejects.toMatchObject({ code: 'deputy.NO_RULE' });
    await desk.end('bing', id, 'plain');
  });

  it('cannot be given to somebody who is away already', async () => {
    // given
    await desk.rule('zi', 'ding', { mode: 'MOVE' });
    // then
    const params = { deputy: '子样例', other: '丁样例' };
    await expect(desk.rule('bing', 'zi', { mode: 'MOVE' })).rejects.toMatchObject({ code: 'deputy.DEPUTY_AWAY', params });
    expect(await desk.rule('bing', 'zi')).toMatchObject({ rule: { mode: 'SHARE' } });
  });

  it('are done or refused, never both, when the rule ends at the same moment', async () => {
    for (let round = 0; round < 3; round += 1) {
      // given
      const { id } = await desk.start();
      const { rule } = await desk.rule('bing', 'zi', { mode: 'MOVE' });
      const actor = await desk.acting('zi', 'bing');
      // when
      const [act] = await Promise.allSettled([desk.end(actor, id, 'plain'), desk.endRule('bing', rule.id)]);
      // then
      const task = await desk.task(id, 'plain');
      if (act.status === 'fulfilled') expect(task).toMatchObject({ state: 'DONE', endedBy: 'zi' });
      else {
        expect(act.reason).toMatchObject({ code: 'deputy.RULE_ENDED' });
        expect(task).toMatchObject({ state: 'ASSIGNED', assigneeId: 'bing' });
      }
    }
  });
});
