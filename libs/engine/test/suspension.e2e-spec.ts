import { createTestApp, ProcessDriver, type TestApp, verifyInvariants } from '@fashen/testing';
import { auto, deskFile, held } from './desk-model';
import { book, deskPlugin, resetBook } from './desk-plugin';
import { ends, flows, message, roots, timer } from './kernel/model-text';

const mine = 'assignee="jia"';
const late = `<boundaryEvent id="late" attachedToRef="A" cancelActivity="false">${timer('P3D')}</boundaryEvent>`;

const MODELS: Readonly<Record<string, string>> = {
  term: `${ends}${held('A', mine)}${late}${held('chase', mine)}<endEvent id="e2"/>${flows('s -> A -> e', 'late -> chase -> e2')}`,
  mail: `${ends}<intermediateCatchEvent id="wait">${message}</intermediateCatchEvent>${held('Z', mine)}${flows('s -> wait -> Z -> e')}`,
  machine: `${ends}${held('A', mine)}${auto('work', 'job', 'done')}${held('Z', mine)}${flows('s -> A -> work -> Z -> e')}`,
  caller: `${ends}<callActivity id="call" calledElement="term"/>${held('Z', mine)}${flows('s -> call -> Z -> e')}`,
};

describe('suspended instances', () => {
  let app: TestApp;

  beforeEach(async () => {
    resetBook();
    app = await createTestApp({ plugins: [deskPlugin] });
    for (const [id, body] of Object.entries(MODELS)) await app.publish(deskFile(body, roots, id));
  });
  afterEach(async () => {
    expect(await verifyInvariants(app.database.dataSource, app.host.moddles)).toEqual([]);
    await app.close();
  });

  const start = (definitionKey: string): Promise<ProcessDriver> => ProcessDriver.start(app, { definitionKey });
  const suspend = (id: string): Promise<unknown> => app.as('jia').run((tx) => app.instances.suspend(tx, id, '中止调查'));
  const resume = (id: string): Promise<unknown> => app.as('jia').run((tx) => app.instances.resume(tx, id, '恢复'));
  const childOf = async (parentId: string): Promise<string> => {
    const { items } = await app.as('jia').read((tx) => app.instances.list(tx, { definitionKey: 'term' }));
    for (const { id } of items) {
      const parent = await app.as('jia').read((tx) => app.instances.parentOf(tx, id));
      if (parent?.instanceId === parentId) return id;
    }
    throw new Error('no child');
  };

  it('refuse every act, tell why they stopped, and go on as if nothing had been', async () => {
    // given
    const driver = await start('term');
    // when
    await suspend(driver.instanceId);
    // then
    await expect(driver.act('jia', 'A')).rejects.toMatchObject({ code: 'engine.INSTANCE_SUSPENDED', kind: 'locked' });
    await expect(suspend(driver.instanceId)).rejects.toMatchObject({ code: 'engine.INSTANCE_SUSPENDED' });
    expect(await driver.instance()).toMatchObject({ status: 'SUSPENDED' });
    await resume(driver.instanceId);
    await expect(resume(driver.instanceId)).rejects.toMatchObject({ code: 'engine.NOT_SUSPENDED' });
    await driver.act('jia', 'A');
    expect(await driver.instance()).toMatchObject({ status: 'COMPLETED' });
  });

  it('keep a timer that falls due, over a restart, and fire it once they go on', async () => {
    // given
    const driver = await start('term');
    await suspend(driver.instanceId);
    await driver.advance({ days: 4 });
    await driver.restart();
    app = driver.app;
    await app.work();
    expect(await driver.waiting()).toEqual(['A', 'late']);
    // when
    await resume(driver.instanceId);
    await app.work();
    // then
    expect(await driver.waiting()).toEqual(['A', 'chase']);
  });

  it('keep the due time of a timer that is not due yet', async () => {
    // given
    const driver = await start('term');
    await suspend(driver.instanceId);
    await driver.advance({ days: 2 });
    await resume(driver.instanceId);
    await app.work();
    expect(await driver.waiting()).toEqual(['A', 'late']);
    // when
    await driver.advance({ days: 1 });
    // then
    expect(await driver.waiting()).toEqual(['A', 'chase']);
  });

  it('keep a message until they go on, also over a restart', async () => {
    // given
    const driver = await start('mail');
    await suspend(driver.instanceId);
    // when
    await driver.message('paid');
    await app.work();
    await driver.restart();
    app = driver.app;
    // then
    expect(await driver.waiting()).toEqual(['wait']);
    await resume(driver.instanceId);
    await app.work();
    expect(await driver.waiting()).toEqual(['Z']);
  });

  it('hold a job that was about to run, and one that is added meanwhile', async () => {
    // given
    const driver = await start('machine');
    await driver.act('jia', 'A');
    await suspend(driver.instanceId);
    const { instanceId } = driver;
    await app.as('jia').run((tx) => app.jobs.add(tx, { type: 'desk.do', payload: { set: 'later' }, instanceId }));
    await app.work();
    expect(book.jobs).toEqual([]);
    // when
    await resume(driver.instanceId);
    await app.work();
    // then
    expect(book.jobs).toHaveLength(2);
    expect(await driver.waiting()).toEqual(['Z']);
  });

  it('lose nothing when two nodes work while cases are suspended and resumed', async () => {
    // given
    const other = await app.secondNode();
    const drivers = [];
    for (let count = 0; count < 12; count += 1) drivers.push(await start('term'));
    app.clock.advance({ days: 4 });
    // when
    const halves = drivers.filter((_driver, index) => index % 2 === 0);
    await Promise.all([app.work(), other.work(), ...halves.map(({ instanceId }) => suspend(instanceId))]);
    expect(await verifyInvariants(app.database.dataSource, app.host.moddles)).toEqual([]);
    await Promise.all([other.work(), ...halves.map(({ instanceId }) => resume(instanceId))]);
    await Promise.all([app.work(), other.work()]);
    // then
    for (const driver of drivers) expect(await driver.waiting()).toEqual(['A', 'chase']);
    await other.close();
  });

  it('stop those they have called, which go on only with them', async () => {
    // given
    const driver = await start('caller');
    const child = ProcessDriver.of(app, await childOf(driver.instanceId));
    await suspend(driver.instanceId);
    // when
    await expect(child.act('jia', 'A')).rejects.toMatchObject({ code: 'engine.INSTANCE_SUSPENDED' });
    await expect(resume(child.instanceId)).rejects.toMatchObject({ code: 'engine.INSTANCE_SUSPENDED' });
    await driver.advance({ days: 4 });
    // then
    await resume(driver.instanceId);
    await app.work();
    await child.act('jia', 'A');
    await child.act('jia', 'chase');
    expect(await driver.waiting()).toEqual(['Z']);
  });

  it('can be ended for good, with those they have called', async () => {
    // given
    const driver = await start('caller');
    const childId = await childOf(driver.instanceId);
    await suspend(driver.instanceId);
    // when
    await app.as('jia').run((tx) => app.instances.terminate(tx, driver.instanceId, '撤案'));
    // then
    expect(await driver.instance()).toMatchObject({ status: 'TERMINATED' });
    expect(await ProcessDriver.of(app, childId).instance()).toMatchObject({ status: 'TERMINATED' });
  });
});
