import type { Tx } from '@fashen/plugin-api';
import { caseControlPlugin } from '@fashen/plugins/case-control/server';
import { deputyPlugin } from '@fashen/plugins/deputy/server';
import { ProcessDriver } from '@fashen/testing';
import { REASON } from './operations/draw';
import { type Attempt, openTaskOf, Racing, signing, submitting } from './operations/racing';

const ROUNDS = 4;

interface ControlDesk {
  order(tx: Tx, order: { caseId: string; action: string; reason: string; dryRun: boolean }): Promise<unknown>;
}
interface MigrationDesk {
  plan(tx: Tx, body: object): Promise<{ id: string }>;
  check(tx: Tx, id: string): Promise<unknown>;
  execute(tx: Tx, id: string): Promise<unknown>;
}
interface HandOverDesk {
  start(tx: Tx, body: object): Promise<{ id: string }>;
  get(tx: Tx, id: string): Promise<{ items: readonly { refId: string; state: string }[] }>;
}

/** Somebody stops a case, lets it go on or ends it. */
const ordering =
  (action: 'suspend' | 'resume' | 'terminate', caseId: string): Attempt =>
  async (room) => {
    const desk = room.part<ControlDesk>(caseControlPlugin, 'ControlService');
    return room.app.units.run(await room.as('xin'), (tx) => desk.order(tx, { caseId, action, ...REASON, dryRun: false }));
  };

describe('people and jobs that act on a case at the same time', () => {
  let racing: Racing;

  beforeAll(async () => {
    racing = await Racing.open();
  });
  afterEach(async () => {
    expect(await racing.violations()).toEqual([]);
  });
  afterAll(() => racing.close());

  const each = async (round: () => Promise<void>): Promise<void> => {
    for (let number = 0; number < ROUNDS; number += 1) await round();
  };
  const endedAs = async (driver: ProcessDriver, taskId: string): Promise<string | undefined> =>
    (await driver.tasks()).find(({ id }) => id === taskId)?.state;

  it(
    'stop it, before or after the vote',
    () =>
      each(async () => {
        // given
        const driver = await racing.beyondA('loop');
        const seat = await openTaskOf(driver, 'bing');
        // when
        const [stopped, vote] = await racing.atOnce(ordering('suspend', driver.instanceId), signing('agree', 'bing', seat));
        // then
        expect(stopped).toBe('done');
        expect(['done', 'approval.CASE_SUSPENDED']).toContain(vote);
        expect((await driver.instance()).status).toBe('SUSPENDED');
        expect(await endedAs(driver, seat.id)).toBe(vote === 'done' ? 'DONE' : 'ASSIGNED');
      }),
    60_000,
  );

  it(
    'let it go on, before or after the vote is refused',
    () =>
      each(async () => {
        // given
        const driver = await racing.beyondA('loop');
        const seat = await openTaskOf(driver, 'bing');
        await ordering('suspend', driver.instanceId)(racing.room);
        // when
        const [resumed, vote] = await racing.atOnce(ordering('resume', driver.instanceId), signing('agree', 'bing', seat));
        // then
        expect(resumed).toBe('done');
        expect(['done', 'approval.CASE_SUSPENDED']).toContain(vote);
        expect((await driver.instance()).status).toBe('RUNNING');
        expect(await endedAs(driver, seat.id)).toBe(vote === 'done' ? 'DONE' : 'ASSIGNED');
      }),
    60_000,
  );

  it(
    'end it from outside, or by its last step',
    () =>
      each(async () => {
        // given
        const driver = await racing.beyondA('cut');
        await driver.act('xin', 'B');
        const last = await openTaskOf(driver, 'wu');
        // when
        const outcomes = await racing.atOnce(ordering('terminate', driver.instanceId), submitting('wu', last));
        // then
        const isTerminated = outcomes[0] === 'done';
        expect(outcomes).toEqual(isTerminated ? ['done', 'engine.TASK_ENDED'] : ['engine.INSTANCE_ENDED', 'done']);
        expect((await driver.instance()).status).toBe(isTerminated ? 'TERMINATED' : 'COMPLETED');
      }),
    60_000,
  );

  it(
    'withdraw it, or see the first step approved',
    () =>
      each(async () => {
        // given
        const driver = await racing.beyondA('terms');
        const task = await openTaskOf(driver, 'xin');
        // when
        const outcomes = await racing.atOnce(
          async (room) => room.app.units.run(await room.as('jia'), (tx) => room.desk.withdraw(tx, driver.instanceId, REASON)),
          submitting('xin', task),
        );
        // then
        const isWithdrawn = outcomes[0] === 'done';
        expect(outcomes).toEqual(isWithdrawn ? ['done', 'engine.TASK_ENDED'] : ['rework.ALREADY_DECIDED', 'done']);
        expect((await driver.instance()).status).toBe(isWithdrawn ? 'TERMINATED' : 'RUNNING');
      }),
    60_000,
  );

  it(
    'hand a seat over, or find the vote given',
    () =>
      each(async () => {
        // given
        const driver = await racing.beyondA('loop');
        const seat = await openTaskOf(driver, 'bing');
        const context = await racing.room.as('yin');
        const desk = racing.room.part<HandOverDesk>(deputyPlugin, 'HandOverService');
        const body = { leaverId: 'bing', successorId: 'geng', ...REASON };
        const { id } = await racing.room.app.units.run(context, (tx) => desk.start(tx, body));
        // when
        const [vote] = await racing.atOnce(signing('agree', 'bing', seat), (room) => room.app.work());
        // then
        expect(['done', 'approval.NOT_YOUR_TASK']).toContain(vote);
        const { items } = await racing.room.app.units.read(context, (tx) => desk.get(tx, id));
        expect(items.find(({ refId }) => refId === seat.id)?.state).toBe(vote === 'done' ? 'GONE' : 'DONE');
        if (vote !== 'done') expect((await openTaskOf(driver, 'geng')).id).toBe(seat.id);
      }),
    60_000,
  );

  it(
    'migrate it, before or after the approval',
    () =>
      each(async () => {
        // given
        const [old, next] = racing.room.versions.get('terms') ?? [];
        const driver = await ProcessDriver.start(racing.room.app, { definitionKey: 'terms', definitionId: old?.id ?? '', as: 'jia' });
        await driver.act('jia', 'A');
        const task = await openTaskOf(driver, 'xin');
        const desk = racing.room.part<MigrationDesk>(caseControlPlugin, 'MigrationPlanService');
        const context = await racing.room.as('ren');
        const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => racing.room.app.units.run(context, work);
        const body = { processKey: 'terms', fromVersion: old?.version, toVersion: next?.version, nodes: {}, ...REASON };
        const { id } = await run((tx) => desk.plan(tx, body));
        await run((tx) => desk.check(tx, id));
        await racing.room.app.work();
        await run((tx) => desk.execute(tx, id));
        // when
        const [approved] = await racing.atOnce(submitting('xin', task), (room) => room.app.work());
        // then: whoever was first, the step is approved and the case goes on in the new version
        expect(approved).toBe('done');
        expect((await driver.instance()).definitionId).toBe(next?.id);
        expect((await driver.tasks()).filter(({ nodeId }) => nodeId === 'C')).toHaveLength(1);
      }),
    60_000,
  );
});
