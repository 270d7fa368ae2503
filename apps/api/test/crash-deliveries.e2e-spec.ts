import { createTestPlace, type TestPlace } from '@fashen/testing';
import { APPROVAL } from '../src/bench/approval-process';
import { type BenchNode, openBenchNode } from '../src/bench/bench-node';
import type { Delivery } from '../src/soak/deliveries';
import { judge } from '../src/soak/judgment';

describe('the judgment of what a subscriber has received (I8)', () => {
  let place: TestPlace;
  let node: BenchNode;
  const ends: Delivery[] = [];

  /** A case whose first task is ended. */
  const endOne = async (businessKey: string): Promise<string> =>
    node.units.run(node.context(await node.actor('jia')), async (tx) => {
      const { id } = await node.instances.start(tx, { definitionKey: APPROVAL, title: '样例', businessKey });
      const [task] = await node.tasks.ofInstance(tx, id);
      await node.tasks.complete(tx, task?.id ?? '', { output: {} });
      return task?.id ?? '';
    });

  beforeAll(async () => {
    place = await createTestPlace();
    node = await openBenchNode(place.url, true);
    for (const number of [1, 2, 3]) ends.push({ taskId: await endOne(`case-${number}`), eventId: `event-${number}` });
  });
  afterAll(async () => {
    await node.close();
    await place.remove();
  });

  const judged = async (deliveries: readonly Delivery[]): Promise<readonly string[]> => {
    const options = { moddles: node.host.moddles, now: Date.now(), deliveries };
    const { findings } = await judge(node.database.dataSource, { commands: [] }, options);
    return findings.filter((finding) => !finding.startsWith('I2'));
  };

  it('finds nothing where each event came', async () => {
    expect(await judged(ends)).toEqual([]);
  });

  it('takes the same event twice for one', async () => {
    expect(await judged([...ends, ...ends.slice(1)])).toEqual([]);
  });

  it('finds an event that never came', async () => {
    expect(await judged(ends.slice(1))).toEqual([`I8: the end of task ${ends[0]?.taskId} went out as 0 events`]);
  });

  it('takes an event that still stands in the outbox for one to come', async () => {
    // given
    const { dataSource } = node.database;
    const columns = 'id, event_id, subscriber, event, context, state, due_at, attempts, locked_until, created_at';
    const event = JSON.stringify({ name: 'engine.taskCompleted', payload: { taskId: ends[0]?.taskId } });
    const waiting = `INSERT INTO engine_outbox (${columns}) VALUES ('o', 'event-1', 'courier.TaskCourier', ?, '{}', 'OPEN', 1, 0, 0, 1)`;
    await dataSource.query(waiting, [event]);
    // when
    const [before, after] = [await judged(ends.slice(1)), await judged(ends)];
    await dataSource.query("DELETE FROM engine_outbox WHERE id = 'o'");
    // then
    expect([before, after]).toEqual([[], []]);
  });

  it('finds one end of a task that went out as two events', async () => {
    const again = ends.slice(0, 1).map(({ taskId }) => ({ taskId, eventId: 'event-9' }));
    expect(await judged([...ends, ...again])).toEqual([`I8: the end of task ${ends[0]?.taskId} went out as 2 events`]);
  });

  it('finds a delivery of what never happened', async () => {
    expect(await judged([...ends, { taskId: 'nowhere', eventId: 'event-9' }])).toEqual([
      'I8: the end of task nowhere went out, but the record does not hold it',
    ]);
  });
});
