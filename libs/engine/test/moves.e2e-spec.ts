import type { CourseVisit, InstanceView, MovePreview } from '@fashen/plugin-api';
import { createTestApp, ProcessDriver, type TestApp, verifyInvariants } from '@fashen/testing';
import { deskFile, held } from './desk-model';
import { book, deskPlugin, resetBook } from './desk-plugin';
import { ends, flows, message, roots, timer } from './kernel/model-text';

const BY_JIA = 'assignee="jia"';
const people = (...ids: readonly string[]): string => ids.map((id) => held(id, BY_JIA)).join('');
const both = '<parallelGateway id="split"/><parallelGateway id="join"/>';
const term = `<boundaryEvent id="late" attachedToRef="B" cancelActivity="false">${timer('P3D')}</boundaryEvent>`;

const MODELS: Readonly<Record<string, string>> = {
  line: `${ends}${people('A', 'B', 'C')}${flows('s -> A -> B -> C -> e')}`,
  branches: `${ends}${both}${people('A', 'L1', 'L2', 'R', 'Z')}${flows('s -> A -> split -> L1 -> L2 -> join -> Z -> e', 'split -> R -> join')}`,
  choice: `${ends}<exclusiveGateway id="x" default="x_C"/>${people('A', 'B', 'C', 'D')}${flows('s -> A -> x -[big = true]-> B -> D -> e', 'x -> C -> D')}`,
  terms: `${ends}${people('A', 'B', 'C')}${term}<userTask id="chase"/><endEvent id="e2"/>${flows('s -> A -> B -> C -> e', 'late -> chase -> e2')}`,
  inside: `${ends}${people('A', 'Z')}<subProcess id="sub"><startEvent id="s1"/><endEvent id="e1"/>${people('I', 'J')}${flows('s1 -> I -> J -> e1')}</subProcess>${flows('s -> A -> sub -> Z -> e')}`,
  caller: `${ends}${people('A', 'Z')}<callActivity id="call" calledElement="line"/>${flows('s -> A -> call -> Z -> e')}`,
  mail: `${ends}${people('A', 'Z')}<intermediateCatchEvent id="wait">${message}</intermediateCatchEvent>${flows('s -> A -> wait -> Z -> e')}`,
};

describe('moves', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp({ plugins: [deskPlugin] });
    for (const [id, body] of Object.entries(MODELS)) await app.publish(deskFile(body, roots, id));
  });
  afterAll(() => app.close());
  beforeEach(resetBook);
  afterEach(async () => expect(await verifyInvariants(app.database.dataSource, app.host.moddles)).toEqual([]));

  const start = (definitionKey: string, ...done: readonly string[]): Promise<ProcessDriver> => run({ definitionKey }, done);

  async function run(what: { definitionKey: string; variables?: { big: boolean } }, done: readonly string[]): Promise<ProcessDriver> {
    const driver = await ProcessDriver.start(app, what);
    for (const node of done) await driver.act('jia', node);
    return driver;
  }

  const visits = (driver: ProcessDriver): Promise<readonly CourseVisit[]> =>
    app.as('jia').run((tx) => app.moves.visits(tx, driver.instanceId));

  async function ended(driver: ProcessDriver, nodeId: string): Promise<string> {
    const found = (await visits(driver)).filter((visit) => visit.nodeId === nodeId && visit.endedBy !== undefined).at(-1);
    if (!found) throw new Error(`no ended visit of ${nodeId}`);
    return found.executionId;
  }

  async function back(driver: ProcessDriver, ...nodeIds: readonly string[]): Promise<InstanceView> {
    const reopen = await Promise.all(nodeIds.map((nodeId) => ended(driver, nodeId)));
    return app.as('jia').run((tx) => app.moves.back(tx, { instanceId: driver.instanceId, reopen, cause: 'return', reason: '补正' }));
  }

  async function preview(driver: ProcessDriver, nodeId: string): Promise<MovePreview> {
    const reopen = [await ended(driver, nodeId)];
    return app.as('jia').run((tx) => app.moves.preview(tx, driver.instanceId, reopen));
  }

  it('leads back to an earlier step; what came after is open to be done again', async () => {
    // given
    const driver = await start('line', 'A', 'B');
    // when
    await back(driver, 'A');
    // then
    expect(await driver.waiting()).toEqual(['A']);
    expect((await driver.tasks()).map(({ nodeId, state, cause }) => [nodeId, state, cause])).toEqual([
      ['A', 'DONE', undefined],
      ['B', 'DONE', undefined],
      ['C', 'CANCELLED', 'return'],
      ['A', 'ASSIGNED', undefined],
    ]);
    for (const node of ['A', 'B', 'C']) await driver.act('jia', node);
    expect(await driver.instance()).toMatchObject({ status: 'COMPLETED' });
  });

  it('goes on after a restart', async () => {
    // given
    const driver = await start('branches', 'A', 'L1', 'L2', 'R');
    await back(driver, 'L1');
    // when
    await driver.restart();
    app = driver.app;
    // then
    expect(await driver.waiting()).toEqual(['L1']);
    for (const node of ['L1', 'L2', 'Z']) await driver.act('jia', node);
    expect(await driver.instance()).toMatchObject({ status: 'COMPLETED' });
  });

  it('leaves the other branch alone: its open task stays the same row', async () => {
    // given
    const driver = await start('branches', 'A', 'L1');
    const other = await driver.openTask('R');
    // when
    await back(driver, 'L1');
    // then
    expect(await driver.waiting()).toEqual(['L1', 'R']);
    expect(await driver.openTask('R')).toEqual(other);
  });

  it('before a split both branches go, and the preview says so first', async () => {
    // given
    const driver = await start('branches', 'A', 'L1', 'R');
    // when
    const seen = await preview(driver, 'A');
    await back(driver, 'A');
    // then
    expect(seen.closed.map(({ nodeId }) => nodeId)).toEqual(['L2']);
    expect(seen.undone).toHaveLength(3);
    expect(await driver.waiting()).toEqual(['A']);
    for (const node of ['A', 'L1', 'R', 'L2', 'Z']) await driver.act('jia', node);
    expect(await driver.instance()).toMatchObject({ status: 'COMPLETED' });
  });

  it('after a join only the branch that is reopened is done again', async () => {
    // given
    const driver = await start('branches', 'A', 'L1', 'L2', 'R');
    // when
    await back(driver, 'R');
    // then
    expect(await driver.waiting()).toEqual(['R']);
    await driver.act('jia', 'R');
    expect(await driver.waiting()).toEqual(['Z']);
  });

  it('asks a gateway again on the way forward, with the data of now', async () => {
    // given
    const driver = await run({ definitionKey: 'choice', variables: { big: true } }, ['A', 'B']);
    await back(driver, 'A');
    // when
    await driver.act('jia', 'A', { output: { big: false } });
    // then
    expect(await driver.waiting()).toEqual(['C']);
    await driver.act('jia', 'C');
    expect(await driver.waiting()).toEqual(['D']);
    await back(driver, 'C');
    expect(await driver.waiting()).toEqual(['C']);
  });

  it('arms the term of a step anew, and the term that ran goes', async () => {
    // given
    const driver = await start('terms', 'A', 'B');
    app.clock.advance({ days: 2 });
    // when
    await back(driver, 'B');
    await driver.advance({ days: 2 });
    // then
    expect(await driver.waiting()).toEqual(['B', 'late']);
    await driver.advance({ days: 1 });
    expect(await driver.waiting()).toEqual(['B', 'chase']);
  });

  it('reaches into a sub-process that has ended, and out of one that has not', async () => {
    // given
    const driver = await start('inside', 'A', 'I', 'J');
    // when
    await back(driver, 'I');
    // then
    expect(await driver.waiting()).toEqual(['I']);
    expect((await visits(driver)).at(-1)).toMatchObject({ nodeId: 'I', scopeIds: ['sub'] });
    await back(driver, 'A');
    expect(await driver.waiting()).toEqual(['A']);
    for (const node of ['A', 'I', 'J', 'Z']) await driver.act('jia', node);
    expect(await driver.instance()).toMatchObject({ status: 'COMPLETED' });
  });

  it('ends a called case that is left, and starts a new one when the call comes again', async () => {
    // given
    const driver = await start('caller', 'A');
    const [child] = (await app.as('jia').read((tx) => app.instances.list(tx, { definitionKey: 'line', status: 'RUNNING' }))).items;
    expect(await app.as('jia').read((tx) => app.instances.parentOf(tx, child?.id ?? ''))).toMatchObject({ instanceId: driver.instanceId });
    // when
    await back(driver, 'A');
    // then
    expect(await driver.waiting()).toEqual(['A']);
    expect(await ProcessDriver.of(app, child?.id ?? '').instance()).toMatchObject({ status: 'TERMINATED' });
    await driver.act('jia', 'A');
    expect(await driver.waiting()).toEqual(['call']);
  });

  it('listens for a message again', async () => {
    // given
    const driver = await start('mail', 'A');
    await driver.message('paid');
    // when
    await back(driver, 'A');
    await driver.act('jia', 'A');
    await driver.message('paid');
    // then
    expect(await driver.waiting()).toEqual(['Z']);
  });

  it('jumps to another step of the same scope, forward too', async () => {
    // given
    const driver = await start('line');
    const { executionId } = await driver.openTask('A');
    // when
    const jump = { instanceId: driver.instanceId, executionId, nodeId: 'C', cause: 'jump' as const, reason: '令' };
    await app.as('chief').run((tx) => app.moves.jump(tx, jump));
    // then
    expect(await driver.waiting()).toEqual(['C']);
    expect((await driver.tasks())[0]).toMatchObject({ nodeId: 'A', state: 'CANCELLED' });
    await driver.act('jia', 'C');
    expect(await driver.instance()).toMatchObject({ status: 'COMPLETED' });
  });

  it('takes back a jump like any other act', async () => {
    // given
    const driver = await start('line');
    const { executionId } = await driver.openTask('A');
    await app.as('chief').run((tx) => app.moves.jump(tx, { instanceId: driver.instanceId, executionId, nodeId: 'C', cause: 'jump' }));
    // when
    await back(driver, 'A');
    // then
    expect(await driver.waiting()).toEqual(['A']);
  });

  it('refuses a visit that does not count any more', async () => {
    // given
    const driver = await start('line', 'A', 'B');
    const old = await ended(driver, 'B');
    await back(driver, 'A');
    // when
    const again = app.as('jia').run((tx) => app.moves.back(tx, { instanceId: driver.instanceId, reopen: [old], cause: 'return' }));
    // then
    await expect(again).rejects.toMatchObject({ code: 'engine.NOT_REACHABLE', kind: 'conflict' });
  });

  it('tells behaviors what brought the token', async () => {
    // given
    const driver = await start('line', 'A');
    // when
    await back(driver, 'A');
    await driver.act('jia', 'A');
    // then
    expect(book.causes).toEqual(['A flow', 'B flow', 'A return', 'B flow']);
  });

  it('shows in a dry run what it would do, and does nothing', async () => {
    // given
    const driver = await start('branches', 'A', 'L1');
    const before = await driver.instance();
    const reopen = [await ended(driver, 'A')];
    const work = (tx: Parameters<TestApp['moves']['back']>[0]): Promise<InstanceView> =>
      app.moves.back(tx, { instanceId: driver.instanceId, reopen, cause: 'return' });
    // when
    const told = await app.as('jia').operate({ dryRun: true }, work);
    // then
    expect(told).toMatchObject({ dryRun: true, result: { waiting: [{ nodeId: 'A' }] } });
    expect(told.affected.map(({ kind, nodeId }) => `${kind} ${nodeId ?? ''}`)).toEqual([
      'moved ',
      'taskCancelled R',
      'taskCancelled L2',
      'taskCreated A',
    ]);
    expect(await driver.instance()).toEqual(before);
    // and the real thing has the same effect
    const done = await app.as('jia').operate({ dryRun: false }, work);
    const effects = (all: typeof told): unknown => all.affected.map(({ kind, nodeId, personId }) => [kind, nodeId, personId]);
    expect(effects(done)).toEqual(effects(told));
    expect(await driver.waiting()).toEqual(['A']);
  });

  it('surveys in a query what each step back would do, the same as the preview under the lock', async () => {
    // given
    const driver = await start('branches', 'A', 'L1', 'R');
    // when
    const { visits: seen, undoing } = await app.as('reader').read((tx) => app.moves.survey(tx, driver.instanceId));
    // then
    expect(seen).toEqual(await visits(driver));
    for (const nodeId of ['A', 'L1', 'R']) expect(undoing.get(await ended(driver, nodeId))).toEqual(await preview(driver, nodeId));
    expect(undoing.size).toBe(3);
    // and of a case that has ended nothing can be reopened
    for (const node of ['L2', 'Z']) await driver.act('jia', node);
    const after = await app.as('reader').read((tx) => app.moves.survey(tx, driver.instanceId));
    expect(after.undoing.size).toBe(0);
    expect(after.visits.length).toBeGreaterThan(0);
  });

  it('keeps the course short: it is as long as the way that counts', async () => {
    // given
    const driver = await start('line', 'A');
    for (let round = 0; round < 20; round += 1) {
      await driver.act('jia', 'B');
      await back(driver, 'B');
    }
    // then
    expect(await visits(driver)).toHaveLength(2);
  });
});
