import { setImmediate as turn } from 'node:timers/promises';
import { defineEvent, type Tx } from '@fashen/plugin-api';
import { createTestDatabase, type TestDatabase, testContext } from '@fashen/testing';
import { DatabaseUnitOfWork, RetryUnitError, watchStatements } from '../index';
import { CounterRepository, counterTables, TestHub } from './counter';

const raised = defineEvent<{ id: string }>('counter', 'raised');
const noticed = defineEvent<{ id: string }>('counter', 'noticed');

describe('a unit of work', () => {
  let database: TestDatabase;
  let hub: TestHub;
  let units: DatabaseUnitOfWork;
  const counters = new CounterRepository();
  const context = testContext('jia');

  beforeAll(async () => {
    database = await createTestDatabase(counterTables);
  });
  afterAll(() => database.drop());
  beforeEach(() => {
    hub = new TestHub();
    units = new DatabaseUnitOfWork(database, hub);
  });

  const valueOf = (id: string) => units.read(testContext(), (tx) => counters.find(tx, id));
  const raise = async (tx: Tx, id: string): Promise<number> => {
    const value = ((await counters.lock(tx, id)) ?? 0) + 1;
    await turn();
    await counters.set(tx, id, value);
    return value;
  };

  it('keeps what the work wrote and answers what the work answered', async () => {
    // when
    const answer = await units.run(context, async (tx) => {
      await counters.add(tx, 'kept', 7);
      return 'done';
    });
    // then
    expect(answer).toBe('done');
    expect(await valueOf('kept')).toBe(7);
  });

  it('loses no update when 200 units read, think and write at once, of which every tenth fails', async () => {
    // given
    await units.run(context, (tx) => counters.add(tx, 'busy'));
    // when
    const ends = await Promise.allSettled(
      Array.from({ length: 200 }, (_, number) =>
        units.run(testContext(), async (tx) => {
          await raise(tx, 'busy');
          if (number % 10 === 9) throw new Error('does not want to');
        }),
      ),
    );
    // then
    expect(ends.filter((end) => end.status === 'rejected')).toHaveLength(20);
    expect(await valueOf('busy')).toBe(180);
  });

  it('leaves nothing behind when the work throws', async () => {
    // when
    const failed = units.run(context, async (tx) => {
      await counters.add(tx, 'undone');
      tx.emit(raised({ id: 'undone' }));
      throw new Error('no');
    });
    // then
    await expect(failed).rejects.toThrow('no');
    expect(await valueOf('undone')).toBeUndefined();
    expect([...hub.heard, ...hub.outboxed, ...hub.woken]).toEqual([]);
  });

  it('undoes everything when a subscriber says no', async () => {
    // given
    hub.react = async (tx) => {
      await counters.add(tx, 'by-subscriber');
      throw new Error('veto');
    };
    // when
    const refused = units.run(context, async (tx) => {
      await counters.add(tx, 'vetoed');
      tx.emit(raised({ id: 'vetoed' }));
    });
    // then
    await expect(refused).rejects.toThrow('veto');
    expect(await valueOf('vetoed')).toBeUndefined();
    expect(await valueOf('by-subscriber')).toBeUndefined();
    expect(hub.outboxed).toEqual([]);
  });

  it('asks the subscribers again with what they told themselves, and gives all of it to the outbox once', async () => {
    // given
    hub.react = async (tx, event) => {
      if (event.name === raised.eventName) tx.emit(noticed({ id: 'a' }));
    };
    // when
    await units.run(context, async (tx) => tx.emit(raised({ id: 'a' })));
    // then
    expect(hub.heard).toEqual(['counter.raised', 'counter.noticed']);
    expect(hub.outboxed).toEqual(['counter.raised', 'counter.noticed']);
    expect(hub.woken).toEqual(['counter.raised', 'counter.noticed']);
  });

  it('ends a circle of subscribers that tell each other events', async () => {
    // given
    hub.react = async (tx) => tx.emit(noticed({ id: 'again' }));
    // when
    const endless = units.run(context, async (tx) => tx.emit(raised({ id: 'again' })));
    // then
    await expect(endless).rejects.toThrow('without end');
  });

  it('refuses to be opened inside another unit', async () => {
    // when
    const nested = () => units.run(context, () => units.run(testContext(), () => Promise.resolve(1)));
    const nestedRead = () => units.run(context, () => valueOf('kept'));
    // then
    await expect(nested()).rejects.toThrow('pass the open tx on');
    await expect(nestedRead()).rejects.toThrow('pass the open tx on');
  });

  it('refuses a tx that was kept after its unit ended', async () => {
    // given
    const kept = await units.run(context, (tx) => Promise.resolve({ tx }));
    // when
    const late = counters.add(kept.tx, 'late');
    // then
    await expect(late).rejects.toThrow('released');
    expect(() => kept.tx.emit(raised({ id: 'late' }))).toThrow('has ended');
    expect(await valueOf('late')).toBeUndefined();
  });

  it('runs the whole unit again when the work asks for it', async () => {
    // given
    let attempts = 0;
    // when
    await units.run(context, async (tx) => {
      attempts += 1;
      await counters.add(tx, 'third-time');
      if (attempts < 3) throw new RetryUnitError('moved on');
    });
    // then
    expect(attempts).toBe(3);
    expect(await valueOf('third-time')).toBe(0);
  });

  it('gives up after five attempts and says that trying again later is worth it', async () => {
    // given
    let attempts = 0;
    // when
    const busy = units.run(context, () => {
      attempts += 1;
      throw new RetryUnitError('moved on');
    });
    // then
    await expect(busy).rejects.toMatchObject({ code: 'engine.DATABASE_BUSY', kind: 'busy' });
    expect(attempts).toBe(5);
  });

  it('shows readers only what is committed', async () => {
    // given
    let seenInside: number | undefined;
    let seenOutside: Promise<number | undefined> | undefined;
    const outside = new DatabaseUnitOfWork(database, hub);
    const readLater = { read: (): void => undefined };
    const asked = new Promise<void>((resolve) => (readLater.read = resolve));
    const reader = asked.then(() => outside.read(testContext(), (tx) => counters.find(tx, 'half-way')));
    // when
    await units.run(context, async (tx) => {
      await counters.add(tx, 'half-way', 1);
      readLater.read();
      seenOutside = reader;
      await reader;
      seenInside = await counters.find(tx, 'half-way');
    });
    // then
    expect(seenInside).toBe(1);
    expect(await seenOutside).toBeUndefined();
    expect(await valueOf('half-way')).toBe(1);
  });

  it('reads without being able to write or tell', async () => {
    // when
    const writing = () => units.read(context, (tx) => counters.add(tx, 'by-reader'));
    const telling = () => units.read(context, async (tx) => tx.emit(raised({ id: 'x' })));
    // then
    await expect(writing()).rejects.toThrow('cannot write');
    await expect(telling()).rejects.toThrow('tells nothing');
    expect(await valueOf('by-reader')).toBeUndefined();
  });

  it('says how many rows a change found, also when it changed nothing in them', async () => {
    // given
    await units.run(context, (tx) => counters.add(tx, 'same', 5));
    // when
    const found = await units.run(context, async (tx) => [await counters.set(tx, 'same', 5), await counters.set(tx, 'nobody', 5)]);
    // then
    expect(found).toEqual([1, 0]);
  });

  it('refuses a list or an object where SQL wants a value', async () => {
    // when
    const withList = () => units.run(context, (tx) => tx.manager.query('SELECT id FROM test_counter WHERE id IN (?)', [['a', 'b']]));
    const withObject = () => units.run(context, (tx) => tx.manager.query('SELECT id FROM test_counter WHERE id = ?', [{ id: 1 }]));
    // then
    await expect(withList()).rejects.toThrow('parameter 1');
    await expect(withObject()).rejects.toThrow('parameter 1');
  });

  it('stores yes, no and nothing alike on every database', async () => {
    // when
    const rows = await units.read(context, (tx) => tx.manager.query('SELECT ? AS yes, ? AS no, ? AS unknown', [true, false, undefined]));
    // then
    expect(rows.map((row: object) => ({ ...row }))).toEqual([{ yes: 1, no: 0, unknown: null }]);
  });

  it('keeps the values of a failed statement out of the error', async () => {
    // when
    const failure = await units
      .run(context, (tx) => tx.manager.query('SELECT secret FROM nowhere WHERE id = ?', ['370102199001011234']))
      .catch((error: unknown) => error);
    // then
    expect(failure).toBeInstanceOf(Error);
    expect(JSON.stringify({ ...(failure as Error), text: String(failure), stack: (failure as Error).stack })).not.toContain(
      '370102199001011234',
    );
  });

  it('needs two statements around the work: one to begin and one to commit', async () => {
    // given
    const statements: string[] = [];
    const stop = watchStatements(database.dataSource, (sql) => statements.push(sql));
    // when
    await units.run(context, () => Promise.resolve());
    stop();
    // then
    expect(statements).toHaveLength(2);
    expect(statements[1]).toBe('COMMIT');
  });
});
