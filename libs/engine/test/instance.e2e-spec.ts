import { createHash } from 'node:crypto';
import { newId } from '@fashen/database';
import { countStatements, createTestApp, ProcessDriver, type TestApp, verifyInvariants } from '@fashen/testing';
import { DefinitionRepository } from '../definition/definition.repository';
import { auto, deskFile, held } from './desk-model';
import { book, deskPlugin, resetBook } from './desk-plugin';
import { ends, flows, message, roots, timer } from './kernel/model-text';

const plain = deskFile(
  `${ends}${held('A', 'assignee="jia"')}${held('B', 'candidates="role:reviewer person:bing"')}${flows('s -> A -> B -> e')}`,
  '',
  'plain',
);

describe('a process instance', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp({
      plugins: [deskPlugin],
      actors: { ding: { roles: ['reviewer'], unitId: 'legal' }, jia: { unitId: 'squad-1' }, chief: { permissions: ['case.readAll'] } },
    });
    await app.publish(plain);
  });
  afterAll(() => app.close());
  beforeEach(resetBook);
  afterEach(async () => expect(await verifyInvariants(app.database.dataSource, app.host.moddles)).toEqual([]));

  const start = (variables = {}): Promise<ProcessDriver> => ProcessDriver.start(app, { definitionKey: 'plain', variables });

  it('goes from start over tasks to the end', async () => {
    // given
    const driver = await start({ amount: 1 });
    expect(await driver.instance()).toMatchObject({
      status: 'RUNNING',
      variables: { amount: 1 },
      revision: 1,
      startedBy: 'jia',
      unitId: 'squad-1',
    });
    expect(await driver.waiting()).toEqual(['A']);
    // when
    const afterA = await driver.act('jia', 'A', { output: { amount: 2 }, outcome: 'done' });
    const afterB = await driver.act('ding', 'B', { checked: true });
    // then
    expect(afterA).toMatchObject({ status: 'RUNNING', variables: { amount: 2 }, waiting: [{ nodeId: 'B' }] });
    expect(afterB).toMatchObject({
      status: 'COMPLETED',
      variables: { amount: 2, checked: true },
      endNodeId: 'e',
      waiting: [],
      endedAt: app.clock.now(),
    });
    expect(await driver.instance()).toEqual(afterB);
    expect(afterB.trail).toEqual({ nodes: { s: 1, A: 1, B: 1, e: 1 }, flows: { s_A: 1, A_B: 1, B_e: 1 } });
    expect(await driver.tasks()).toMatchObject([
      { nodeId: 'A', state: 'DONE', endedBy: 'jia', outcome: 'done', rowVersion: 2 },
      { nodeId: 'B', state: 'DONE', endedBy: 'ding', assigneeId: 'ding' },
    ]);
  });

  it('tells what happened, in order, with who and what', async () => {
    // given
    const driver = await start();
    expect(book.heard.map(({ name }) => name)).toEqual(['engine.instanceStarted', 'engine.taskCreated', 'engine.advanced']);
    await driver.act('jia', 'A', { output: { amount: 2 }, outcome: 'agreed', reason: 'complete' });
    resetBook();
    // when
    await driver.act('ding', 'B', { checked: true });
    // then
    expect(book.heard.map(({ name }) => name)).toEqual([
      'engine.taskAssigned',
      'engine.taskCompleted',
      'engine.advanced',
      'engine.instanceEnded',
    ]);
    expect(book.heard[0]).toMatchObject({ instanceId: driver.instanceId, before: {}, after: { assigneeId: 'ding' } });
    expect(book.heard[1]?.payload).toMatchObject({
      nodeId: 'B',
      output: { checked: true },
      outputHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(book.heard[2]?.payload).toEqual({
      ...{ entered: ['e'], taken: ['B_e'], waiting: [] },
      acts: [{ kind: 'complete', executionId: '2' }],
    });
    expect(book.heard[3]?.payload).toEqual({ status: 'COMPLETED', endNodeId: 'e' });
  });

  it('keeps each case number of a process once', async () => {
    // given
    await ProcessDriver.start(app, { definitionKey: 'plain', businessKey: 'taken' });
    // when
    const again = ProcessDriver.start(app, { definitionKey: 'plain', businessKey: 'taken' });
    // then
    await expect(again).rejects.toMatchObject({ code: 'engine.BUSINESS_KEY_TAKEN', params: { businessKey: 'taken' } });
  });

  it('is refused for a process nobody has published', async () => {
    await expect(ProcessDriver.start(app, { definitionKey: 'unknown' })).rejects.toMatchObject({ code: 'engine.NO_SUCH_PROCESS' });
  });

  it('merges variables, also several times within one unit together with a completion', async () => {
    // given
    const driver = await start({ party: { name: 'x', type: 'CITIZEN' }, kept: 1 });
    const task = await driver.openTask('A');
    // when
    await app.as('jia').run(async (tx) => {
      await app.instances.setVariables(tx, driver.instanceId, { party: { type: null } });
      await app.instances.setVariables(tx, driver.instanceId, { added: [1] });
      await app.tasks.complete(tx, task.id, { output: { party: { name: 'y' } } });
    });
    // then
    expect((await driver.instance()).variables).toEqual({ party: { name: 'y' }, kept: 1, added: [1] });
    expect((await driver.instance()).revision).toBe(4);
  });

  describe('says in its row what plugins keep about it', () => {
    const keeps = (id: string, what: string): Promise<boolean> => app.as('jia').read((tx) => app.instances.isFlagged(tx, id, what));

    it('nothing at first, then what was said, once, and not what a failed unit said', async () => {
      // given
      const { instanceId } = await start();
      expect(await keeps(instanceId, 'desk.notes')).toBe(false);
      // when
      const failed = app.as('jia').run(async (tx) => {
        await app.instances.flag(tx, instanceId, 'desk.lost');
        throw new Error('no');
      });
      await expect(failed).rejects.toThrow('no');
      for (const what of ['desk.notes', 'desk.seats', 'desk.notes'])
        await app.as('jia').run((tx) => app.instances.flag(tx, instanceId, what));
      // then
      expect(await keeps(instanceId, 'desk.notes')).toBe(true);
      expect(await keeps(instanceId, 'desk.lost')).toBe(false);
      const [row] = await app.database.dataSource.query<{ flags: string }[]>('SELECT flags FROM engine_instance WHERE id = ?', [
        instanceId,
      ]);
      expect(row?.flags).toBe('["desk.notes","desk.seats"]');
    });

    it('stays with it through later commands, and is read with the lock', async () => {
      // given
      const driver = await start();
      const { id } = await driver.openTask('A');
      // when
      const counted = await app.as('jia').run(async (tx) => {
        await app.instances.flag(tx, driver.instanceId, 'desk.notes');
        await app.tasks.complete(tx, id, {});
        return countStatements(app.database.dataSource, () => app.instances.isFlagged(tx, driver.instanceId, 'desk.notes'));
      });
      // then
      expect(counted).toEqual({ result: true, statements: 0 });
      expect(await keeps(driver.instanceId, 'desk.notes')).toBe(true);
    });

    it('an instance from before flags may have anything', async () => {
      // given
      const { instanceId } = await start();
      await app.database.dataSource.query('UPDATE engine_instance SET flags = NULL WHERE id = ?', [instanceId]);
      // when
      await app.as('jia').run((tx) => app.instances.flag(tx, instanceId, 'desk.notes'));
      // then
      expect(await keeps(instanceId, 'desk.seats')).toBe(true);
    });
  });

  it('leaves nothing of a unit that fails after the command', async () => {
    // given
    const driver = await start();
    const before = await driver.instance();
    const task = await driver.openTask('A');
    // when
    const failed = app.as('jia').run(async (tx) => {
      await app.tasks.complete(tx, task.id, { output: { lost: true } });
      throw new Error('no');
    });
    // then
    await expect(failed).rejects.toThrow('no');
    expect(await driver.instance()).toEqual(before);
    expect(await driver.openTask('A')).toEqual(task);
  });

  it('ends at once when it is terminated, and its tasks with it', async () => {
    // given
    const driver = await start();
    resetBook();
    // when
    await app.as('chief').run((tx) => app.instances.terminate(tx, driver.instanceId, 'filed twice'));
    // then
    expect(await driver.instance()).toMatchObject({ status: 'TERMINATED', waiting: [] });
    expect(await driver.tasks()).toMatchObject([{ nodeId: 'A', state: 'CANCELLED', endedBy: 'chief' }]);
    expect(book.heard.map(({ name }) => name)).toEqual([
      'engine.taskCancelled',
      'engine.advanced',
      'engine.instanceEnded',
      'engine.instanceTerminated',
    ]);
    expect(book.heard.at(-1)).toMatchObject({ reason: 'filed twice', payload: { status: 'TERMINATED' } });
    expect(book.cancelled).toEqual(['A:task']);
  });

  it('accepts nothing after its end', async () => {
    // given
    const driver = await start();
    await app.as('jia').run((tx) => app.instances.terminate(tx, driver.instanceId, 'x'));
    const inUnit = (work: (id: string) => Parameters<ReturnType<TestApp['as']>['run']>[0]) => app.as('jia').run(work(driver.instanceId));
    // then
    await expect(inUnit((id) => (tx) => app.instances.setVariables(tx, id, { a: 1 }))).rejects.toMatchObject({
      code: 'engine.INSTANCE_ENDED',
    });
    await expect(inUnit((id) => (tx) => app.instances.terminate(tx, id, 'again'))).rejects.toMatchObject({ code: 'engine.INSTANCE_ENDED' });
    await expect(driver.message('paid')).rejects.toMatchObject({ code: 'engine.INSTANCE_ENDED' });
    await expect(inUnit(() => (tx) => app.instances.require(tx, 'nobody'))).rejects.toMatchObject({ code: 'engine.INSTANCE_MISSING' });
  });

  it('receives a message where somebody waits for it, and is told when nobody does', async () => {
    // given
    await app.publish(
      deskFile(`${ends}<receiveTask id="R" messageRef="M"/>${held('A', 'assignee="jia"')}${flows('s -> R -> A -> e')}`, roots, 'mail'),
    );
    const driver = await ProcessDriver.start(app, { definitionKey: 'mail' });
    await expect(driver.message('refused')).rejects.toMatchObject({ code: 'engine.NOBODY_LISTENS', params: { name: 'refused' } });
    // when
    await driver.message('paid', { amount: 100 });
    // then
    expect(await driver.waiting()).toEqual(['A']);
    expect((await driver.instance()).variables).toEqual({ amount: 100 });
    expect(book.heard.map(({ name }) => name)).toContain('engine.messageReceived');
  });

  it('starts at a message start event', async () => {
    // given
    const inside = `<startEvent id="m">${message}</startEvent><endEvent id="e"/>${held('A', 'assignee="jia"')}${flows('m -> A -> e')}`;
    await app.publish(deskFile(inside, roots, 'by-message'));
    // when
    const driver = await ProcessDriver.start(app, { definitionKey: 'by-message', messageName: 'paid', variables: { from: 'portal' } });
    // then
    expect((await driver.instance()).trail.nodes).toEqual({ m: 1, A: 1 });
    await expect(ProcessDriver.start(app, { definitionKey: 'by-message' })).rejects.toMatchObject({ code: 'engine.NO_SUCH_START' });
    await expect(ProcessDriver.start(app, { definitionKey: 'by-message', messageName: 'other' })).rejects.toMatchObject({
      code: 'engine.NO_SUCH_START',
    });
  });

  it('starts by itself at a timer start event, once, of the latest version', async () => {
    // given
    const model = (name: string): string =>
      deskFile(
        `<startEvent id="t">${timer('P1D')}</startEvent><endEvent id="e"/>${held('A', 'assignee="jia"')}${flows('t -> A -> e')}`,
        '',
        'yearly',
      ).replace('isExecutable', `name="${name}" isExecutable`);
    await app.publish(model('old'));
    await app.publish(model('new'));
    // when
    app.clock.advance({ days: 1 });
    await app.work();
    await app.work();
    // then
    const { items } = await app.as('chief').read((tx) => app.instances.list(tx, { definitionKey: 'yearly' }));
    expect(items).toMatchObject([{ definitionVersion: 2, startedBy: 'system', status: 'RUNNING' }]);
  });

  it('undoes everything when the model runs on without end', async () => {
    // given
    const loop = `<exclusiveGateway id="join"/><exclusiveGateway id="again" default="again_e"/>${auto('S', 'complete', 'x')}`;
    const inside = `${ends}${held('A', 'assignee="jia"')}${loop}${flows('s -> A -> join -> S -> again -> e', 'again -[endless]-> join')}`;
    await publishUnchecked(app, deskFile(inside, '', 'endless'));
    const driver = await ProcessDriver.start(app, { definitionKey: 'endless' });
    const before = await driver.instance();
    // when
    const endless = driver.act('jia', 'A', { endless: true });
    // then
    await expect(endless).rejects.toMatchObject({ code: 'engine.BUDGET_EXCEEDED' });
    expect(await driver.instance()).toEqual(before);
    expect(await driver.act('jia', 'A', { endless: false })).toMatchObject({ status: 'COMPLETED' });
  });
});

/** The gate refuses this drawing; the engine must survive one that came past it. */
async function publishUnchecked(app: TestApp, xml: string): Promise<void> {
  const id = newId();
  const view = { id, key: 'endless', version: 1, name: 'endless', hash: createHash('sha256').update(xml).digest('hex'), reason: '' };
  await app.as('modeler').run((tx) => app.get(DefinitionRepository).add(tx, { ...view, publishedBy: 'modeler', publishedAt: tx.now }, xml));
}
