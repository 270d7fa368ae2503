import type { ConnectionOptions } from 'mysql2';
import type { DatabaseAddress } from '../database-url';

/** The address of a MariaDB or MySQL database. */
export type MysqlAddress = Extract<DatabaseAddress, { kind: 'mysql' }>;

const CONNECT_TIMEOUT_MS = 5000;

/** What mysql2 needs to connect. Numbers above 2^53 come as text, all others as numbers; times are UTC. */
export function connectionOptions(address: MysqlAddress): ConnectionOptions {
  return {
    host: address.host,
    port: address.port,
    user: address.user,
    password: address.password,
    database: address.database,
    charset: 'UTF8MB4_BIN',
    timezone: 'Z',
    supportBigNumbers: true,
    bigNumberStrings: false,
    stringifyObjects: true,
    connectTimeout: CONNECT_TIMEOUT_MS,
    ...(address.tls ? { ssl: {} } : {}),
  };
}
