import { QueryFailedError, QueryResult } from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver.js';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';
import { sqlValues, type SqlValue } from '../parameters';
import type { StatementWatch } from '../statement-watch';
import { type GuardedRunner, isReading } from './dialect';
import type { SqliteConnection, SqliteConnections } from './sqlite-connections';

const CHANGES_TABLES = /^\s*(create|alter|drop)\b/i;

interface Turn {
  readonly connection: SqliteConnection;
  readonly release: () => void;
}

/**
 * TypeORM has one connection and one query runner for a whole SQLite database: two transactions that overlap in time are nested
 * into each other, and the rollback of one throws away what the other one committed. Here each runner has its own transaction.
 */
export class SqliteQueryRunner extends BetterSqlite3QueryRunner implements GuardedRunner {
  refusesWrites = false;
  private turn: Turn | undefined;
  private doom: unknown;

  constructor(
    driver: BetterSqlite3Driver,
    private readonly connections: SqliteConnections,
    private readonly watch: StatementWatch,
  ) {
    super(driver);
  }

  override connect(): Promise<unknown> {
    return Promise.resolve((this.turn?.connection ?? this.connections.reader).raw);
  }

  override async startTransaction(): Promise<void> {
    if (this.transactionDepth > 0) return super.startTransaction();
    this.turn = await this.connections.acquire();
    try {
      await super.startTransaction();
    } catch (error) {
      this.isTransactionActive = false;
      this.giveTurnBack();
      throw error;
    }
  }

  override async commitTransaction(): Promise<void> {
    await super.commitTransaction();
    if (this.transactionDepth === 0) this.giveTurnBack();
  }

  override async rollbackTransaction(): Promise<void> {
    this.doom = undefined;
    try {
      await super.rollbackTransaction();
    } finally {
      if (!this.isTransactionActive || this.transactionDepth <= 1) this.giveTurnBack();
    }
  }

  override async release(): Promise<void> {
    if (this.isTransactionActive) await this.rollbackTransaction().catch(() => undefined);
    this.giveTurnBack();
    await super.release();
    this.isReleased = true;
  }

  /** Keys between tables are not checked while migrations rebuild tables. */
  override async beforeMigration(): Promise<void> {
    (await this.connections.writer()).raw.pragma('foreign_keys = OFF');
  }

  override async afterMigration(): Promise<void> {
    (await this.connections.writer()).raw.pragma('foreign_keys = ON');
  }

  /** Rows of a query; `{ affectedRows }` of a change, as on MySQL. */
  override async query(sql: string, parameters?: unknown[] | object, isStructured = false): Promise<unknown> {
    if (this.isReleased) throw new Error('the unit of work has ended: its tx cannot be used any more');
    if (this.doom) throw this.doom;
    const values = sqlValues(parameters);
    this.watch.listener?.(sql, values);
    if (this.turn) return this.execute(this.turn.connection, sql, values, isStructured);
    if (isReading(sql)) return this.execute(this.connections.reader, sql, values, isStructured);
    return this.writeAlone(sql, values, isStructured);
  }

  private async writeAlone(sql: string, values: SqlValue[], isStructured: boolean): Promise<unknown> {
    if (this.refusesWrites) throw new Error('UnitOfWork.read cannot write: use UnitOfWork.run');
    const turn = await this.connections.acquire();
    try {
      return this.execute(turn.connection, sql, values, isStructured);
    } finally {
      turn.release();
    }
  }

  private execute(connection: SqliteConnection, sql: string, values: SqlValue[], isStructured: boolean): unknown {
    if (!connection.raw.open) throw new Error('the database is closed');
    try {
      const { statement, isReader } = connection.prepare(sql === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE' : sql);
      if (isReader) return rows(statement.all(values), isStructured);
      const { changes, lastInsertRowid } = statement.run(values);
      if (CHANGES_TABLES.test(sql)) this.connections.forgetStatements();
      return isStructured ? structured(lastInsertRowid, undefined, changes) : { affectedRows: changes };
    } catch (error) {
      const failure = new QueryFailedError(sql, undefined, error as Error);
      if (this.isTransactionActive && !connection.raw.inTransaction) this.doom = failure;
      throw failure;
    }
  }

  private giveTurnBack(): void {
    const turn = this.turn;
    this.turn = undefined;
    this.doom = undefined;
    turn?.release();
  }
}

function rows(found: unknown[], isStructured: boolean): unknown {
  return isStructured ? structured(found, found, undefined) : found;
}

function structured(raw: unknown, records: unknown[] | undefined, affected: number | undefined): QueryResult {
  const result = new QueryResult();
  result.raw = raw;
  if (records) result.records = records;
  if (affected !== undefined) result.affected = affected;
  return result;
}
