import { databaseErrorCode } from './dialect';

/*
 * Error numbers of MariaDB and MySQL. Galera reports a clash with another node as a deadlock, also at COMMIT.
 */
const TRANSIENT: ReadonlySet<number> = new Set([
  1213, // deadlock
  1205, // lock wait timeout
  1020, // record has changed since last read
]);

const LOST: ReadonlySet<number> = new Set([
  1040, // too many connections
  1047, // Galera node not ready
  1053, // server shutdown in progress
  1077, // normal shutdown
  1152, // aborted connection
  1290, // server has become read-only
  1317, // query interrupted
  1927, // connection was killed
  4031, // disconnected for inactivity
]);

const LOST_CODES: ReadonlySet<string> = new Set([
  'PROTOCOL_CONNECTION_LOST',
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** The server undid the transaction or the statement; running the whole unit again may go well. */
export function isTransient(error: unknown): boolean {
  return TRANSIENT.has(databaseErrorCode(error).errno);
}

/** The connection is gone or of no use any more. */
export function isConnectionLost(error: unknown): boolean {
  const { code, errno, fatal } = databaseErrorCode(error);
  if (LOST.has(errno) || LOST_CODES.has(code)) return true;
  return (fatal && !code.startsWith('ER_')) || /closed state/.test(String((error as Error | undefined)?.message));
}
