import { setImmediate } from 'node:timers/promises';
import { createTestApp, ProcessDriver, type TestApp, verifyInvariants } from '@fashen/testing';
import { JobRunner, OutboxDispatcher, Workers } from '../index';
import { LeaseRepository, type LeaseTable } from '../job/lease.repository';
import { WakeCalls } from '../job/wake-calls';
import { auto, deskFile, held } from './desk-model';
import { book, deskPlugin, resetBook } from './desk-plugin';
import { ends, flows, timer } from './kernel/model-text';

const mine = 'assignee="jia"';
const TIMERS = 200;

describe('timers, jobs and the outbox', () => {
  let app: TestApp;

  beforeEach(async () => {
    resetBook();
    app = await createTestApp({ plugins: [deskPlugin] });
  });
  afterEach(async () => {
    expect(await verifyInvariants(app.database.dataSource, app.host.moddles)).toEqual([]);
    await app.close();
  });

  /** From now on the tables whose workers are woken are noted instead. */
  const noteCalls = (): readonly LeaseTable[] => {
    const called: LeaseTable[] = [];
    for (const table of ['engine_job', 'engine_outbox'] as const) app.get(WakeCalls).on(table, () => called.push(table));
    return called;
  };

  it('fires each of 200 due timers once when two nodes look for them at the same time', async () => {
    // given
    await app.publish(
      deskFile(
        `${ends}<intermediateCatchEvent id="t">${timer('P30D')}</intermediateCatchEvent>${held('A', mine)}${flows('s -> t -> A -> e')}`,
      ),
    );
    const drivers: ProcessDriver[] = [];
    for (let count = 0; count < TIMERS; count += 1) drivers.push(await ProcessDriver.start(app, { definitionKey: 'P' }));
    const other = await app.secondNode();
    // when
    app.clock.advance({ days: 30 });
    await Promise.all([app.work(), other.work()]);
    // then
    const fired = book.heard.filter(({ name }) => name === 'engine.timerFired').map(({ instanceId }) => instanceId);
    expect(fired).toHaveLength(TIMERS);
    expect(new Set(fired)).toEqual(new Set(drivers.map(({ instanceId }) => instanceId)));
    expect(await drivers[0]?.waiting()).toEqual(['A']);
    await other.close();
  });

  it('does not fire a timer that somebody was quicker than', async () => {
    // given
    const boundary = `<boundaryEvent id="t" attachedToRef="A">${timer('P1D')}</boundaryEvent>`;
    await app.publish(deskFile(`${ends}${held('A', mine)}${boundary}${held('B', mine)}${flows('s -> A -> B -> e', 't -> e')}`));
    const driver = await ProcessDriver.start(app, { definitionKey: 'P' });
    app.clock.advance({ days: 1 });
    // when
    await Promise.all([driver.act('jia', 'A'), app.work()].map((one) => one.catch(() => undefined)));
    // then
    const fired = book.heard.filter(({ name }) => name === 'engine.timerFired');
    const instance = await driver.instance();
    expect(fired.length === 0 ? instance.waiting.map(({ nodeId }) => nodeId) : instance.status).toEqual(
      fired.length === 0 ? ['B'] : 'COMPLETED',
    );
  });

  it('keeps one open job for each key, with the latest due time and payload', async () => {
    // given
    const add = (days: number, set: string): Promise<string> =>
      app.as('jia').run((tx) => {
        const dueAt = new Date(tx.now.getTime() + days * 86_400_000);
        return app.jobs.add(tx, { type: 'desk.do', payload: { set }, dueAt, uniqueKey: 'only' });
      });
    await add(1, 'old');
    await add(3, 'new');
    // when
    app.clock.advance({ days: 2 });
    await app.work();
    expect(book.jobs).toEqual([]);
    app.clock.advance({ days: 1 });
    await app.work();
    // then
    expect(book.jobs).toEqual([{ payload: { set: 'new' }, attempt: 1 }]);
  });

  it('forgets a job that was cancelled', async () => {
    // given
    await app.as('jia').run((tx) => app.jobs.add(tx, { type: 'desk.do', payload: {}, uniqueKey: 'only' }));
    // when
    await app.as('jia').run((tx) => app.jobs.cancel(tx, 'only'));
    await app.work();
    // then
    expect(book.jobs).toEqual([]);
  });

  it('wakes those who have something to do now, also when the command told nothing', async () => {
    // given
    const called = noteCalls();
    const add = (days: number): Promise<string> =>
      app.as('jia').run((tx) => {
        const dueAt = new Date(tx.now.getTime() + days * 86_400_000);
        return app.jobs.add(tx, { type: 'desk.do', payload: {}, dueAt });
      });
    // when
    await add(1);
    expect(called).toEqual([]);
    await add(0);
    // then
    expect(called).toEqual(['engine_job']);
  });

  it('runs a job again whose node died, once its lease has ended', async () => {
    // given
    await app.as('jia').run((tx) => app.jobs.add(tx, { type: 'desk.do', payload: {} }));
    const leases = app.get(LeaseRepository);
    await app.as('jia').run((tx) => leases.claim(tx, { table: 'engine_job' }, { owner: 'dead', leaseMs: 60_000, limit: 10 }));
    // when
    await app.work();
    expect(book.jobs).toEqual([]);
    app.clock.advance({ seconds: 60 });
    await app.work();
    // then: what the dead node began counts
    expect(book.jobs).toMatchObject([{ attempt: 2 }]);
  });

  it('gives a job to the operators that its node never comes back from', async () => {
    // given
    await app.as('jia').run((tx) => app.jobs.add(tx, { type: 'desk.do', payload: {} }));
    const leases = app.get(LeaseRepository);
    const incidents = async () => (await app.as('yin').read((tx) => app.jobs.incidents(tx, {}))).items;
    // when
    for (let death = 0; death < 3; death += 1) {
      const claim = { owner: `dead-${death}`, leaseMs: 20_000, limit: 10 };
      expect(await app.as('jia').run((tx) => leases.claim(tx, { table: 'engine_job' }, claim))).toHaveLength(1);
      app.clock.advance({ seconds: 20 });
    }
    await app.work();
    // then
    expect(book.jobs).toEqual([]);
    const [incident] = await incidents();
    expect(incident).toMatchObject({ type: 'desk.do', attempts: 3, error: 'engine.NODE_DIED' });
    // when
    await app.as('yin').run((tx) => app.jobs.retry(tx, incident?.jobId ?? ''));
    await app.work();
    // then
    expect(book.jobs).toMatchObject([{ attempt: 1 }]);
    expect(await incidents()).toEqual([]);
  });

  it('counts no attempt of what a node gave back when it stopped', async () => {
    // given
    await app.as('jia').run((tx) => app.jobs.add(tx, { type: 'desk.do', payload: {} }));
    const leases = app.get(LeaseRepository);
    // when
    await app.as('jia').run((tx) => leases.claim(tx, { table: 'engine_job' }, { owner: 'stopping', leaseMs: 20_000, limit: 10 }));
    await app.as('jia').run((tx) => leases.release(tx, 'engine_job', 'stopping'));
    await app.work();
    // then
    expect(book.jobs).toMatchObject([{ attempt: 1 }]);
  });

  it('delivers events after the commit, also those of a node that died before it could', async () => {
    // given
    await app.publish(deskFile(`${ends}${held('A', mine)}${flows('s -> A -> e')}`));
    await ProcessDriver.start(app, { definitionKey: 'P' });
    expect(book.delivered).toEqual([]);
    // when
    app = await app.restart();
    await app.work();
    await app.work();
    // then
    expect(book.delivered).toEqual(['engine.taskCreated']);
  });

  it('delivers again what failed, after a pause', async () => {
    // given
    book.failDeliveries = 1;
    await app.publish(deskFile(`${ends}${held('A', mine)}${flows('s -> A -> e')}`));
    await ProcessDriver.start(app, { definitionKey: 'P' });
    // when
    await app.work();
    expect(book.delivered).toEqual([]);
    app.clock.advance({ seconds: 10 });
    await app.work();
    // then: under the same id, so that the receiver can tell
    expect(book.delivered).toEqual(['engine.taskCreated']);
    expect(book.deliveryIds).toHaveLength(2);
    expect(book.deliveryIds[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(book.deliveryIds[1]).toBe(book.deliveryIds[0]);
  });

  it('gives a delivery that fails for ever to the operators, who can have it tried again', async () => {
    // given
    book.failDeliveries = 10;
    await app.publish(deskFile(`${ends}${held('A', mine)}${flows('s -> A -> e')}`));
    const driver = await ProcessDriver.start(app, { definitionKey: 'P' });
    const incidents = async () => (await app.as('yin').read((tx) => app.jobs.incidents(tx, {}))).items;
    // when
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect(await incidents()).toEqual([]);
      await app.work();
      app.clock.advance({ hours: 1 });
    }
    // then
    const [incident] = await incidents();
    expect(incident).toMatchObject({ type: 'outbox:desk.Courier', instanceId: driver.instanceId, attempts: 10 });
    // when
    const called = noteCalls();
    await app.as('yin').run((tx) => app.jobs.retry(tx, incident?.jobId ?? ''));
    expect(called).toEqual(['engine_outbox']);
    await app.work();
    // then
    expect(book.delivered).toEqual(['engine.taskCreated']);
    expect(await incidents()).toEqual([]);
  });

  it('tells nobody of a unit that was undone', async () => {
    // given
    await app.publish(deskFile(`${ends}${held('A', mine)}${flows('s -> A -> e')}`));
    book.vetoes = 'engine.taskCreated';
    // when
    await expect(ProcessDriver.start(app, { definitionKey: 'P' })).rejects.toMatchObject({ code: 'desk.VETOED' });
    await app.work();
    // then
    expect(book.delivered).toEqual([]);
    expect((await app.as('jia').read((tx) => app.instances.list(tx, {}))).items).toEqual([]);
  });

  it('works by itself when it is started, and ends cleanly', async () => {
    // given
    await app.publish(deskFile(`${ends}${auto('S', 'job', 'x')}${held('A', mine)}${flows('s -> S -> A -> e')}`));
    const workers = new Workers([app.get(JobRunner), app.get(OutboxDispatcher)]);
    workers.onApplicationBootstrap();
    // when
    const driver = await ProcessDriver.start(app, { definitionKey: 'P' });
    while (book.delivered.length === 0) await setImmediate();
    await workers.beforeApplicationShutdown();
    // then
    expect(await driver.waiting()).toEqual(['A']);
    expect(book.delivered).toEqual(['engine.taskCreated']);
  });
});
