import { newId } from '@fashen/database';
import { OPINION, REASON } from './operations/draw';
import { fillingIn, openTaskOf, Racing, signing, submitting } from './operations/racing';

/** Each race as often, another one beginning each time. */
const ROUNDS = 6;
const SAME_KEY = 20;

describe('people who act on two nodes at the same time', () => {
  let racing: Racing;

  beforeAll(async () => {
    racing = await Racing.open();
  });
  afterEach(async () => {
    expect(await racing.violations()).toEqual([]);
  });
  afterAll(() => racing.close());

  const each = async (round: (number: number) => Promise<void>): Promise<void> => {
    for (let number = 0; number < ROUNDS; number += 1) await round(number);
  };

  it(
    'give one seat one vote: its holder or the deputy',
    () =>
      each(async () => {
        // given
        const driver = await racing.beyondA('loop');
        const seat = await openTaskOf(driver, 'ding');
        // when
        const outcomes = await racing.atOnce(signing('agree', 'ding', seat), signing('object', 'zi', seat, { principal: 'ding' }));
        // then
        expect([...outcomes].sort()).toEqual(['approval.TASK_ENDED', 'done']);
        const [own, forOther] = [{ choice: 'agree' }, { choice: 'against' }];
        const voted = (await driver.tasks()).find(({ id }) => id === seat.id);
        expect(voted?.outcome).toMatchObject(outcomes[0] === 'done' ? own : forOther);
      }),
    60_000,
  );

  it(
    'decide a step once',
    () =>
      each(async () => {
        // given: both votes are needed
        const driver = await racing.beyondA('loop');
        await signing('agree', 'bing', await openTaskOf(driver, 'bing'))(racing.room);
        const [ding, wu] = [await openTaskOf(driver, 'ding'), await openTaskOf(driver, 'wu')];
        // when
        const outcomes = await racing.atOnce(signing('agree', 'ding', ding), signing('agree', 'wu', wu));
        // then
        expect(outcomes).toEqual(['done', 'done']);
        expect((await driver.tasks()).filter(({ nodeId }) => nodeId === 'C')).toHaveLength(1);
      }),
    60_000,
  );

  it(
    'decide a step once when one vote would have been enough',
    () =>
      each(async () => {
        // given: two of four have agreed, three decide
        const driver = await racing.beyondA('ratio');
        for (const who of ['bing', 'ding']) await signing('agree', who, await openTaskOf(driver, who))(racing.room);
        const [wu, mao] = [await openTaskOf(driver, 'wu'), await openTaskOf(driver, 'mao')];
        // when
        const outcomes = await racing.atOnce(signing('agree', 'wu', wu), signing('agree', 'mao', mao));
        // then
        expect([...outcomes].sort()).toEqual(['approval.TASK_ENDED', 'done']);
        expect((await driver.tasks()).filter(({ nodeId }) => nodeId === 'C')).toHaveLength(1);
      }),
    60_000,
  );

  it(
    'fill in a step once, whoever is the last of them',
    () =>
      each(async () => {
        // given: the third of three has the turn in the first step; two of two in the second
        const driver = await racing.beyondA('each');
        for (const who of ['bing', 'ding']) await fillingIn(who, await openTaskOf(driver, who))(racing.room);
        const wu = await openTaskOf(driver, 'wu');
        expect([...(await racing.atOnce(fillingIn('wu', wu), fillingIn('wu', wu)))].sort()).toEqual(['approval.TASK_ENDED', 'done']);
        await driver.act('xin', 'C');
        const [bing, mao] = [await openTaskOf(driver, 'bing'), await openTaskOf(driver, 'mao')];
        // when
        const outcomes = await racing.atOnce(fillingIn('bing', bing), fillingIn('mao', mao));
        // then
        expect(outcomes).toEqual(['done', 'done']);
        expect((await driver.tasks()).filter(({ nodeId }) => nodeId === 'Z')).toHaveLength(1);
      }),
    60_000,
  );

  it(
    'take a vote back, or see the step decided by it',
    () =>
      each(async () => {
        // given
        const driver = await racing.beyondA('loop');
        const [bing, ding, wu] = [await openTaskOf(driver, 'bing'), await openTaskOf(driver, 'ding'), await openTaskOf(driver, 'wu')];
        await signing('agree', 'bing', bing)(racing.room);
        await signing('agree', 'ding', ding)(racing.room);
        // when
        const [back, last] = await racing.atOnce(signing('takeBack', 'bing', bing), signing('agree', 'wu', wu));
        // then
        expect(last).toBe('done');
        expect(['done', 'approval.TASK_ENDED']).toContain(back);
        expect(await driver.waiting()).toEqual(back === 'done' ? ['B'] : ['C']);
        if (back === 'done') await openTaskOf(driver, 'bing');
      }),
    60_000,
  );

  it(
    'take a step back, or see the next one ended',
    () =>
      each(async () => {
        // given
        const driver = await racing.beyondA('terms');
        const [first] = await driver.tasks();
        const next = await openTaskOf(driver, 'xin');
        if (!first) throw new Error('there is no first step');
        // when
        const outcomes = await racing.atOnce(
          async (room) => room.app.units.run(await room.as('jia'), (tx) => room.desk.takeBack(tx, first.id, REASON)),
          submitting('xin', next),
        );
        // then
        const isTaken = outcomes[0] === 'done';
        expect(outcomes).toEqual(isTaken ? ['done', 'engine.TASK_ENDED'] : ['rework.SUCCESSOR_DECIDED', 'done']);
        expect((await driver.waiting()).filter((nodeId) => nodeId !== 'late')).toEqual(isTaken ? ['A'] : ['C']);
      }),
    60_000,
  );

  it(
    'end a task, or find it taken away by its term',
    () =>
      each(async () => {
        // given
        const driver = await racing.beyondA('cut');
        const task = await openTaskOf(driver, 'xin');
        racing.room.app.clock.advance({ days: 1 });
        // when
        const [ended] = await racing.atOnce(submitting('xin', task), (room) => room.app.work());
        // then
        expect(await driver.waiting()).toEqual(ended === 'done' ? ['C'] : ['chase']);
        expect(['done', 'engine.TASK_ENDED']).toContain(ended);
      }),
    60_000,
  );

  it(
    'vote for somebody only while the rule stands at the commit',
    () =>
      each(async () => {
        // given
        const driver = await racing.beyondA('loop');
        const seat = await openTaskOf(driver, 'ding');
        // when
        const [vote, end] = await racing.atOnce(signing('agree', 'zi', seat, { principal: 'ding' }), () => racing.room.endDeputy('ding'));
        // then
        expect(end).toBe('done');
        expect(['done', 'deputy.RULE_ENDED']).toContain(vote);
        const after = (await driver.tasks()).find(({ id }) => id === seat.id);
        expect(after?.state).toBe(vote === 'done' ? 'DONE' : 'ASSIGNED');
        await racing.renewDeputy('ding', 'zi');
      }),
    60_000,
  );

  it(
    'remove a signer, or hear the vote first',
    () =>
      each(async () => {
        // given
        const driver = await racing.beyondA('loop');
        const seat = await openTaskOf(driver, 'ding');
        const removal = { body: { seatId: seat.id, ...REASON } };
        // when
        const [removed, vote] = await racing.atOnce(signing('removeSigner', 'yin', seat, removal), signing('agree', 'ding', seat));
        // then
        expect([removed, vote]).toEqual(removed === 'done' ? ['done', 'approval.TASK_ENDED'] : ['approval.SEAT_DECIDED', 'done']);
      }),
    60_000,
  );

  it(
    'add a signer, or find the step decided',
    () =>
      each(async () => {
        // given
        const driver = await racing.beyondA('ratio');
        for (const who of ['bing', 'ding']) await signing('agree', who, await openTaskOf(driver, who))(racing.room);
        const [wu, mao] = [await openTaskOf(driver, 'wu'), await openTaskOf(driver, 'mao')];
        const how = { order: 'parallel', rule: 'all', childVeto: false, opinion: OPINION, weight: 1, place: 'next' };
        const body = { position: 'parallel', personIds: ['ji'], ...how, ...REASON };
        // when
        const [added, vote] = await racing.atOnce(signing('addSigners', 'wu', wu, { body }), signing('agree', 'mao', mao));
        // then: with one vote more, three are not enough
        expect([added, vote]).toEqual(added === 'done' ? ['done', 'done'] : ['approval.TASK_ENDED', 'done']);
        expect(await driver.waiting()).toEqual([added === 'done' ? 'B' : 'C']);
      }),
    60_000,
  );

  it('get the one answer when the same request comes twenty times', async () => {
    // given
    const driver = await racing.beyondA('loop');
    const seat = await openTaskOf(driver, 'wu');
    const idempotency = { key: newId(), fingerprint: 'a'.repeat(64) };
    const answers = new Set<string>();
    const same = async (room: Racing['room']): Promise<void> => {
      const context = { ...(await room.as('wu')), idempotency };
      answers.add(JSON.stringify(await room.vote(context, seat.id)));
    };
    // when
    const outcomes = await racing.atOnce(...Array.from({ length: SAME_KEY }, () => same));
    // then
    expect(outcomes).toEqual(Array(SAME_KEY).fill('done'));
    expect([...answers]).toHaveLength(1);
    const rows = await racing.room.app.database.dataSource.query<{ amount: number | string }[]>(
      "SELECT COUNT(*) AS amount FROM record_entry WHERE instance_id = ? AND act = 'approval.voted'",
      [driver.instanceId],
    );
    expect(Number(rows[0]?.amount)).toBe(1);
  }, 60_000);
});
