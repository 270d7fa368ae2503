import { type DefinitionView, definePlugin, type EventSubscriber, type Tx, type WorkflowEvent } from '@fashen/plugin-api';
import { type ProcessDriver, verifyInvariants } from '@fashen/testing';
import { type ItemState, type MigrationDetail, migrationsQuery } from '../model';
import { MigrationController } from '../server/migration.controller';
import { MigrationRunService } from '../server/migration-run.service';
import { ControlBureau, processOf, step } from './control-bureau';

const ONE = [
  ['A', step('A')],
  ['B', step('B')],
] as const;
const TWO = [
  ['A', step('A')],
  ['N', step('N')],
  ['B', step('B')],
] as const;

/** Keeps which cases were told to be migrated, by the id of the event. */
class Listener implements EventSubscriber {
  static readonly heard = new Map<string, string>();
  readonly event = 'engine.migrated';
  readonly when = 'afterCommit';

  handle(_tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    for (const { id = '', instanceId = '' } of events) Listener.heard.set(id, instanceId);
    return Promise.resolve();
  }
}
const NO_TEXTS = { errors: {}, ui: {}, modeler: {}, lint: {} };
const listener = definePlugin({ id: 'listener', subscribers: [Listener], messages: { 'zh-CN': NO_TEXTS, en: NO_TEXTS } });

describe('migration of running cases', () => {
  let bureau: ControlBureau;
  let next = 0;

  beforeAll(async () => {
    bureau = await ControlBureau.open([listener]);
  });
  afterAll(() => bureau.app.close());
  afterEach(async () => {
    const { database, host } = bureau.app;
    expect(await verifyInvariants(database.dataSource, host.moddles)).toEqual([]);
  });

  const controller = (): MigrationController => bureau.app.get(MigrationController);
  const ren = () => bureau.app.as('ren').context();

  async function twoVersions(): Promise<readonly [DefinitionView, DefinitionView]> {
    const key = `case_${(next += 1)}`;
    return [await bureau.app.publish(processOf(key, ONE)), await bureau.app.publish(processOf(key, TWO))];
  }
  async function running(from: DefinitionView, ...done: readonly string[]): Promise<ProcessDriver> {
    const driver = await bureau.start(from.key, from.id);
    for (const node of done) await driver.act('jia', node);
    return driver;
  }
  async function planned(processKey: string, nodes = {}): Promise<string> {
    const body = { processKey, fromVersion: 1, toVersion: 2, nodes, reason: '新规施行' };
    return (await controller().plan(await ren(), body)).id;
  }
  const detail = async (id: string, state?: ItemState, limit = 50): Promise<MigrationDetail> =>
    controller().get(await ren(), id, { limit, ...(state && { state }) });
  const check = async (id: string): Promise<void> => {
    await controller().check(await ren(), id);
    await workOff(id);
  };
  /** Works until the job of the migration has nothing left. */
  const workOff = async (id: string): Promise<void> => {
    for (let round = 0; round < 60; round += 1) {
      await bureau.app.work();
      if (!['CHECKING', 'RUNNING'].includes((await detail(id)).state)) return;
    }
    throw new Error('the migration does not end');
  };
  const migrations = async (driver: ProcessDriver): Promise<number> => (await driver.instance()).definitionVersion;

  it('says of every case whether it fits, and moves exactly those that do', async () => {
    // given
    const [one] = await twoVersions();
    const [fits, stands] = [await running(one), await running(one, 'A')];
    const id = await planned(one.key);
    await expect(controller().execute(await ren(), id)).rejects.toMatchObject({ code: 'case-control.NOT_CHECKED' });
    // when
    await check(id);
    // then
    const checked = await detail(id);
    expect(checked).toMatchObject({ state: 'CHECKED', counts: { FITS: 1, MISFIT: 1 } });
    expect(await migrations(fits)).toBe(1);
    const [misfit] = (await detail(id, 'MISFIT')).items.items;
    expect(misfit?.verdict).toMatchObject({ problem: 'waitsElsewhere', nodeId: 'B', instead: ['N'] });
    // when
    await controller().execute(await ren(), id);
    await workOff(id);
    // then
    expect(await detail(id)).toMatchObject({ state: 'DONE', counts: { MIGRATED: 1, MISFIT: 1 } });
    expect([await migrations(fits), await migrations(stands)]).toEqual([2, 1]);
    await fits.act('jia', 'A');
    expect(await fits.waiting()).toEqual(['N']);
    await expect(controller().execute(await ren(), id)).rejects.toMatchObject({ code: 'case-control.NOT_CHECKED' });
  });

  it('leaves alone what has changed between the check and the run', async () => {
    // given
    const [one] = await twoVersions();
    const [moved, ended, asleep] = [await running(one), await running(one), await running(one)];
    const id = await planned(one.key);
    await check(id);
    // when
    await moved.act('jia', 'A');
    await bureau.order('xin', ended.instanceId, 'terminate');
    await bureau.order('wu', asleep.instanceId, 'suspend');
    await controller().execute(await ren(), id);
    await workOff(id);
    // then
    expect(await detail(id)).toMatchObject({ state: 'DONE', counts: { MISFIT: 1, GONE: 2 } });
    expect(await migrations(moved)).toBe(1);
  });

  it('goes on after the server died in the middle, and moves no case twice', async () => {
    // given
    const [one] = await twoVersions();
    const drivers: ProcessDriver[] = [];
    for (let count = 0; count < 6; count += 1) drivers.push(await running(one));
    const id = await planned(one.key);
    await check(id);
    await controller().execute(await ren(), id);
    // when
    const step = (): Promise<void> => bureau.app.as('ren').run((tx) => bureau.app.get(MigrationRunService).runNext(tx, id, 1));
    await step();
    await step();
    const dying = bureau.app.as('ren').run(async (tx) => {
      await bureau.app.get(MigrationRunService).runNext(tx, id, 1);
      throw new Error('the node dies');
    });
    await expect(dying).rejects.toThrow('the node dies');
    expect((await detail(id)).counts).toEqual({ MIGRATED: 2, FITS: 4 });
    await bureau.restart();
    await workOff(id);
    // then
    expect(await detail(id)).toMatchObject({ state: 'DONE', counts: { MIGRATED: 6 } });
    for (const { instanceId } of drivers) expect(await timesMigrated(instanceId)).toBe(1);
  });

  it('gives up a case that keeps failing and goes on with the others', async () => {
    // given
    const [one] = await twoVersions();
    await running(one);
    await running(one);
    const id = await planned(one.key);
    await check(id);
    await controller().execute(await ren(), id);
    // when
    await bureau.app.as('ren').run((tx) => bureau.app.get(MigrationRunService).runNext(tx, id, 4));
    await workOff(id);
    // then
    expect(await detail(id)).toMatchObject({ state: 'DONE', counts: { FAILED: 1, MIGRATED: 1 } });
    const [failed] = (await detail(id, 'FAILED')).items.items;
    expect(failed?.verdict).toEqual({ code: 'case-control.MIGRATION_FAILED' });
    // when
    await controller().retry(await ren(), id);
    await workOff(id);
    // then
    expect(await detail(id)).toMatchObject({ state: 'DONE', counts: { MIGRATED: 2 } });
    await expect(controller().retry(await ren(), id)).rejects.toMatchObject({ code: 'case-control.NOTHING_FAILED' });
    await expect(controller().check(await ren(), id)).rejects.toMatchObject({ code: 'case-control.MIGRATION_DONE' });
  });

  it('pages its cases and refuses plans that cannot be meant', async () => {
    // given
    const [one] = await twoVersions();
    for (let count = 0; count < 3; count += 1) await running(one);
    const id = await planned(one.key);
    await controller().check(await ren(), id);
    await expect(controller().check(await ren(), id)).rejects.toMatchObject({ code: 'case-control.MIGRATION_BUSY' });
    await workOff(id);
    // when
    const page = await detail(id, undefined, 2);
    const rest = await controller().get(await ren(), id, { limit: 2, after: Number(page.items.next) });
    // then
    expect([...page.items.items, ...rest.items.items].map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(rest.items.next).toBeUndefined();
    await expect(planned(one.key, { X: 'B' })).rejects.toMatchObject({ code: 'case-control.NODE_UNKNOWN' });
    await expect(planned('nothing')).rejects.toMatchObject({ code: 'case-control.VERSION_MISSING' });
    await expect(detail('nothing')).rejects.toMatchObject({ code: 'case-control.MIGRATION_MISSING' });
  });

  it('lists migrations of the same moment page after page, none twice and none left out', async () => {
    // given
    const [one] = await twoVersions();
    const made: string[] = [];
    for (let count = 0; count < 5; count += 1) made.push(await planned(one.key));
    // when
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const query = migrationsQuery.parse({ processKey: one.key, limit: 2, ...(after !== undefined && { after }) });
      const page = await controller().list(await ren(), query);
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after !== undefined);
    // then
    expect([...seen].sort()).toEqual([...made].sort());
    expect(migrationsQuery.safeParse({ after: '1790000000000' }).success).toBe(false);
  });

  it('says how many cases run in which version, and what of a version stands for what', async () => {
    // given
    const [one] = await twoVersions();
    await running(one);
    await running(one);
    const [processKey, fromVersion, toVersion] = [one.key, 1, 2];
    // when
    const versions = await controller().versions(await ren(), { processKey });
    const mapping = await controller().mapping(await ren(), { processKey, fromVersion, toVersion });
    // then
    expect(versions).toEqual([
      { version: 2, running: 0 },
      { version: 1, running: 2 },
    ]);
    expect(mapping).toMatchObject({ running: 2, added: [{ nodeId: 'N' }] });
    expect(mapping.rows.every(({ isSame }) => isSame)).toBe(true);
    const same = controller().mapping(await ren(), { processKey, fromVersion, toVersion: 1 });
    await expect(same).rejects.toMatchObject({ code: 'case-control.SAME_VERSION' });
  });

  const timesMigrated = async (instanceId: string): Promise<number> => {
    await bureau.app.work();
    return [...Listener.heard.values()].filter((one) => one === instanceId).length;
  };
});
