import type { Incident } from '@fashen/plugin-api';
import { createTestApp, ProcessDriver, type TestApp, verifyInvariants } from '@fashen/testing';
import { auto, deskFile, held } from './desk-model';
import { book, deskPlugin, resetBook } from './desk-plugin';
import { ends, error, flows, message, roots, timer } from './kernel/model-text';

const mine = 'assignee="jia"';
const caught = (host: string): string => `<boundaryEvent id="x" attachedToRef="${host}">${error}</boundaryEvent>`;

describe('automatic steps', () => {
  let app: TestApp;

  beforeEach(async () => {
    resetBook();
    app = await createTestApp({ plugins: [deskPlugin] });
  });
  afterEach(async () => {
    expect(await verifyInvariants(app.database.dataSource, app.host.moddles)).toEqual([]);
    await app.close();
  });

  const start = async (inside: string): Promise<ProcessDriver> => {
    const { key } = await app.publish(deskFile(inside, roots));
    return ProcessDriver.start(app, { definitionKey: key });
  };
  const incidents = async (): Promise<readonly Incident[]> => (await app.as('yin').read((tx) => app.jobs.incidents(tx, {}))).items;

  it('are carried out one after the other within the command that reaches them', async () => {
    // when
    const driver = await start(
      `${ends}${auto('S', 'complete', 'first')}${auto('T', 'complete', 'second')}${held('A', mine)}${flows('s -> S -> T -> A -> e')}`,
    );
    // then
    expect(await driver.instance()).toMatchObject({ waiting: [{ nodeId: 'A' }], revision: 1, variables: { first: true, second: true } });
    expect(await driver.tasks()).toHaveLength(1);
  });

  it('throw drawn errors that a boundary event catches', async () => {
    // when
    const driver = await start(
      `${ends}${auto('S', 'bpmnError', 'E1')}${held('A', mine)}${caught('S')}${flows('s -> S -> e', 'x -> A -> e')}`,
    );
    // then
    expect(await driver.waiting()).toEqual(['A']);
  });

  it('fail the case with a drawn error that nobody catches', async () => {
    // when
    const driver = await start(
      `${ends}${auto('S', 'bpmnError', 'E2')}${held('A', mine)}${caught('S')}${flows('s -> S -> e', 'x -> A -> e')}`,
    );
    // then
    expect(await driver.instance()).toMatchObject({ status: 'FAILED', waiting: [] });
    expect(book.heard.find(({ name }) => name === 'engine.instanceEnded')?.payload).toEqual({ status: 'FAILED', error: 'E2' });
  });

  it('become jobs that complete them outside of the command, with what the job answers', async () => {
    // given
    book.outcome = { kind: 'complete', output: { number: 7 } };
    const driver = await start(`${ends}${auto('S', 'job', 'sent')}${held('A', mine)}${flows('s -> S -> A -> e')}`);
    expect(await driver.waiting()).toEqual(['S']);
    expect(book.jobs).toEqual([]);
    // when
    await app.work();
    // then
    expect(book.jobs).toEqual([{ payload: { set: 'sent' }, attempt: 1 }]);
    expect(await driver.instance()).toMatchObject({ waiting: [{ nodeId: 'A' }], variables: { number: 7 } });
  });

  it('throw drawn errors from a job', async () => {
    // given
    book.outcome = { kind: 'bpmnError', code: 'E1' };
    const driver = await start(`${ends}${auto('S', 'job', 'sent')}${held('A', mine)}${caught('S')}${flows('s -> S -> e', 'x -> A -> e')}`);
    // when
    await app.work();
    // then
    expect(await driver.waiting()).toEqual(['A']);
  });

  it('hand jobs what the engine element maps', async () => {
    // given
    const sending = `<sendTask id="S"><extensionElements><engine:job type="desk.do" input="= {to: party.name, twice: count * 2}"/></extensionElements></sendTask>`;
    const { key } = await app.publish(deskFile(`${ends}${sending}${flows('s -> S -> e')}`));
    // when
    await ProcessDriver.start(app, { definitionKey: key, variables: { party: { name: 'x' }, count: 2 } });
    await app.work();
    // then
    expect(book.jobs).toMatchObject([{ payload: { to: 'x', twice: 4 } }]);
  });

  it('are tried again with growing pauses, then wait for an operator, then go on when told', async () => {
    // given
    book.failJobs = 3;
    const driver = await start(`${ends}${auto('S', 'job', 'sent')}${flows('s -> S -> e')}`);
    // when
    await app.work();
    app.clock.advance({ seconds: 9 });
    await app.work();
    expect(book.jobs).toHaveLength(1);
    app.clock.advance({ seconds: 1 });
    await app.work();
    app.clock.advance({ seconds: 20 });
    await app.work();
    app.clock.advance({ days: 9 });
    await app.work();
    // then
    expect(book.jobs.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    const [incident] = await incidents();
    expect(incident).toMatchObject({
      type: 'desk.do',
      instanceId: driver.instanceId,
      attempts: 3,
      error: expect.stringContaining('Error'),
    });
    expect(incident?.error).not.toContain('other side');
    expect(book.heard.at(-1)).toMatchObject({ name: 'engine.jobStuck', instanceId: driver.instanceId });
    // when
    await app.as('yin').run((tx) => app.jobs.retry(tx, incident?.jobId ?? ''));
    await app.work();
    // then
    expect(await driver.instance()).toMatchObject({ status: 'COMPLETED' });
    expect(await incidents()).toEqual([]);
    await expect(app.as('yin').run((tx) => app.jobs.retry(tx, incident?.jobId ?? ''))).rejects.toMatchObject({
      code: 'engine.JOB_MISSING',
    });
  });

  it('are refused at publication when nothing answers for them', async () => {
    // when
    const findings = await app.definitions.check(deskFile(`${ends}<serviceTask id="S"/>${flows('s -> S -> e')}`));
    // then
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'engine.needs-behavior', severity: 'error', elementId: 'S' }));
  });

  it('are refused at publication when they name a job nobody runs, or an expression that is none', async () => {
    // given
    const job = (attributes: string): string =>
      `<serviceTask id="S"><extensionElements><engine:job ${attributes}/></extensionElements></serviceTask>`;
    const check = async (attributes: string) =>
      (await app.definitions.check(deskFile(`${ends}${job(attributes)}${flows('s -> S -> e')}`))).filter(
        ({ severity }) => severity === 'error',
      );
    // then
    expect(await check('type="desk.do" input="= {a: 1}"')).toEqual([]);
    expect(await check('type="desk.other"')).toMatchObject([
      { rule: 'engine.unknown-job', elementId: 'S', params: { type: 'desk.other' } },
    ]);
    expect(await check('type="desk.do" input="= {a:"')).toMatchObject([{ rule: 'engine.bad-expression', elementId: 'S' }]);
  });

  it('become incidents when the plugin that answered has gone, and go on when it is back', async () => {
    // given
    const driver = await start(`${ends}${held('A', mine)}${auto('S', 'job', 'sent')}${flows('s -> A -> S -> e')}`);
    app = await app.restart([{ ...deskPlugin, behaviors: deskPlugin.behaviors?.slice(0, 1) ?? [] }]);
    // when
    await ProcessDriver.of(app, driver.instanceId).act('jia', 'A');
    // then
    const [incident] = await incidents();
    expect(incident).toMatchObject({ type: 'engine.noBehavior', instanceId: driver.instanceId, error: 'engine.NO_BEHAVIOR' });
    // when
    app = await app.restart([deskPlugin]);
    await app.as('yin').run((tx) => app.jobs.retry(tx, incident?.jobId ?? ''));
    await app.work();
    await app.work();
    // then
    expect(await ProcessDriver.of(app, driver.instanceId).instance()).toMatchObject({ status: 'COMPLETED' });
  });

  it('run in no job any more when the activity was left', async () => {
    // given
    const leaving = `<boundaryEvent id="m" attachedToRef="S">${message}</boundaryEvent>`;
    const driver = await start(`${ends}${auto('S', 'job', 'sent')}${leaving}${held('A', mine)}${flows('s -> S -> e', 'm -> A -> e')}`);
    // when
    await driver.message('paid');
    await app.work();
    // then
    expect(book.jobs).toEqual([]);
    expect(await driver.waiting()).toEqual(['A']);
  });

  it('hear when an activity is left without being completed', async () => {
    // given
    const leaving = `<boundaryEvent id="t" attachedToRef="A">${timer('P1D')}</boundaryEvent>`;
    const driver = await start(`${ends}${held('A', mine)}${leaving}${held('B', mine)}${flows('s -> A -> e', 't -> B -> e')}`);
    // when
    await driver.advance({ days: 1 });
    // then
    expect(book.cancelled).toEqual(['A:task']);
    expect(book.heard.find(({ name }) => name === 'engine.taskCancelled')?.payload).toMatchObject({ nodeId: 'A', cause: 't' });
    expect(await driver.tasks()).toMatchObject([
      { nodeId: 'A', state: 'CANCELLED', endedBy: 'system' },
      { nodeId: 'B', state: 'ASSIGNED' },
    ]);
  });
});
