import { ChildProgram, createTestPlace, openTestDatabase, testContext, type TestPlace } from '@fashen/testing';
import { DatabaseUnitOfWork, migrate, type OpenDatabase, openDatabase } from '../index';
import { CounterRepository, counterTables, TestHub } from './counter';

/** What can go wrong with an SQLite file. */
export function sqliteFaults(): void {
  describe('an SQLite file', () => {
    let place: TestPlace;
    let database: OpenDatabase | undefined;
    const counters = new CounterRepository();

    beforeEach(async () => {
      place = await createTestPlace('sqlite');
    });
    afterEach(async () => {
      if (database?.dataSource.isInitialized) await database.dataSource.destroy();
      database = undefined;
      await place.remove();
    });

    const open = async () => {
      const opened = await openTestDatabase(place, counterTables);
      database = opened;
      await migrate(opened);
      return opened;
    };

    it('is refused to a second process while the first one lives, and free when that one is killed', async () => {
      // given
      const program = await ChildProgram.build('libs/database/test/children/command.ts');
      const holder = program.start([place.url, 'hold']);
      await holder.line('open');
      // when
      const refused = openTestDatabase(place, counterTables);
      // then
      await expect(refused).rejects.toThrow(`in use by process ${holder.pid}`);
      // when
      await holder.kill();
      await program.dispose();
      // then
      await expect(open()).resolves.toBeDefined();
    });

    it('is refused to a second opening in the same process', async () => {
      // given
      await open();
      // when
      const again = openTestDatabase(place, counterTables);
      // then
      await expect(again).rejects.toThrow('open already');
    });

    it('is made with its folder when it is not there', async () => {
      // given
      const url = place.url.replace('test.db', 'deep/down/test.db');
      // when
      database = await openDatabase({ ...counterTables, url });
      // then
      expect(await migrate(database)).toHaveLength(2);
    });

    it.each([
      ['NORMAL' as const, 1],
      ['FULL' as const, 2],
    ])('is synced as the setting %s says, on the connection that writes', async (synchronous, value) => {
      // given
      database = await openDatabase({ ...counterTables, url: place.url, synchronous });
      const units = new DatabaseUnitOfWork(database, new TestHub());
      // when
      const [row] = await units.run(testContext(), (tx) => tx.manager.query('PRAGMA synchronous'));
      const [journal] = await units.run(testContext(), (tx) => tx.manager.query('PRAGMA journal_mode'));
      // then
      expect(row).toMatchObject({ synchronous: value });
      expect(journal).toMatchObject({ journal_mode: 'wal' });
    });

    it('refuses a write past the open unit instead of waiting for itself for ever', async () => {
      // given
      const { dataSource } = await open();
      const units = new DatabaseUnitOfWork({ dataSource, dialect: (database as OpenDatabase).dialect }, new TestHub());
      // when
      const past = units.run(testContext(), async (tx) => {
        await counters.add(tx, 'inside');
        await dataSource.query("INSERT INTO test_counter (id, value) VALUES ('past', 1)");
      });
      // then
      await expect(past).rejects.toThrow('use tx.manager');
      expect(await dataSource.query('SELECT id FROM test_counter')).toEqual([]);
    });

    it('answers with an error, and does not end the process, when it is used after it was closed', async () => {
      // given
      const opened = await open();
      const units = new DatabaseUnitOfWork(opened, new TestHub());
      const unit = units.run(testContext(), async (tx) => {
        await opened.dataSource.destroy();
        await counters.add(tx, 'too-late');
      });
      // then
      await expect(unit).rejects.toThrow('closed');
      await expect(units.read(testContext(), (tx) => counters.find(tx, 'x'))).rejects.toThrow();
    });
  });
}
