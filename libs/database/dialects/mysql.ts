import mysql, { type Pool, type PoolOptions } from 'mysql2';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { MysqlDriver } from 'typeorm/driver/mysql/MysqlDriver.js';
import type { DatabaseOptions, OpenDatabase } from '../data-source';
import { createStatementWatch } from '../statement-watch';
import type { Dialect } from './dialect';
import { connectionOptions, type MysqlAddress } from './mysql-address';
import { isConnectionLost, isTransient } from './mysql-errors';
import { MysqlQueryRunner } from './mysql-query-runner';
import { checkServer, isMariaDb } from './mysql-server-check';

const DEFAULT_POOL_SIZE = 10;
const LOCK_WAIT_SECONDS = 10;
const TURN_WAIT_SECONDS = 60;

/** Units run side by side, on as many nodes as there are. */
export const mysqlDialect: Dialect = { kind: 'mysql', isTransient, isConnectionLost, exclusively };

/** Opens a MariaDB or MySQL database. Refused when the server could lose what it confirmed, unless that is accepted by a setting. */
export async function openMysql(address: MysqlAddress, options: DatabaseOptions): Promise<OpenDatabase> {
  const settings = await checkServer(address, options.acceptUnsafe ?? false);
  const dataSource = new DataSource(mysqlOptions(address, options, isMariaDb(settings) ? 'mariadb' : 'mysql'));
  const watch = createStatementWatch(dataSource);
  const driver = dataSource.driver as MysqlDriver;
  driver.createQueryRunner = () => new MysqlQueryRunner(driver, watch);
  await dataSource.initialize();
  return { dataSource, dialect: mysqlDialect };
}

function mysqlOptions(address: MysqlAddress, options: DatabaseOptions, type: 'mariadb' | 'mysql'): DataSourceOptions {
  return {
    type,
    database: address.database,
    driver: { ...mysql, createPool },
    poolSize: options.poolSize ?? DEFAULT_POOL_SIZE,
    extra: connectionOptions(address),
    entities: [...options.entities],
    migrations: [...options.migrations],
    migrationsTableName: 'database_migration',
    logging: false,
  };
}

/** Each connection is set up once, when it is made, not for each unit. */
function createPool(options: PoolOptions): Pool {
  const pool = mysql.createPool(options);
  pool.on('connection', (connection) => {
    const orClose = (error: unknown): void => {
      if (error) connection.destroy();
    };
    connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED', orClose);
    connection.query(`SET SESSION innodb_lock_wait_timeout = ${LOCK_WAIT_SECONDS}`, orClose);
  });
  return pool;
}

async function exclusively<T>(dataSource: DataSource, name: string, work: () => Promise<T>): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    const [row] = (await runner.query('SELECT GET_LOCK(CONCAT(DATABASE(), ?), ?) AS mine', [`:${name}`, TURN_WAIT_SECONDS])) as {
      mine: number;
    }[];
    if (row?.mine !== 1) throw new Error(`another node has held "${name}" for ${TURN_WAIT_SECONDS} s`);
    return await work();
  } finally {
    await runner.query('SELECT RELEASE_LOCK(CONCAT(DATABASE(), ?))', [`:${name}`]).catch(() => undefined);
    await runner.release();
  }
}
