import type { DataSource, MigrationInterface } from 'typeorm';
import type { Class } from '@fashen/plugin-api';
import { parseDatabaseUrl } from './database-url';
import type { Dialect } from './dialects/dialect';
import { openMysql } from './dialects/mysql';
import { openSqlite } from './dialects/sqlite';
import { IdempotencyEntity } from './idempotency.entity';
import { CreateIdempotency1795305600000 } from './migrations/1795305600000-create-idempotency';

/** Which database to open, and what is in it. */
export interface DatabaseOptions {
  /** `sqlite:data/fashen.db`, `mysql://user:password@host:3306/fashen` or `mariadb://...`. */
  readonly url: string;
  readonly entities: readonly Class[];
  readonly migrations: readonly Class<MigrationInterface>[];
  /** MariaDB and MySQL: connections of this node. Default 10. */
  readonly poolSize?: number;
  /** MariaDB and MySQL: open a server that may lose confirmed commands. Default no. */
  readonly acceptUnsafe?: boolean;
  /** SQLite: `NORMAL` survives the death of the process, `FULL` also a power cut. Default `NORMAL`. */
  readonly synchronous?: 'NORMAL' | 'FULL';
}

/** An open database. `dataSource.destroy()` closes it and gives its file free. */
export interface OpenDatabase {
  readonly dataSource: DataSource;
  readonly dialect: Dialect;
}

/**
 * Opens the database; `migrate` brings its tables up to date. The tables of this library come on top of the given ones.
 * Throws at boot, with a sentence for the operator, when the address is wrong, the file is in use or the server is not set up safely.
 */
export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  const address = parseDatabaseUrl(options.url);
  const all: DatabaseOptions = {
    ...options,
    entities: [IdempotencyEntity, ...options.entities],
    migrations: [CreateIdempotency1795305600000, ...options.migrations],
  };
  return address.kind === 'sqlite' ? openSqlite(address.file, all) : openMysql(address, all);
}
