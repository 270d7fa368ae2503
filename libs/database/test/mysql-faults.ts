import { createConnection } from 'mysql2/promise';
import { createTestDatabase, openTestDatabase, type TestDatabase, testContext } from '@fashen/testing';
import { DatabaseUnitOfWork, openDatabase } from '../index';
import { CounterRepository, counterTables, TestHub } from './counter';
import { MysqlProxy } from './mysql-proxy';

/** What can go wrong with a database server. */
export function mysqlFaults(): void {
  let database: TestDatabase;
  let units: DatabaseUnitOfWork;
  const counters = new CounterRepository();

  beforeAll(async () => {
    database = await createTestDatabase(counterTables);
    units = new DatabaseUnitOfWork(database, new TestHub());
  });
  afterAll(() => database.drop());

  const valueOf = (id: string) => units.read(testContext(), (tx) => counters.find(tx, id));
  const raise = async (tx: Parameters<CounterRepository['lock']>[0], id: string) => {
    const value = ((await counters.lock(tx, id)) ?? 0) + 1;
    await counters.set(tx, id, value);
    return value;
  };
  const make = (...ids: string[]) =>
    units.run(testContext(), async (tx) => {
      for (const id of ids) await counters.add(tx, id);
    });

  describe('units that lock the same rows in opposite order', () => {
    it('all get done: who is chosen by the deadlock starts again', async () => {
      // given
      await make('left', 'right');
      let firstAttempts = 0;
      let attempts = 0;
      let meet = (): void => undefined;
      const bothHoldOne = new Promise<void>((resolve) => (meet = resolve));
      const cross = (first: string, second: string) => {
        let isFirstAttempt = true;
        return units.run(testContext(), async (tx) => {
          attempts += 1;
          await raise(tx, first);
          if (isFirstAttempt) {
            isFirstAttempt = false;
            firstAttempts += 1;
            if (firstAttempts === 2) meet();
            await bothHoldOne;
          }
          await raise(tx, second);
        });
      };
      // when
      await Promise.all([cross('left', 'right'), cross('right', 'left')]);
      // then
      expect(attempts).toBe(3);
      expect([await valueOf('left'), await valueOf('right')]).toEqual([2, 2]);
    });

    it('cannot commit half of the work by swallowing the deadlock', async () => {
      // given
      await make('up', 'down');
      let waiting = 0;
      let meet = (): void => undefined;
      const bothHoldOne = new Promise<void>((resolve) => (meet = resolve));
      const careless = (first: string, second: string, mark: string) =>
        units.run(testContext(), async (tx) => {
          await raise(tx, first);
          waiting += 1;
          if (waiting === 2) meet();
          await bothHoldOne;
          await raise(tx, second).catch(() => undefined);
          await counters.add(tx, mark);
        });
      // when
      await Promise.all([careless('up', 'down', 'mark-a'), careless('down', 'up', 'mark-b')]);
      // then
      expect([await valueOf('up'), await valueOf('down')]).toEqual([2, 2]);
      expect([await valueOf('mark-a'), await valueOf('mark-b')]).toEqual([0, 0]);
    });
  });

  describe('a connection that breaks', () => {
    it('in the middle of the work has the unit run again on another one', async () => {
      // given
      await make('cut');
      let attempts = 0;
      // when
      await units.run(testContext(), async (tx) => {
        attempts += 1;
        await raise(tx, 'cut');
        if (attempts === 1) await killOwnConnection(tx);
        await raise(tx, 'cut');
      });
      // then
      expect(attempts).toBe(2);
      expect(await valueOf('cut')).toBe(2);
    });

    it.each(['lose-command', 'lose-answer'] as const)('in the commit (%s) does the command once when it has a key', async (fault) => {
      await throughProxy(async (proxy, proxied) => {
        // given
        await make(fault);
        proxy.fault = fault;
        const context = testContext('jia', { idempotency: { key: fault, fingerprint: 'f' } });
        // when
        const answer = await proxied.run(context, (tx) => raise(tx, fault));
        // then
        expect(proxy.cuts).toBe(1);
        expect(answer).toBe(1);
        expect(await valueOf(fault)).toBe(1);
      });
    });

    it('in the commit is an unknown outcome when there is no key', async () => {
      await throughProxy(async (proxy, proxied) => {
        // given
        await make('unknown');
        proxy.fault = 'lose-answer';
        // when
        const unknown = proxied.run(testContext(), (tx) => raise(tx, 'unknown'));
        // then
        await expect(unknown).rejects.toMatchObject({ code: 'engine.UNKNOWN_OUTCOME', kind: 'busy' });
        expect(await valueOf('unknown')).toBe(1);
      });
    });
  });

  describe('a server that is not set up safely', () => {
    it('is refused with the settings to change, unless that is accepted', async () => {
      await withServerSetting('innodb_flush_log_at_trx_commit', 2, async () => {
        // when
        const refused = openDatabase({ ...counterTables, url: database.url });
        // then
        await expect(refused).rejects.toThrow(/innodb_flush_log_at_trx_commit is 2: set it to 1[\s\S]*acceptUnsafeDatabase/);
        // when
        const accepted = await openDatabase({ ...counterTables, url: database.url, acceptUnsafe: true });
        // then
        expect(accepted.dialect.kind).toBe('mysql');
        await accepted.dataSource.destroy();
      });
    });

    it('is not refused when it is safe', async () => {
      await withServerSetting('innodb_flush_log_at_trx_commit', 1, async () => {
        // when
        const opened = await openDatabase({ ...counterTables, url: database.url });
        // then
        expect(await opened.dataSource.query('SELECT @@tx_isolation AS level, @@collation_connection AS collation')).toEqual([
          { level: 'READ-COMMITTED', collation: 'utf8mb4_bin' },
        ]);
        await opened.dataSource.destroy();
      });
    });

    it('does not cut off what is too long', async () => {
      // when
      const tooLong = units.run(testContext(), (tx) => counters.add(tx, 'x'.repeat(37)));
      // then
      await expect(tooLong).rejects.toThrow('Data too long');
    });
  });

  const killOwnConnection = async (tx: Parameters<CounterRepository['lock']>[0]) => {
    const [row] = (await tx.manager.query('SELECT CONNECTION_ID() AS id')) as { id: number }[];
    await onServer(`KILL ${row?.id ?? 0}`);
  };

  const onServer = async (statement: string) => {
    const connection = await createConnection(database.url);
    await connection.query(statement);
    await connection.end();
  };

  const withServerSetting = async (name: string, value: number, work: () => Promise<void>) => {
    const [row] = (await database.dataSource.query(`SELECT @@GLOBAL.${name} AS value`)) as { value: number }[];
    await onServer(`SET GLOBAL ${name} = ${value}`);
    try {
      await work();
    } finally {
      await onServer(`SET GLOBAL ${name} = ${row?.value ?? 0}`);
    }
  };

  const throughProxy = async (work: (proxy: MysqlProxy, proxied: DatabaseUnitOfWork) => Promise<void>) => {
    const url = new URL(database.url);
    const proxy = await MysqlProxy.start({ host: url.hostname, port: Number(url.port) });
    url.port = String(proxy.port);
    const opened = await openTestDatabase({ url: url.toString() }, { ...counterTables, poolSize: 1 });
    try {
      await work(proxy, new DatabaseUnitOfWork(opened, new TestHub()));
    } finally {
      await opened.dataSource.destroy();
      await proxy.stop();
    }
  };
}
