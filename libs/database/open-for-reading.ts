import { existsSync } from 'node:fs';
import Database from 'libsql';
import { openDatabase } from './data-source';
import { parseDatabaseUrl } from './database-url';

/** A connection beside a running system. */
export interface ReadingConnection {
  query(sql: string, parameters?: readonly unknown[]): Promise<unknown>;
  close(): Promise<void>;
}

const WAIT_MS = 5_000;

/**
 * Opens a database for reading only, for tools that run beside the server: on SQLite too, where a second server would be refused.
 * Throws when there is no such file.
 */
export async function openForReading(url: string): Promise<ReadingConnection> {
  const address = parseDatabaseUrl(url);
  return address.kind === 'sqlite' ? openFile(address.file) : openServer(url);
}

function openFile(file: string): ReadingConnection {
  if (!existsSync(file)) throw new Error(`there is no database ${file}`);
  const connection = new Database(file, { timeout: WAIT_MS });
  connection.pragma('query_only = 1');
  return {
    query: async (sql, parameters = []) => connection.prepare(sql).all(...parameters),
    close: async () => void connection.close(),
  };
}

/** Whether the server is set up safely matters to those who write. */
async function openServer(url: string): Promise<ReadingConnection> {
  const { dataSource } = await openDatabase({ url, entities: [], migrations: [], poolSize: 1, acceptUnsafe: true });
  return {
    query: (sql, parameters = []) => dataSource.query(sql, [...parameters]),
    close: () => dataSource.destroy(),
  };
}
