import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import type { MysqlAddress } from './mysql-address';
import { connectionOptions } from './mysql-address';

/** What the server says about itself. */
export interface ServerSettings {
  /** As `SELECT VERSION()` answers, such as `10.11.14-MariaDB-0+deb12u2`. */
  readonly version: string;
  readonly flushLogAtCommit: number;
  readonly binaryLog: boolean;
  readonly syncBinaryLog: number;
  readonly sqlMode: readonly string[];
  /** Collation that new tables of our database get. */
  readonly collation: string;
}

/** Things that are wrong with a server. `fatal` ones cannot be accepted by a setting. */
export interface ServerProblems {
  readonly fatal: readonly string[];
  readonly unsafe: readonly string[];
}

const COLLATION = 'utf8mb4_bin';
const OLDEST = { mariadb: [10, 6], mysql: [8, 0] } as const;

/** True for MariaDB, false for MySQL. */
export function isMariaDb(settings: ServerSettings): boolean {
  return /mariadb/i.test(settings.version);
}

/** Judges a server: each problem is one sentence with what to do. Pure. */
export function serverProblems(settings: ServerSettings): ServerProblems {
  const fatal: string[] = [];
  const unsafe: string[] = [];
  if (isTooOld(settings))
    fatal.push(`version ${settings.version} is too old: MariaDB 10.6 or MySQL 8.0 is needed (row locks with SKIP LOCKED)`);
  if (settings.sqlMode.includes('NO_BACKSLASH_ESCAPES'))
    fatal.push('sql_mode has NO_BACKSLASH_ESCAPES, with which values cannot be sent safely: remove it');
  if (settings.collation !== COLLATION) {
    fatal.push(
      `the database sorts and compares by ${settings.collation}: ALTER DATABASE ... CHARACTER SET utf8mb4 COLLATE ${COLLATION} before the first start`,
    );
  }
  if (settings.flushLogAtCommit !== 1) {
    unsafe.push(`innodb_flush_log_at_trx_commit is ${settings.flushLogAtCommit}: set it to 1, or answered commands are lost in a crash`);
  }
  if (settings.binaryLog && settings.syncBinaryLog !== 1) {
    unsafe.push(`sync_binlog is ${settings.syncBinaryLog}: set it to 1, or the binary log and the data differ after a crash`);
  }
  if (!settings.sqlMode.some((mode) => mode.startsWith('STRICT_'))) {
    unsafe.push('sql_mode has no STRICT_TRANS_TABLES: add it, or values that are too long are cut off in silence');
  }
  return { fatal, unsafe };
}

/** Connects once, looks, and answers the settings. Throws one error that names all problems at once. */
export async function checkServer(address: MysqlAddress, acceptUnsafe: boolean): Promise<ServerSettings> {
  const connection = await createConnection(connectionOptions(address));
  try {
    await useCollation(connection, address.database);
    const settings = await readSettings(connection);
    const { fatal, unsafe } = serverProblems(settings);
    const problems = acceptUnsafe ? fatal : [...fatal, ...unsafe];
    if (problems.length > 0) throw new Error(refusal(address, problems, fatal.length === 0));
    return settings;
  } finally {
    await connection.end();
  }
}

function refusal(address: MysqlAddress, problems: readonly string[], mayBeAccepted: boolean): string {
  const hint = mayBeAccepted ? '\nTo run all the same, knowing that data may be lost: setting acceptUnsafeDatabase.' : '';
  return `the database server ${address.host}:${address.port} is not set up safely:\n- ${problems.join('\n- ')}${hint}`;
}

function isTooOld(settings: ServerSettings): boolean {
  const [major = 0, minor = 0] = settings.version.split('.').map((part) => Number.parseInt(part, 10));
  const [oldestMajor, oldestMinor] = OLDEST[isMariaDb(settings) ? 'mariadb' : 'mysql'];
  return major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
}

/** An empty database gets our collation by itself; one with tables is left as it is and judged. */
async function useCollation(connection: Connection, database: string): Promise<void> {
  const [tables] = await connection.query<RowDataPacket[]>('SHOW TABLES');
  if (tables.length > 0) return;
  const name = `\`${database.replaceAll('`', '``')}\``;
  await connection.query(`ALTER DATABASE ${name} CHARACTER SET utf8mb4 COLLATE ${COLLATION}`).catch(() => undefined);
}

async function readSettings(connection: Connection): Promise<ServerSettings> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT VERSION() AS version, @@GLOBAL.innodb_flush_log_at_trx_commit AS flushLog, @@GLOBAL.log_bin AS binaryLog,
      @@GLOBAL.sync_binlog AS syncBinaryLog, @@GLOBAL.sql_mode AS sqlMode, @@collation_database AS collation`,
  );
  const [row] = rows;
  if (!row) throw new Error('the database server did not answer what it is');
  return {
    version: String(row['version']),
    flushLogAtCommit: Number(row['flushLog']),
    binaryLog: Number(row['binaryLog']) === 1,
    syncBinaryLog: Number(row['syncBinaryLog']),
    sqlMode: String(row['sqlMode']).split(','),
    collation: String(row['collation']),
  };
}
