import { createTestDatabase, type TestDatabase, testContext } from '@fashen/testing';
import { DatabaseUnitOfWork, IdempotencyRepository } from '../index';
import { CounterRepository, counterTables, TestHub } from './counter';

describe('an idempotency key', () => {
  let database: TestDatabase;
  let units: DatabaseUnitOfWork;
  const hub = new TestHub();
  const counters = new CounterRepository();
  const keyed = (key: string, fingerprint = 'same body', person = 'jia') => testContext(person, { idempotency: { key, fingerprint } });

  beforeAll(async () => {
    database = await createTestDatabase(counterTables);
    units = new DatabaseUnitOfWork(database, hub);
  });
  afterAll(() => database.drop());

  const add = (context: ReturnType<typeof keyed>, id: string) =>
    units.run(context, async (tx) => {
      await counters.add(tx, id, 1);
      return { id, made: true };
    });
  const valueOf = (id: string) => units.read(testContext(), (tx) => counters.find(tx, id));

  it('gives the first answer again and does the work once', async () => {
    // given
    const first = await add(keyed('k1'), 'once');
    // when
    const second = await add(keyed('k1'), 'once');
    // then
    expect(second).toEqual(first);
    expect(await valueOf('once')).toBe(1);
  });

  it('is refused with another request', async () => {
    // given
    await add(keyed('k2'), 'first-body');
    // when
    const other = add(keyed('k2', 'other body'), 'second-body');
    // then
    await expect(other).rejects.toMatchObject({ code: 'engine.IDEMPOTENCY_MISMATCH', kind: 'unprocessable' });
    expect(await valueOf('second-body')).toBeUndefined();
  });

  it('is its own for each person', async () => {
    // when
    await add(keyed('k3', 'b', 'jia'), 'by-jia');
    await add(keyed('k3', 'b', 'yi'), 'by-yi');
    // then
    expect(await valueOf('by-jia')).toBe(1);
    expect(await valueOf('by-yi')).toBe(1);
  });

  it('lets one of 20 requests at once do the work and gives all the same answer', async () => {
    // when
    let worked = 0;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        units.run(keyed('k4'), async (tx) => {
          await counters.add(tx, 'raced', 1);
          worked += 1;
          return { number: worked };
        }),
      ),
    );
    // then
    expect(answers).toEqual(Array.from({ length: 20 }, () => ({ number: 1 })));
    expect(worked).toBe(1);
    expect(await valueOf('raced')).toBe(1);
  });

  it('lets the next of several requests try when the first one fails', async () => {
    // when
    let attempts = 0;
    const ends = await Promise.allSettled(
      Array.from({ length: 8 }, () =>
        units.run(keyed('k5'), async (tx) => {
          attempts += 1;
          const mine = attempts;
          await counters.add(tx, 'second-wins', mine);
          if (mine === 1) throw new Error('first fails');
          return mine;
        }),
      ),
    );
    // then
    const answers = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
    expect(answers).toHaveLength(7);
    expect(new Set(answers).size).toBe(1);
    expect(await valueOf('second-wins')).toBe(answers[0]);
  });

  it('is free again after a refused command', async () => {
    // given
    await expect(
      units.run(keyed('k6'), () => {
        throw new Error('not now');
      }),
    ).rejects.toThrow('not now');
    // when
    await add(keyed('k6'), 'later');
    // then
    expect(await valueOf('later')).toBe(1);
  });

  it('answers nothing again when the answer was nothing, and tells nobody twice', async () => {
    // given
    await units.run(keyed('k7'), async (tx) => tx.emit({ name: 'counter.raised', payload: {} }));
    const before = hub.heard.length;
    // when
    const again = await units.run(keyed('k7'), async (tx) => tx.emit({ name: 'counter.raised', payload: {} }));
    // then
    expect(again).toBeUndefined();
    expect(hub.heard).toHaveLength(before);
    expect(hub.woken).toHaveLength(before);
  });

  it.each(['', 'a b', '键', 'x'.repeat(101)])('is refused when it is not 1 to 100 visible ASCII characters: %p', async (key) => {
    await expect(add(keyed(key), 'never')).rejects.toMatchObject({ code: 'engine.IDEMPOTENCY_KEY_INVALID', kind: 'invalid' });
  });

  it('is forgotten after its time', async () => {
    // given
    const repository = new IdempotencyRepository();
    const old = testContext('old', { now: new Date('2020-01-01T00:00:00Z'), idempotency: { key: 'k8', fingerprint: 'f' } });
    await units.run(old, () => Promise.resolve('old answer'));
    // when
    const removed = await units.run(testContext(), (tx) => repository.removeBefore(tx, new Date('2021-01-01T00:00:00Z')));
    // then
    expect(removed).toBe(1);
    await expect(units.run(old, () => Promise.resolve('new answer'))).resolves.toBe('new answer');
  });
});
