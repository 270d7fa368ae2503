import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTestPlace, openTestDatabase, schemaDrift, type TestPlace } from '@fashen/testing';
import { migrate, type OpenDatabase } from '../index';
import { CreateCounter1795305600001, counterTables } from './counter';

class AddSecondCounter1795305600002 implements MigrationInterface {
  name = 'AddSecondCounter1795305600002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("INSERT INTO test_counter (id, value) VALUES ('made-by-migration', 2)");
  }

  down(): Promise<void> {
    return Promise.resolve();
  }
}

const NAMES = ['CreateIdempotency1795305600000', 'CreateCounter1795305600001', 'AddSecondCounter1795305600002'];

describe('migrations', () => {
  let place: TestPlace;
  const opened: OpenDatabase[] = [];
  const open = async () => {
    const database = await openTestDatabase(place, {
      ...counterTables,
      migrations: [AddSecondCounter1795305600002, CreateCounter1795305600001],
    });
    opened.push(database);
    return database;
  };

  beforeEach(async () => {
    place = await createTestPlace();
  });
  afterEach(async () => {
    for (const database of opened.splice(0)) await database.dataSource.destroy();
    await place.remove();
  });

  it('run once, in the order of their time and not of the list', async () => {
    // given
    const database = await open();
    // when
    const first = await migrate(database);
    const second = await migrate(database);
    // then
    expect(first).toEqual(NAMES);
    expect(second).toEqual([]);
  });

  it('leave no difference between entities and tables', async () => {
    // given
    const database = await open();
    await migrate(database);
    // then
    expect(await schemaDrift(database.dataSource)).toEqual([]);
  });

  it('run once when they are started twice at the same time, by two nodes where there may be two', async () => {
    // given
    const first = await open();
    const second = place.kind === 'mysql' ? await open() : first;
    // when
    const ran = await Promise.all([migrate(first), migrate(second)]);
    // then
    expect(ran.flat()).toEqual(NAMES);
    expect(await first.dataSource.query('SELECT value FROM test_counter')).toHaveLength(1);
  });

  it('go on after one that was cut off between its tables and its entry', async () => {
    // given
    const database = await open();
    await migrate(database);
    await database.dataSource.query("DELETE FROM database_migration WHERE name = 'CreateCounter1795305600001'");
    // when
    const ran = await migrate(database);
    // then
    expect(ran).toEqual(['CreateCounter1795305600001']);
  });
});
