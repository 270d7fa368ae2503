import type { HeldTasks, TaskQuery, TaskView } from '@fashen/plugin-api';
import { watchStatements } from '@fashen/database';
import { createTestApp, ProcessDriver, type TestApp, verifyInvariants } from '@fashen/testing';
import { deskFile, held } from './desk-model';
import { book, deskPlugin, resetBook } from './desk-plugin';
import { ends, flows } from './kernel/model-text';

const actors = {
  ding: { roles: ['reviewer'], unitId: 'legal', name: '丁样例' },
  bing: { roles: ['reviewer'], unitId: 'legal', name: '丙样例' },
  mao: { roles: ['reviewer'], unitId: 'squad-2' },
};

const RACES = 20;

describe('human tasks', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp({ plugins: [deskPlugin], actors });
    await app.publish(
      deskFile(
        `${ends}${held('A', 'candidates="role:reviewer@legal person:jia"')}${held('B', 'assignee="jia"')}${flows('s -> A -> B -> e')}`,
        '',
        'two',
      ),
    );
  });
  afterAll(() => app.close());
  beforeEach(resetBook);
  afterEach(async () => expect(await verifyInvariants(app.database.dataSource, app.host.moddles)).toEqual([]));

  const start = (title?: string): Promise<ProcessDriver> =>
    ProcessDriver.start(app, { definitionKey: 'two', as: 'starter', ...(title && { title }) });

  it('lets a candidate act, who claims it by that', async () => {
    // given
    const driver = await start();
    expect(await driver.openTask('A')).toMatchObject({ state: 'READY', candidates: ['role:reviewer@legal', 'person:jia'], rowVersion: 1 });
    // when
    await driver.act('bing', 'A');
    // then
    expect(await driver.tasks()).toMatchObject([{ state: 'DONE', assigneeId: 'bing', endedBy: 'bing' }, { nodeId: 'B' }]);
  });

  it.each(['mao', 'nobody', 'starter'])('refuses %s, who is no candidate', async (person) => {
    // given
    const driver = await start();
    // when
    const act = driver.act(person, 'A');
    // then
    await expect(act).rejects.toMatchObject({ code: 'engine.NOT_YOUR_TASK', kind: 'forbidden' });
  });

  it('refuses a candidate once somebody holds it', async () => {
    // given
    const driver = await start();
    const task = await driver.openTask('A');
    await app.as('ding').run((tx) => app.tasks.assign(tx, task.id, { assigneeId: 'ding' }, 'claimed'));
    // when
    const act = driver.act('bing', 'A');
    // then
    await expect(act).rejects.toMatchObject({ code: 'engine.NOT_YOUR_TASK' });
    expect(book.heard.at(-1)).toMatchObject({
      name: 'engine.taskAssigned',
      reason: 'claimed',
      payload: { taskId: task.id, assigneeId: 'ding' },
      before: {},
      after: { assigneeId: 'ding' },
    });
  });

  it('gives a released task back to its candidates', async () => {
    // given
    const driver = await start();
    const { id } = await driver.openTask('A');
    await app.as('ding').run((tx) => app.tasks.assign(tx, id, { assigneeId: 'ding' }));
    // when
    const released = await app.as('ding').run((tx) => app.tasks.assign(tx, id, {}));
    // then
    expect(released).toMatchObject({ state: 'READY', candidates: ['role:reviewer@legal', 'person:jia'], rowVersion: 3 });
    expect(released.assigneeId).toBeUndefined();
    await driver.act('bing', 'A');
  });

  it('lets one of two who act at the same moment on two nodes win and tells the other who and when', async () => {
    // given
    const other = await app.secondNode();
    for (let race = 0; race < RACES; race += 1) {
      const driver = await start();
      const { id } = await driver.openTask('A');
      // when
      const ends = await Promise.allSettled([
        app.as('ding').run((tx) => app.tasks.complete(tx, id, { outcome: 'ding' })),
        other.as('bing').run((tx) => other.tasks.complete(tx, id, { outcome: 'bing' })),
      ]);
      // then
      const winner = ends[0].status === 'fulfilled' ? 'ding' : 'bing';
      const lost = ends.filter((end) => end.status === 'rejected');
      expect(lost.map(({ reason }) => reason as unknown)).toMatchObject([
        {
          code: 'engine.TASK_ENDED',
          kind: 'conflict',
          params: { by: winner, byName: actors[winner].name, at: app.clock.now().toISOString() },
        },
      ]);
      expect(await driver.tasks()).toMatchObject([{ outcome: winner, endedBy: winner }, { nodeId: 'B' }]);
    }
    await other.close();
  });

  it('refuses a version that is not the latest', async () => {
    // given
    const driver = await start();
    const { id, rowVersion } = await driver.openTask('A');
    await app.as('ding').run((tx) => app.tasks.assign(tx, id, { assigneeId: 'ding' }));
    // when
    const stale = app.as('ding').run((tx) => app.tasks.complete(tx, id, { expectedVersion: rowVersion }));
    // then
    await expect(stale).rejects.toMatchObject({ code: 'engine.STALE', params: { expected: 1, actual: 2 } });
    await app.as('ding').run((tx) => app.tasks.complete(tx, id, { expectedVersion: 2 }));
  });

  it('is refused for an unknown id', async () => {
    await expect(app.as('ding').run((tx) => app.tasks.complete(tx, 'unknown', {}))).rejects.toMatchObject({ code: 'engine.TASK_MISSING' });
    await expect(app.as('ding').read((tx) => app.tasks.require(tx, 'unknown'))).rejects.toMatchObject({ code: 'engine.TASK_MISSING' });
  });

  it('asks the behavior before it ends, and keeps everything as it was when that says no', async () => {
    // given
    const driver = await start();
    book.refuses = 'A';
    // when
    const refused = driver.act('ding', 'A', { output: { opinion: 'x' }, outcome: { agrees: true } });
    // then
    await expect(refused).rejects.toMatchObject({ code: 'desk.REFUSED' });
    expect(book.completions).toEqual([{ output: { opinion: 'x' }, outcome: { agrees: true } }]);
    expect(await driver.openTask('A')).toMatchObject({ state: 'READY', rowVersion: 1 });
  });

  it('keeps everything as it was when a subscriber says no', async () => {
    // given
    const driver = await start();
    book.vetoes = 'engine.taskCompleted';
    // when
    const vetoed = driver.act('ding', 'A');
    // then
    await expect(vetoed).rejects.toMatchObject({ code: 'desk.VETOED' });
    expect(await driver.openTask('A')).toMatchObject({ state: 'READY', rowVersion: 1 });
    expect(await driver.waiting()).toEqual(['A']);
  });

  it('needs seven statements to end a task whose successor somebody holds', async () => {
    // given
    const driver = await start();
    const { id } = await driver.openTask('A');
    await app.as('ding').run((tx) => app.tasks.assign(tx, id, { assigneeId: 'ding' }));
    const context = await app.as('ding').context();
    const statements: string[] = [];
    // when
    const stop = watchStatements(app.database.dataSource, (sql) => statements.push(sql.replace(/\s+/g, ' ')));
    await app.units.run(context, (tx) => app.tasks.complete(tx, id, { output: { a: 1 } }));
    stop();
    // then
    expect(statements).toEqual([
      expect.stringMatching(/^(START|BEGIN) TRANSACTION/),
      expect.stringMatching(/^SELECT i\.id, .* FOR UPDATE$/),
      expect.stringMatching(/^UPDATE engine_task SET state = 'DONE'/),
      expect.stringMatching(/^INSERT INTO engine_task \(/),
      expect.stringMatching(/^UPDATE engine_instance/),
      expect.stringMatching(/^INSERT INTO engine_outbox/),
      'COMMIT',
    ]);
  });
});

describe('the inbox', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp({ plugins: [deskPlugin], actors });
    const model = (key: string, attributes: string): string => deskFile(`${ends}${held('A', attributes)}${flows('s -> A -> e')}`, '', key);
    await app.publish(model('held', 'assignee="ding" dueIn="48"'));
    await app.publish(model('soon', 'assignee="ding" dueIn="1"'));
    await app.publish(model('some-day', 'assignee="ding"'));
    await app.publish(model('open', 'candidates="role:reviewer unit:legal" dueIn="5"'));
    await app.publish(model('open-soon', 'candidates="person:ding" dueIn="2"'));
    for (const key of ['held', 'some-day', 'soon', 'open', 'open-soon', 'held'])
      await ProcessDriver.start(app, { definitionKey: key, title: `100%_${key}` });
  });
  afterAll(() => app.close());

  const list = async (person: string, query: TaskQuery): Promise<readonly TaskView[]> =>
    (await app.as(person).read((tx) => app.tasks.list(tx, query))).items;
  const keys = (tasks: readonly TaskView[]): readonly string[] => tasks.map(({ definitionKey }) => definitionKey);

  it('shows what I hold, the earliest due first and those without a term last', async () => {
    expect(keys(await list('ding', { view: 'assigned' }))).toEqual(['soon', 'held', 'held', 'some-day']);
    expect(await list('bing', { view: 'assigned' })).toEqual([]);
  });

  it('shows what I may claim once, however many ways I may', async () => {
    expect(keys(await list('ding', { view: 'claimable' }))).toEqual(['open-soon', 'open']);
    expect(keys(await list('mao', { view: 'claimable' }))).toEqual(['open']);
    expect(keys(await list('jia', { view: 'claimable' }))).toEqual([]);
  });

  it.each(['assigned', 'claimable'] as const)('pages %s by key without loss or repetition', async (view) => {
    // given
    const whole = await list('ding', { view });
    // when
    const paged: TaskView[] = [];
    for (let after: string | undefined, done = false; !done;) {
      const page = await app.as('ding').read((tx) => app.tasks.list(tx, { view, limit: 1, ...(after && { after }) }));
      paged.push(...page.items);
      after = page.next;
      done = !page.next;
    }
    // then
    expect(paged).toEqual(whole);
  });

  it('finds by title, number, step and process, with % and _ meaning themselves', async () => {
    expect(keys(await list('ding', { view: 'assigned', text: '100%_so' }))).toEqual(['soon', 'some-day']);
    expect(await list('ding', { view: 'assigned', text: '100_%' })).toEqual([]);
    expect(keys(await list('ding', { view: 'claimable', text: 'open-s' }))).toEqual(['open-soon']);
    expect(keys(await list('ding', { view: 'assigned', definitionKey: 'soon' }))).toEqual(['soon']);
  });

  it('counts each view', async () => {
    expect(await app.as('ding').read((tx) => app.tasks.count(tx))).toEqual({ assigned: 4, claimable: 2, done: 0 });
  });

  it('keeps to scopes, and out of them, in list and number', async () => {
    const soon = { processes: ['soon'], nodes: [] };
    const nowhere = { processes: ['soon'], nodes: ['nowhere'] };
    const both = async (held: HeldTasks): Promise<readonly [readonly string[], number]> => {
      const found = keys(await list('ding', { view: 'assigned', ...held }));
      return [found, (await app.as('ding').read((tx) => app.tasks.count(tx, held))).assigned];
    };
    const [all] = await both({});
    expect(await both({ within: [soon] })).toEqual([['soon'], 1]);
    expect(await both({ within: [nowhere, soon] })).toEqual([['soon'], 1]);
    expect(await both({ within: [nowhere] })).toEqual([[], 0]);
    expect(await both({ within: [] })).toEqual([[], 0]);
    expect(await both({ outside: [soon, nowhere] })).toEqual([all.filter((key) => key !== 'soon'), all.length - 1]);
    expect(await both({ outside: [] })).toEqual([all, all.length]);
    expect(await both({ within: [{ processes: [], nodes: [] }], outside: [soon] })).toEqual([all.filter((key) => key !== 'soon'), 3]);
  });

  it('shows what I have done, the latest first', async () => {
    // given
    for (const task of await list('ding', { view: 'assigned', text: 'soon' })) {
      app.clock.advance({ minutes: 1 });
      await app.as('ding').run((tx) => app.tasks.complete(tx, task.id, {}));
    }
    const [held] = await list('ding', { view: 'assigned', definitionKey: 'held' });
    app.clock.advance({ minutes: 1 });
    await app.as('ding').run((tx) => app.tasks.complete(tx, held?.id ?? '', {}));
    // then
    expect(keys(await list('ding', { view: 'done' }))).toEqual(['held', 'soon']);
    expect(await app.as('ding').read((tx) => app.tasks.count(tx))).toEqual({ assigned: 2, claimable: 2, done: 2 });
  });

  it('refuses a page key of somewhere else', async () => {
    await expect(list('ding', { view: 'assigned', after: 'bm9uc2Vuc2U' })).rejects.toMatchObject({ code: 'engine.PAGE_KEY_INVALID' });
  });
});
