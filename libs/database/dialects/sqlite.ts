import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'libsql';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver.js';
import type { DatabaseOptions, OpenDatabase } from '../data-source';
import { createStatementWatch } from '../statement-watch';
import { databaseErrorCode, type Dialect } from './dialect';
import { SqliteConnections } from './sqlite-connections';
import { lockForThisProcess } from './sqlite-process-lock';
import { SqliteQueryRunner } from './sqlite-query-runner';

const BUSY_TIMEOUT_MS = 5000;

/** One process holds the file, and in it one unit of work after the other. */
class SqliteDialect implements Dialect {
  readonly kind = 'sqlite';
  private turn: Promise<unknown> = Promise.resolve();

  isTransient(error: unknown): boolean {
    return /^SQLITE_(BUSY|LOCKED)/.test(databaseErrorCode(error).code);
  }

  isConnectionLost(): boolean {
    return false;
  }

  exclusively<T>(_dataSource: DataSource, _name: string, work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work, work);
    this.turn = mine;
    return mine;
  }
}

/** The parts of the driver that are reached into; private in its typings. */
interface DriverInside {
  databaseConnection: Database.Database;
  createDatabaseConnection(): Promise<Database.Database>;
  createQueryRunner(): SqliteQueryRunner;
  disconnect(): Promise<void>;
}

/** Opens an SQLite file, made with its folder if it is not there. Refused when another process has it open. */
export async function openSqlite(file: string, options: DatabaseOptions): Promise<OpenDatabase> {
  const path = resolve(file);
  mkdirSync(dirname(path), { recursive: true });
  const unlock = lockForThisProcess(path);
  try {
    const dataSource = new DataSource(sqliteOptions(path, options));
    isolateTransactions(dataSource, unlock);
    await dataSource.initialize();
    return { dataSource, dialect: new SqliteDialect() };
  } catch (error) {
    unlock();
    throw error;
  }
}

function sqliteOptions(path: string, options: DatabaseOptions): DataSourceOptions {
  return {
    type: 'better-sqlite3',
    database: path,
    driver: Database,
    enableWAL: true,
    timeout: BUSY_TIMEOUT_MS,
    prepareDatabase: (connection: Database.Database) => void connection.pragma(`synchronous = ${options.synchronous ?? 'NORMAL'}`),
    entities: [...options.entities],
    migrations: [...options.migrations],
    migrationsTableName: 'database_migration',
    logging: false,
  };
}

function isolateTransactions(dataSource: DataSource, unlock: () => void): void {
  const driver = dataSource.driver as BetterSqlite3Driver;
  const inside = driver as unknown as DriverInside;
  const connections = new SqliteConnections(
    () => inside.databaseConnection,
    () => inside.createDatabaseConnection(),
  );
  const watch = createStatementWatch(dataSource);
  const disconnect = inside.disconnect.bind(driver);
  inside.createQueryRunner = () => new SqliteQueryRunner(driver, connections, watch);
  inside.disconnect = async () => {
    connections.close();
    await disconnect();
    unlock();
  };
  driver.supportedDataTypes.push('longtext');
}
