import type Database from 'libsql';
import { isInsideTransaction } from '../current-unit';

type Statement = Database.Statement;

const STATEMENTS_KEPT = 300;
const ROW_LOCK = /\s+for\s+update(\s+(skip\s+locked|nowait))?\s*;?\s*$/i;

/** A connection with the statements prepared on it. */
export class SqliteConnection {
  private readonly statements = new Map<string, { readonly statement: Statement; readonly isReader: boolean }>();

  constructor(readonly raw: Database.Database) {}

  /**
   * A prepared statement. `FOR UPDATE` at the end is left out, so that the same text fits both databases:
   * here a unit has the whole database to itself.
   */
  prepare(sql: string): { readonly statement: Statement; readonly isReader: boolean } {
    const kept = this.statements.get(sql);
    if (kept) return kept;
    const statement = this.raw.prepare(sql.replace(ROW_LOCK, ''));
    const prepared = { statement, isReader: statement.reader };
    this.statements.set(sql, prepared);
    if (this.statements.size > STATEMENTS_KEPT) this.statements.delete(this.statements.keys().next().value ?? sql);
    return prepared;
  }

  /** Forgets what was prepared: after a change of the tables the columns of a statement may be others. */
  forget(): void {
    this.statements.clear();
  }
}

/**
 * The connections of one SQLite file: one for reading, which sees committed rows only, and one for writing,
 * which belongs to one transaction after the other, first come, first served.
 */
export class SqliteConnections {
  private reading: SqliteConnection | undefined;
  private writing: SqliteConnection | undefined;
  private queue: Promise<void> = Promise.resolve();
  private isClosed = false;

  constructor(
    private readonly openedByDriver: () => Database.Database,
    private readonly open: () => Promise<Database.Database>,
  ) {}

  get reader(): SqliteConnection {
    this.refuseClosed();
    this.reading ??= new SqliteConnection(this.openedByDriver());
    return this.reading;
  }

  /** The connection for writing, without the right to use it: for settings before anything runs. */
  async writer(): Promise<SqliteConnection> {
    this.refuseClosed();
    this.writing ??= new SqliteConnection(await this.open());
    return this.writing;
  }

  /** Waits for its turn to write. The answer gives the turn back; calling it twice does nothing more. */
  async acquire(): Promise<{ readonly connection: SqliteConnection; readonly release: () => void }> {
    if (isInsideTransaction()) throw new Error('a write outside the open unit of work would wait for that unit for ever: use tx.manager');
    let done = (): void => undefined;
    const before = this.queue;
    const mine = new Promise<void>((resolve) => (done = resolve));
    this.queue = before.then(() => mine);
    await before;
    try {
      return { connection: await this.writer(), release: () => this.giveBack(done) };
    } catch (error) {
      done();
      throw error;
    }
  }

  /** Tables have changed: nothing prepared before counts. */
  forgetStatements(): void {
    this.reading?.forget();
    this.writing?.forget();
  }

  close(): void {
    this.isClosed = true;
    this.forgetStatements();
    this.writing?.raw.close();
    this.writing = undefined;
    this.reading = undefined;
  }

  /** libsql ends the whole process when a closed connection is used. */
  private refuseClosed(): void {
    if (this.isClosed) throw new Error('the database is closed');
  }

  /** A transaction that could not even be rolled back would poison the next one: its connection is thrown away. */
  private giveBack(done: () => void): void {
    if (this.writing?.raw.inTransaction) {
      this.writing.forget();
      this.writing.raw.close();
      this.writing = undefined;
    }
    done();
  }
}
