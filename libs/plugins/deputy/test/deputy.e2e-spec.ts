import type { Class, JsonObject, RequestContext } from '@fashen/plugin-api';
import { recordPlugin } from '@fashen/plugins/record/server';
import { verifyInvariants } from '@fashen/testing';
import { DeputyDesk } from './deputy-desk';

/** What the test reads over the record's endpoints. */
interface RecordDesk {
  list(context: RequestContext, caseId: string, query: { limit: number }): Promise<{ items: readonly (JsonObject & { act: string })[] }>;
  verifyCase(context: RequestContext, caseId: string): Promise<object>;
}
const recordDesk = recordPlugin.controllers?.find(({ name }) => name === 'RecordController') as Class<RecordDesk>;

describe('deputies', () => {
  let desk: DeputyDesk;

  beforeAll(async () => {
    desk = await DeputyDesk.open();
  });
  afterAll(() => desk.app.close());
  afterEach(async () => {
    await desk.endAllRules();
    expect(await verifyInvariants(desk.app.database.dataSource, desk.app.host.moddles)).toEqual([]);
  });

  it('does a task of the principal, who stays its holder; the record names both and the rule, and holds', async () => {
    // given
    const { rule } = await desk.rule('bing', 'zi');
    const { id } = await desk.start();
    // when
    await desk.end(await desk.acting('zi', 'bing'), id, 'plain');
    // then
    expect(await desk.task(id, 'plain')).toMatchObject({ state: 'DONE', assigneeId: 'bing', endedBy: 'zi' });
    const record = desk.app.get(recordDesk);
    const context = await desk.app.as('ding').context();
    const { items } = await record.list(context, id, { limit: 200 });
    const done = items.filter(({ act }) => act === 'engine.taskCompleted' || act === 'deputy.acted');
    expect(done).toMatchObject([
      { actorId: 'zi', onBehalfOf: 'bing', onBehalfOfName: '丙样例', ruleId: rule.id },
      { actorId: 'zi', onBehalfOf: 'bing', ruleId: rule.id },
    ]);
    expect(await record.verifyCase(context, id)).not.toHaveProperty('broken');
  });

  it('E22: refuses a rule that would close a ring, also when two are saved at once', async () => {
    // given
    await desk.rule('bing', 'zi');
    await desk.rule('zi', 'ding');
    // when
    const ring = desk.rule('ding', 'bing');
    // then
    await expect(ring).rejects.toMatchObject({ code: 'deputy.CYCLE', params: { people: ['丁样例', '丙样例', '子样例', '丁样例'] } });
    // when
    const both = await Promise.allSettled([desk.rule('jia', 'yi'), desk.rule('yi', 'jia')]);
    // then
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('E22: follows no chain: the deputy of a deputy may not act', async () => {
    // given
    await desk.rule('bing', 'zi');
    await desk.rule('zi', 'ding');
    // then
    await expect(desk.acting('ding', 'bing')).rejects.toMatchObject({ code: 'deputy.NO_RULE', kind: 'forbidden' });
  });

  it('E23: refuses a deputy who handled the case', async () => {
    // given
    await desk.rule('bing', 'zi');
    const { id } = await desk.start({ officers: ['zi', 'yi'], plain: 'yi' });
    await desk.end('yi', id, 'plain');
    // when
    const act = desk.end(await desk.acting('zi', 'bing'), id, 'review');
    // then
    await expect(act).rejects.toMatchObject({ code: 'assignment.REVIEWER_CONFLICT', kind: 'forbidden' });
    expect(await desk.task(id, 'review')).toMatchObject({ state: 'ASSIGNED', assigneeId: 'bing' });
  });

  it('E24: refuses a second seat of the same visit to one person', async () => {
    // given
    await desk.rule('bing', 'zi');
    const { id } = await desk.start({ plain: 'yi' });
    const visit = await desk.task(id, 'plain');
    const seats = await desk.app.as('yi').run((tx) =>
      desk.app.tasks.addSeats(tx, visit.id, [
        { kind: 'SEAT', assigneeId: 'bing' },
        { kind: 'SEAT', assigneeId: 'zi' },
      ]),
    );
    const [theirs, own] = seats.map((seat) => seat.id);
    const actor = await desk.acting('zi', 'bing');
    const act = (): Promise<unknown> => desk.app.as(actor).run((tx) => desk.app.tasks.endSeat(tx, theirs ?? '', { state: 'DONE' }));
    // then
    await expect(act()).rejects.toMatchObject({ code: 'deputy.ONE_PERSON_ONE_SEAT' });
    await desk.app.as('zi').run((tx) => desk.app.tasks.endSeat(tx, own ?? '', { state: 'DONE' }));
    await expect(act()).rejects.toMatchObject({ code: 'deputy.ONE_PERSON_ONE_SEAT' });
  });

  it('E25: refuses at the commit when the rule has ended while the form was open', async () => {
    // given
    const { rule } = await desk.rule('bing', 'zi');
    const { id } = await desk.start();
    const actor = await desk.acting('zi', 'bing');
    // when
    await desk.endRule('bing', rule.id);
    // then
    await expect(desk.end(actor, id, 'plain')).rejects.toMatchObject({ code: 'deputy.RULE_ENDED', kind: 'forbidden' });
    expect(await desk.task(id, 'plain')).toMatchObject({ state: 'ASSIGNED', assigneeId: 'bing' });
  });

  it('refuses when the time of the rule is over, and strangers at once', async () => {
    // given
    await desk.rule('bing', 'zi', { days: 1 });
    const { id } = await desk.start();
    const actor = await desk.acting('zi', 'bing');
    // when
    desk.app.clock.advance({ days: 1 });
    // then
    await expect(desk.end(actor, id, 'plain')).rejects.toMatchObject({ code: 'deputy.RULE_ENDED' });
    await expect(desk.acting('zi', 'bing')).rejects.toMatchObject({ code: 'deputy.NO_RULE' });
    await expect(desk.acting('mao', 'bing')).rejects.toMatchObject({ code: 'deputy.NO_RULE' });
  });

  it('keeps to the scope of the rule, and to tasks of the principal', async () => {
    // given
    await desk.rule('bing', 'zi', { nodes: ['last'] });
    const [outside, own] = [await desk.start(), await desk.start({ plain: 'zi' })];
    const actor = await desk.acting('zi', 'bing');
    // then
    await expect(desk.end(actor, outside.id, 'plain')).rejects.toMatchObject({ code: 'deputy.OUT_OF_SCOPE', kind: 'forbidden' });
    await expect(desk.end(actor, own.id, 'plain')).rejects.toMatchObject({ code: 'deputy.NOT_THEIR_TASK', kind: 'forbidden' });
  });

  it('refuses to hand on a task of the principal', async () => {
    // given
    await desk.rule('bing', 'zi');
    const { id } = await desk.start();
    const [actor, task] = [await desk.acting('zi', 'bing'), await desk.task(id, 'plain')];
    // when
    const handOn = desk.app.as(actor).run((tx) => desk.app.tasks.assign(tx, task.id, { assigneeId: 'ding' }));
    // then
    await expect(handOn).rejects.toMatchObject({ code: 'deputy.MAY_NOT_HAND_ON' });
  });

  it("refuses the starter's deputy in the starter's case, and one who acted for another unit there", async () => {
    // given
    await desk.rule('jia', 'yi');
    await desk.rule('bing', 'yi');
    const started = await desk.start();
    // then
    await expect(desk.end(await desk.acting('yi', 'bing'), started.id, 'plain')).rejects.toMatchObject({ code: 'deputy.STARTERS_DEPUTY' });
    // given
    await desk.rule('xin', 'zi');
    await desk.rule('ding', 'zi');
    const { id } = await desk.start({ plain: 'xin', review: 'bing', last: 'ding' });
    await desk.end(await desk.acting('zi', 'xin'), id, 'plain');
    await desk.end('bing', id, 'review');
    // then
    await expect(desk.end(await desk.acting('zi', 'ding'), id, 'last')).rejects.toMatchObject({ code: 'deputy.TWO_POSTS' });
  });

  it('names those for whom one may act, with how many tasks there are, in both modes', async () => {
    // given
    await desk.start({ plain: 'wu' });
    const seen = async (): Promise<readonly string[]> => {
      const { items } = await desk.deputies.principals(await desk.app.as('ji').context());
      return items.map((one) => `${one.personId} ${one.mode} ${one.openTasks}`);
    };
    for (const mode of ['SHARE', 'MOVE'] as const) {
      // when
      const { rule, openTasks } = await desk.rule('wu', 'ji', { mode });
      // then
      expect([rule.mode, openTasks, await seen()]).toEqual([mode, 1, [`wu ${mode} 1`]]);
      await desk.endRule('wu', rule.id);
      expect(await seen()).toEqual([]);
    }
  });

  it('gets what is given by name to a principal who has left, within the scope of the rule and as long as it holds', async () => {
    // given
    const other = await desk.rule('wu', 'zi', { nodes: ['last'] });
    const { rule } = await desk.rule('wu', 'ji', { nodes: ['plain'] });
    await desk.leave('wu');
    // when
    const during = await desk.start({ plain: 'wu' });
    await desk.endRule('yin', rule.id);
    const after = await desk.start({ plain: 'wu' });
    await desk.endRule('yin', other.rule.id);
    await desk.come('wu');
    // then
    expect(await desk.task(during.id, 'plain')).toMatchObject({ state: 'ASSIGNED', assigneeId: 'ji' });
    expect(await desk.task(after.id, 'plain')).toMatchObject({ state: 'READY', candidates: ['role:operator'] });
  });

  it('gets nothing where the deputy has left too', async () => {
    // given
    await desk.rule('wu', 'zi');
    await desk.leave('wu');
    await desk.leave('zi');
    // when
    const { id } = await desk.start({ plain: 'wu' });
    // then
    expect(await desk.task(id, 'plain')).toMatchObject({ state: 'READY', candidates: ['role:operator'] });
    await desk.come('wu');
    await desk.come('zi');
  });

  it('keeps one rule per principal and scope, one rule of others only for who manages them', async () => {
    // given
    await desk.rule('bing', 'zi', { nodes: ['plain'] });
    // then
    await expect(desk.rule('bing', 'ding')).rejects.toMatchObject({ code: 'deputy.RULE_OVERLAPS', params: { deputy: '子样例' } });
    await desk.rule('bing', 'ding', { nodes: ['last'] });
    await expect(desk.rule('jia', 'zi', { principalId: 'wu' })).rejects.toMatchObject({ code: 'deputy.NOT_YOUR_RULE' });
    expect(await desk.rule('yin', 'ji', { principalId: 'wu' })).toMatchObject({ rule: { principalId: 'wu', createdBy: 'yin' } });
  });

  it('changes a rule in one act: what takes its place is made and the old one ends, or neither', async () => {
    // given
    const { rule } = await desk.rule('bing', 'zi');
    await desk.rule('ding', 'bing');
    // then
    await expect(desk.rule('bing', 'ding', { replaces: rule.id })).rejects.toMatchObject({ code: 'deputy.CYCLE' });
    expect((await desk.acting('zi', 'bing')).onBehalfOf).toMatchObject({ ruleId: rule.id });
    await expect(desk.rule('ding', 'zi', { replaces: rule.id })).rejects.toMatchObject({ code: 'deputy.NOT_YOUR_RULE' });
    // when
    const { rule: next } = await desk.rule('bing', 'zi', { replaces: rule.id, mode: 'MOVE' });
    // then
    expect((await desk.acting('zi', 'bing')).onBehalfOf).toMatchObject({ ruleId: next.id });
    await expect(desk.rule('bing', 'zi', { replaces: rule.id })).rejects.toMatchObject({ code: 'deputy.ALREADY_ENDED' });
  });
});
