import type { DataSource } from 'typeorm';

/** What a unit of work must know about the database it runs on. */
export interface Dialect {
  readonly kind: 'sqlite' | 'mysql';
  /** The database undid the transaction by itself (deadlock, lock wait, busy): the whole unit may run again. */
  isTransient(error: unknown): boolean;
  /** The connection is gone. What was not committed is undone; whether a COMMIT on its way took effect is not known. */
  isConnectionLost(error: unknown): boolean;
  /** Runs the work while no other node runs one of the same name. Waits for its turn, for a minute at most where there are other nodes; then throws. */
  exclusively<T>(dataSource: DataSource, name: string, work: () => Promise<T>): Promise<T>;
}

/** Switches of the query runners behind both dialects. */
export interface GuardedRunner {
  /** Statements that change something are refused: the runner serves `UnitOfWork.read`. */
  refusesWrites: boolean;
}

/** Code or number of a database error, whoever wrapped it. */
export function databaseErrorCode(error: unknown): { readonly code: string; readonly errno: number; readonly fatal: boolean } {
  const inner = (error as { driverError?: unknown } | undefined)?.driverError ?? error;
  const { code, errno, fatal } = (inner ?? {}) as { code?: unknown; errno?: unknown; fatal?: unknown };
  return { code: typeof code === 'string' ? code : '', errno: typeof errno === 'number' ? errno : 0, fatal: fatal === true };
}

const DUPLICATE_ENTRY = 1062;

/** True when a row with the same primary or unique key exists. On both databases the transaction goes on as if nothing had been tried. */
export function isDuplicateKey(error: unknown): boolean {
  const { code, errno } = databaseErrorCode(error);
  return errno === DUPLICATE_ENTRY || code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || code === 'SQLITE_CONSTRAINT_UNIQUE';
}

const READS = /^\s*(select|show|explain|pragma|values|with(?![\s\S]*\b(insert|update|delete)\b))/i;

/** True for statements that change nothing. */
export function isReading(sql: string): boolean {
  return READS.test(sql);
}
