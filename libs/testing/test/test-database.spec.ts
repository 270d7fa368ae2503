import { Entity, type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import {
  columns,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  LongTextColumn,
  RefColumn,
  TextColumn,
} from '@fashen/plugin-api/server';
import { createTestDatabase, createTestPlace, openTestDatabase, schemaDrift, testDatabaseKind } from '../index';

@Entity('kit_sample')
class SampleEntity {
  @IdColumn()
  id!: string;

  @RefColumn({ nullable: true })
  other_id!: string | null;

  @TextColumn(40)
  name!: string;

  @LongTextColumn({ nullable: true })
  content!: string | null;

  @IntegerColumn({ default: 0 })
  revision!: number;

  @InstantColumn()
  made_at!: number;

  @FlagColumn({ default: false })
  is_open!: boolean;
}

class CreateSample1795305600009 implements MigrationInterface {
  name = 'CreateSample1795305600009';

  async up(runner: QueryRunner): Promise<void> {
    const table = new Table({
      name: 'kit_sample',
      columns: [
        columns.id(),
        columns.ref('other_id', { isNullable: true }),
        columns.text('name', 40),
        columns.longText('content', { isNullable: true }),
        columns.integer('revision', { default: 0 }),
        columns.instant('made_at'),
        columns.flag(runner, 'is_open', { default: 0 }),
      ],
    });
    await runner.createTable(table, true);
  }

  down(): Promise<void> {
    return Promise.resolve();
  }
}

const tables = { entities: [SampleEntity], migrations: [CreateSample1795305600009] };

describe('the database of a test', () => {
  it('has the tables of the entities, with every kind of column the contract offers', async () => {
    // given
    const database = await createTestDatabase(tables);
    // then
    expect(database.kind).toBe(testDatabaseKind());
    expect(await schemaDrift(database.dataSource)).toEqual([]);
    await database.drop();
  });

  it('tells what is missing in the tables', async () => {
    // given
    const database = await createTestDatabase({ ...tables, migrations: [] });
    // then
    expect((await schemaDrift(database.dataSource)).join()).toContain('kit_sample');
    await database.drop();
  });

  it('gives back what was put in: Chinese, characters beyond 16 bits, 200,000 letters, milliseconds', async () => {
    // given
    const database = await createTestDatabase(tables);
    const row = {
      id: '样例😀',
      other_id: null,
      name: '法制审核 ',
      content: '案'.repeat(200_000),
      revision: 1,
      made_at: 1_772_413_200_123,
      is_open: 1,
    };
    // when
    await database.dataSource.query(
      'INSERT INTO kit_sample (id, other_id, name, content, revision, made_at, is_open) VALUES (?, ?, ?, ?, ?, ?, ?)',
      [row.id, row.other_id, row.name, row.content, row.revision, row.made_at, true],
    );
    const found = await database.dataSource.query('SELECT * FROM kit_sample');
    // then
    expect(found.map((each: object) => ({ ...each }))).toEqual([row]);
    await database.drop();
  });

  it('tells upper from lower case and one emoji from another', async () => {
    // given
    const database = await createTestDatabase(tables);
    const put = (id: string) => database.dataSource.query('INSERT INTO kit_sample (id, name, made_at) VALUES (?, ?, ?)', [id, id, 0]);
    // when
    for (const id of ['a', 'A', '😀', '😁']) await put(id);
    // then
    expect(await database.dataSource.query('SELECT id FROM kit_sample WHERE id = ?', ['A'])).toHaveLength(1);
    expect(await database.dataSource.query('SELECT id FROM kit_sample')).toHaveLength(4);
    await database.drop();
  });

  it('is gone after it was dropped', async () => {
    // given
    const place = await createTestPlace();
    const first = await openTestDatabase(place, tables);
    await first.dataSource.runMigrations();
    await first.dataSource.destroy();
    await place.remove();
    // when
    const again = openTestDatabase(place, tables).then(async (database) => {
      const drift = await schemaDrift(database.dataSource);
      await database.dataSource.destroy();
      await place.remove();
      return drift.length > 0 ? 'empty' : 'not empty';
    });
    // then
    await expect(again.catch(() => 'gone')).resolves.toMatch(/^(empty|gone)$/);
  });
});
