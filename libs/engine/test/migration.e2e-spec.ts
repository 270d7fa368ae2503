import type { DefinitionView, MigrationMisfit } from '@fashen/plugin-api';
import { createTestApp, ProcessDriver, type TestApp, verifyInvariants } from '@fashen/testing';
import { deskFile, held } from './desk-model';
import { deskPlugin, resetBook } from './desk-plugin';
import { ends, flows, message, roots, timer } from './kernel/model-text';

const BY_JIA = 'assignee="jia"';
const people = (...ids: readonly string[]): string => ids.map((id) => held(id, BY_JIA)).join('');
const both = '<parallelGateway id="split"/><parallelGateway id="join"/>';

const ONE = `${ends}${people('A', 'B')}${flows('s -> A -> B -> e')}`;
const ADDED_BEHIND = `${ends}${people('A', 'B', 'C')}${flows('s -> A -> B -> C -> e')}`;
const ADDED_BEFORE = `${ends}${people('A', 'N', 'B')}${flows('s -> A -> N -> B -> e')}`;
const RENAMED = `${ends}${people('A', 'B2')}${flows('s -> A -> B2 -> e')}`;
const GONE = `${ends}${people('A')}${flows('s -> A -> e')}`;
const BRANCHES = `${ends}${both}${people('A', 'L', 'R', 'Z')}${flows('s -> A -> split -> L -> join -> Z -> e', 'split -> R -> join')}`;
const BRANCHES_MORE = `${ends}${both}${people('A', 'L', 'R', 'Z', 'Y')}${flows('s -> A -> split -> L -> join -> Z -> Y -> e', 'split -> R -> join')}`;
const term = `<boundaryEvent id="late" attachedToRef="B" cancelActivity="false">${timer('P3D')}</boundaryEvent>`;
const SHORTER = term.replace('P3D', 'P1D');
const mail = `<intermediateCatchEvent id="M1">${message}</intermediateCatchEvent>`;
const TIMED = (boundary: string): string =>
  `${ends}${people('A', 'B')}${boundary}<userTask id="chase"/><endEvent id="e2"/>${mail}${flows('s -> A -> B -> M1 -> e', 'late -> chase -> e2')}`;

describe('migration of running cases', () => {
  let app: TestApp;
  let next = 0;

  beforeAll(async () => {
    app = await createTestApp({ plugins: [deskPlugin] });
  });
  afterAll(() => app.close());
  beforeEach(resetBook);
  afterEach(async () => expect(await verifyInvariants(app.database.dataSource, app.host.moddles)).toEqual([]));

  async function versions(...bodies: readonly string[]): Promise<readonly DefinitionView[]> {
    next += 1;
    const made: DefinitionView[] = [];
    for (const body of bodies) made.push(await app.publish(deskFile(body, roots, `case_${next}`)));
    return made;
  }

  async function running(from: DefinitionView | undefined, ...done: readonly string[]): Promise<ProcessDriver> {
    const driver = await ProcessDriver.start(app, { definitionKey: from?.key ?? '', definitionId: from?.id ?? '' });
    for (const node of done) await driver.act('jia', node);
    return driver;
  }

  const move = (driver: ProcessDriver, to: DefinitionView | undefined, nodes: Record<string, string> = {}) => ({
    ...{ instanceId: driver.instanceId, definitionId: to?.id ?? '', nodes },
  });
  const misfit = (driver: ProcessDriver, to?: DefinitionView, nodes = {}): Promise<MigrationMisfit | undefined> =>
    app.as('ren').run((tx) => app.moves.misfit(tx, move(driver, to, nodes)));
  const migrate = (driver: ProcessDriver, to?: DefinitionView, nodes = {}) =>
    app.as('ren').run((tx) => app.moves.migrate(tx, { ...move(driver, to, nodes), reason: '新规施行' }));

  it('goes on in a version with a step added behind; its task stays the same row', async () => {
    // given
    const [one, two] = await versions(ONE, ADDED_BEHIND);
    const driver = await running(one, 'A');
    const before = await driver.openTask('B');
    // when
    expect(await misfit(driver, two)).toBeUndefined();
    await migrate(driver, two);
    // then
    expect(await driver.instance()).toMatchObject({ definitionId: two?.id, definitionVersion: 2 });
    expect(await driver.openTask('B')).toMatchObject({ id: before.id, definitionId: two?.id, assigneeId: 'jia' });
    await driver.act('jia', 'B');
    expect(await driver.waiting()).toEqual(['C']);
  });

  it('refuses a version whose way would stand elsewhere, and says where', async () => {
    // given
    const [one, before, gone] = await versions(ONE, ADDED_BEFORE, GONE);
    const driver = await running(one, 'A');
    // then
    expect(await misfit(driver, before)).toMatchObject({ problem: 'waitsElsewhere', nodeId: 'B', instead: ['N'] });
    expect(await misfit(driver, gone)).toMatchObject({ problem: 'nodeMissing', nodeId: 'B' });
    await expect(migrate(driver, before)).rejects.toMatchObject({ code: 'engine.NOT_MIGRATABLE' });
    expect(await driver.waiting()).toEqual(['B']);
  });

  it('follows a step that has another id', async () => {
    // given
    const [one, renamed] = await versions(ONE, RENAMED);
    const driver = await running(one, 'A');
    // when
    await migrate(driver, renamed, { B: 'B2' });
    // then
    expect(await driver.openTask('B2')).toMatchObject({ assigneeId: 'jia' });
    await driver.act('jia', 'B2');
    expect(await driver.instance()).toMatchObject({ status: 'COMPLETED' });
  });

  it('keeps tokens that wait at a join, and can be led back afterwards', async () => {
    // given
    const [one, two] = await versions(BRANCHES, BRANCHES_MORE);
    const driver = await running(one, 'A', 'L');
    // when
    await migrate(driver, two);
    await driver.restart();
    app = driver.app;
    await driver.act('jia', 'R');
    // then
    expect(await driver.waiting()).toEqual(['Z']);
    const visits = await app.as('jia').run((tx) => app.moves.visits(tx, driver.instanceId));
    const left = visits.find(({ nodeId }) => nodeId === 'L');
    await app
      .as('jia')
      .run((tx) => app.moves.back(tx, { instanceId: driver.instanceId, reopen: [left?.executionId ?? ''], cause: 'return' }));
    expect(await driver.waiting()).toEqual(['L']);
    for (const node of ['L', 'Z', 'Y']) await driver.act('jia', node);
    expect(await driver.instance()).toMatchObject({ status: 'COMPLETED' });
  });

  it('keeps the due time of a term that runs, and hears messages in the new version', async () => {
    // given
    const [one, two] = await versions(TIMED(term), TIMED(SHORTER));
    const driver = await running(one, 'A');
    // when
    await migrate(driver, two);
    await driver.advance({ days: 2 });
    // then
    expect(await driver.waiting()).toEqual(['B', 'late']);
    await driver.advance({ days: 1 });
    expect(await driver.waiting()).toEqual(['B', 'chase']);
    await driver.act('jia', 'B');
    await driver.message('paid');
    expect(await driver.waiting()).toEqual(['chase']);
  });

  it('refuses a version of another process and a case that is over', async () => {
    // given
    const [one] = await versions(ONE);
    const [other] = await versions(ONE);
    const driver = await running(one, 'A');
    // then
    await expect(migrate(driver, other)).rejects.toMatchObject({ code: 'engine.OTHER_PROCESS' });
    await driver.act('jia', 'B');
    await expect(migrate(driver, one)).rejects.toMatchObject({ code: 'engine.INSTANCE_ENDED' });
  });
});
