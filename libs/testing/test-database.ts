import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource, MigrationInterface } from 'typeorm';
import { createConnection } from 'mysql2/promise';
import type { Class } from '@fashen/plugin-api';
import { migrate, newId, type OpenDatabase, openDatabase } from '@fashen/database';

/** The database kinds on which every suite runs. */
export type TestDatabaseKind = 'sqlite' | 'mysql';

/** What is in the database of a test. */
export interface TestTables {
  readonly entities: readonly Class[];
  readonly migrations: readonly Class<MigrationInterface>[];
  /** MariaDB: connections of this opening. Default 10. */
  readonly poolSize?: number;
}

/** A place for one database, empty and not yet opened. Several nodes may open it on MariaDB. */
export interface TestPlace {
  readonly kind: TestDatabaseKind;
  readonly url: string;
  /** Removes the database and all that is in it. Close it first. */
  remove(): Promise<void>;
}

/** An open database of a test, with its tables. */
export interface TestDatabase extends OpenDatabase {
  readonly kind: TestDatabaseKind;
  readonly url: string;
  /** Closes and removes it. */
  drop(): Promise<void>;
}

/** Which kind this run uses: the environment's `DB`, `sqlite` when it says nothing. */
export function testDatabaseKind(): TestDatabaseKind {
  const kind = process.env['DB'] ?? 'sqlite';
  if (kind !== 'sqlite' && kind !== 'mysql') throw new Error(`DB must be sqlite or mysql, not ${kind}`);
  return kind;
}

/** Address of the MariaDB that tests may use. Without one, tests that need it fail. */
export function testMysqlUrl(): string {
  const url = process.env['FASHEN_TEST_MYSQL_URL'];
  if (!url) throw new Error('FASHEN_TEST_MYSQL_URL is not set: start the tests with npm test, which brings a MariaDB');
  return url;
}

/** Makes a place for one database: a temporary file, or a fresh database on the test server. */
export async function createTestPlace(kind: TestDatabaseKind = testDatabaseKind()): Promise<TestPlace> {
  return kind === 'sqlite' ? createFile() : createMysqlDatabase();
}

/** Makes a fresh database with the given tables, of the kind this run uses. Call `drop` afterwards. */
export async function createTestDatabase(tables: TestTables): Promise<TestDatabase> {
  const place = await createTestPlace();
  const database = await openTestDatabase(place, tables);
  await migrate(database);
  const drop = async (): Promise<void> => {
    if (database.dataSource.isInitialized) await database.dataSource.destroy();
    await place.remove();
  };
  return { ...database, kind: place.kind, url: place.url, drop };
}

/** Opens a place without making tables. The test server saves time by not syncing its log, so that is accepted here. */
export function openTestDatabase(place: Pick<TestPlace, 'url'>, tables: TestTables): Promise<OpenDatabase> {
  return openDatabase({ ...tables, url: place.url, acceptUnsafe: true });
}

/**
 * Differences between the entities and the tables the migrations made, as the statements that would remove them.
 * Empty is right; otherwise it is the text to write the next migration from.
 */
export async function schemaDrift(dataSource: DataSource): Promise<readonly string[]> {
  const log = await dataSource.driver.createSchemaBuilder().log();
  return log.upQueries.map((query) => query.query);
}

async function createFile(): Promise<TestPlace> {
  const folder = await mkdtemp(join(tmpdir(), 'fashen-test-'));
  return { kind: 'sqlite', url: `sqlite:${join(folder, 'test.db')}`, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function createMysqlDatabase(): Promise<TestPlace> {
  const server = testMysqlUrl();
  const name = `test_${newId().replaceAll('-', '')}`;
  await onServer(server, `CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { kind: 'mysql', url: url.toString(), remove: () => onServer(server, `DROP DATABASE ${name}`) };
}

async function onServer(url: string, statement: string): Promise<void> {
  const connection = await createConnection(url);
  await connection.query(statement);
  await connection.end();
}
