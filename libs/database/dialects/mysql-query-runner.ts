import type { PoolConnection, ResultSetHeader } from 'mysql2';
import { QueryFailedError, QueryResult } from 'typeorm';
import type { MysqlDriver } from 'typeorm/driver/mysql/MysqlDriver.js';
import { MysqlQueryRunner as BaseMysqlQueryRunner } from 'typeorm/driver/mysql/MysqlQueryRunner.js';
import { sqlValues, type SqlValue } from '../parameters';
import type { StatementWatch } from '../statement-watch';
import { type GuardedRunner, isReading } from './dialect';
import { isConnectionLost, isTransient } from './mysql-errors';

/**
 * TypeORM's query runner without its broadcasts, and with one promise more: after a deadlock the server has undone the transaction
 * and would commit each later statement by itself, so a transaction that failed in such a way refuses everything but its rollback.
 */
export class MysqlQueryRunner extends BaseMysqlQueryRunner implements GuardedRunner {
  refusesWrites = false;
  private doom: unknown;

  constructor(
    driver: MysqlDriver,
    private readonly watch: StatementWatch,
  ) {
    super(driver, 'master');
  }

  override async rollbackTransaction(): Promise<void> {
    this.doom = undefined;
    await super.rollbackTransaction();
  }

  /** Gives the connection back to the pool; one whose transaction may still be open is closed instead. */
  override async release(): Promise<void> {
    if (this.isReleased) return;
    if (this.isTransactionActive) await this.rollbackTransaction().catch(() => this.discard());
    await super.release();
  }

  /** Rows of a query; for a change an object with `affectedRows` (rows that were found, changed or not), as on SQLite. */
  override async query(sql: string, parameters?: unknown[] | object, isStructured = false): Promise<unknown> {
    if (this.isReleased) throw new Error('the unit of work has ended: its tx cannot be used any more');
    if (this.doom) throw this.doom;
    if (this.refusesWrites && !isReading(sql)) throw new Error('UnitOfWork.read cannot write: use UnitOfWork.run');
    const values = sqlValues(parameters);
    this.watch.listener?.(sql, values);
    try {
      const raw = await this.send(sql, values);
      return isStructured ? structured(raw) : raw;
    } catch (error) {
      throw this.failure(sql, error);
    }
  }

  private async send(sql: string, values: SqlValue[]): Promise<unknown> {
    const connection = (this.databaseConnection ?? (await this.connect())) as PoolConnection;
    return new Promise((resolve, reject) => {
      connection.query(sql, values, (error, raw) => (error ? reject(error) : resolve(raw)));
    });
  }

  /** The values stay out of the error: it may be logged, and they may be personal data. */
  private failure(sql: string, error: unknown): QueryFailedError {
    if (error instanceof Error && 'sql' in error) delete error.sql;
    const failure = new QueryFailedError(sql, undefined, error as Error);
    if (this.isTransactionActive && (isTransient(error) || isConnectionLost(error))) this.doom = failure;
    return failure;
  }

  private discard(): void {
    this.isTransactionActive = false;
    (this.databaseConnection as PoolConnection | undefined)?.destroy();
  }
}

function structured(raw: unknown): QueryResult {
  const result = new QueryResult();
  result.raw = raw;
  if (Array.isArray(raw)) result.records = raw;
  else result.affected = (raw as ResultSetHeader).affectedRows;
  return result;
}
