import type { TaskView } from '@fashen/plugin-api';
import { createTestApp, ProcessDriver, type TestApp, verifyInvariants } from '@fashen/testing';
import { deskFile, held } from './desk-model';
import { book, deskPlugin, resetBook } from './desk-plugin';
import { ends, flows } from './kernel/model-text';

describe('parts of a visit', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp({ plugins: [deskPlugin] });
    await app.publish(
      deskFile(`${ends}${held('A', 'seats="bing ding ji"')}${held('B', 'assignee="jia"')}${flows('s -> A -> B -> e')}`, '', 'seats'),
    );
  });
  afterAll(() => app.close());
  afterEach(async () => expect(await verifyInvariants(app.database.dataSource, app.host.moddles)).toEqual([]));

  const start = (): Promise<ProcessDriver> => ProcessDriver.start(app, { definitionKey: 'seats' });
  const inbox = async (person: string, view: 'assigned' | 'done' | 'claimable' = 'assigned'): Promise<readonly TaskView[]> =>
    (await app.as(person).read((tx) => app.tasks.list(tx, { view, definitionKey: 'seats' }))).items;
  const visitOf = async (driver: ProcessDriver): Promise<TaskView> => {
    const [visit] = await driver.tasks();
    if (!visit) throw new Error('no visit');
    return visit;
  };
  const seatOf = async (driver: ProcessDriver, person: string): Promise<TaskView> => {
    const seat = (await driver.tasks()).find(({ assigneeId, kind }) => kind === 'SEAT' && assigneeId === person);
    if (!seat) throw new Error(`no seat of ${person}`);
    return seat;
  };

  it("each signer has a task of his own; the visit is nobody's", async () => {
    // given
    const driver = await start();
    // then
    expect(await visitOf(driver)).toMatchObject({ kind: 'VISIT', mark: 'seats', state: 'READY', candidates: [] });
    for (const person of ['bing', 'ding', 'ji']) expect(await inbox(person)).toMatchObject([{ kind: 'SEAT', nodeId: 'A' }]);
    expect(await driver.waiting()).toEqual(['A']);
  });

  it('ends one part without moving the token, then the visit for all', async () => {
    // given
    const driver = await start();
    const seat = await seatOf(driver, 'bing');
    // when
    await app.as('bing').run((tx) => app.tasks.endSeat(tx, seat.id, { state: 'DONE', outcome: { vote: 'agree' } }));
    // then
    expect(await driver.waiting()).toEqual(['A']);
    expect(await inbox('bing', 'done')).toMatchObject([{ id: seat.id, outcome: { vote: 'agree' }, endedBy: 'bing' }]);
    // when
    const visit = await visitOf(driver);
    await app.as('ding').run((tx) => app.tasks.decide(tx, visit.id, { outcome: { result: 'passed' } }));
    // then
    expect(await driver.waiting()).toEqual(['B']);
    expect(await seatOf(driver, 'ji')).toMatchObject({ state: 'CANCELLED', cause: 'decided' });
    expect(await inbox('ding', 'done')).toEqual([]);
  });

  it('asks the behaviors of the step before a part ends as done, and keeps the part open when one refuses', async () => {
    // given
    resetBook();
    book.refusesSeatOf = 'bing';
    const driver = await start();
    const seat = await seatOf(driver, 'bing');
    const end = (state: 'DONE' | 'CANCELLED') =>
      app.as('bing').run((tx) => app.tasks.endSeat(tx, seat.id, { state, outcome: { vote: 'agree' } }));
    // when
    const refused = end('DONE');
    // then
    await expect(refused).rejects.toMatchObject({ code: 'desk.REFUSED' });
    expect(book.endingSeats).toMatchObject([{ task: { id: seat.id, kind: 'SEAT' }, outcome: { vote: 'agree' } }]);
    expect(await seatOf(driver, 'bing')).toMatchObject({ state: 'ASSIGNED' });
    // when
    await end('CANCELLED');
    // then
    expect(book.endingSeats).toHaveLength(1);
    resetBook();
  });

  it('adds people later, and refuses to submit a part as if it were the step', async () => {
    // given
    const driver = await start();
    const visit = await visitOf(driver);
    // when
    await app.as('ding').run((tx) => app.tasks.addSeats(tx, visit.id, [{ kind: 'SEAT', assigneeId: 'wu' }]));
    // then
    const added = await seatOf(driver, 'wu');
    const submitted = app.as('wu').run((tx) => app.tasks.complete(tx, added.id, {}));
    await expect(submitted).rejects.toMatchObject({ code: 'engine.NOT_A_VISIT' });
    await expect(app.as('wu').run((tx) => app.tasks.complete(tx, visit.id, {}))).rejects.toMatchObject({ code: 'engine.NOT_YOUR_TASK' });
  });

  it('asks others first: the holder waits until they have answered', async () => {
    // given
    const driver = await start();
    const first = await visitOf(driver);
    await app.as('ding').run((tx) => app.tasks.decide(tx, first.id, {}));
    const task = await driver.openTask('B');
    await app.as('jia').run(async (tx) => {
      await app.tasks.addSeats(tx, task.id, [{ kind: 'ADVICE', assigneeId: 'yi' }]);
      await app.tasks.mark(tx, task.id, 'delegated');
    });
    // when
    const early = driver.act('jia', 'B');
    // then
    await expect(early).rejects.toMatchObject({ code: 'engine.WAITS_FOR_OTHERS' });
    const advice = (await driver.tasks()).find(({ kind }) => kind === 'ADVICE');
    await app.as('yi').run(async (tx) => {
      await app.tasks.endSeat(tx, advice?.id ?? '', { state: 'DONE', outcome: { text: '可行' } });
      await app.tasks.mark(tx, task.id, undefined);
    });
    await driver.act('jia', 'B');
    expect(await driver.instance()).toMatchObject({ status: 'COMPLETED' });
  });

  it('cancels open parts when the visit is left by a move', async () => {
    // given
    const driver = await start();
    const visit = await visitOf(driver);
    await app.as('ding').run((tx) => app.tasks.decide(tx, visit.id, {}));
    await app.as('jia').run((tx) => app.moves.back(tx, { instanceId: driver.instanceId, reopen: [visit.executionId], cause: 'return' }));
    // when
    await app.as('jia').run((tx) => app.instances.terminate(tx, driver.instanceId, '撤销'));
    // then
    const open = (await driver.tasks()).filter(({ state }) => state === 'READY' || state === 'ASSIGNED');
    expect(open).toEqual([]);
    expect((await driver.tasks()).filter(({ kind }) => kind === 'SEAT')).toHaveLength(6);
  });
});
