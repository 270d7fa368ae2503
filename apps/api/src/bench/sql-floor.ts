import { createConnection, createPool, type Pool, type PoolConnection, type RowDataPacket } from 'mysql2/promise';
import type { Statement } from './approve-acts';

const FLOOR = 'floor';

/**
 * The floor under an act: its SQL statements, sent with the same parameters to a copy of the same database, directly through mysql2.
 * Nothing is computed between two statements.
 */
export class SqlFloor {
  private constructor(private readonly pool: Pool) {}

  /** Copies the database as it stands now, tables and rows. */
  static async copyOf(url: string, connections: number): Promise<SqlFloor> {
    const own = new URL(url);
    const source = own.pathname.slice(1);
    const connection = await createConnection(url);
    await connection.query(`CREATE DATABASE ${FLOOR} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    const [tables] = await connection.query<RowDataPacket[][]>({ sql: 'SHOW TABLES', rowsAsArray: true });
    for (const [table] of tables as unknown as string[][]) {
      await connection.query(`CREATE TABLE ${FLOOR}.${table} LIKE ${source}.${table}`);
      await connection.query(`INSERT INTO ${FLOOR}.${table} SELECT * FROM ${source}.${table}`);
    }
    await connection.end();
    own.pathname = `/${FLOOR}`;
    return new SqlFloor(await openPool(own.toString(), connections));
  }

  /** Sends the statements of one act, one after the other, on one connection. */
  async send(act: readonly Statement[]): Promise<void> {
    const connection = await this.pool.getConnection();
    try {
      for (const { sql, parameters } of act) await connection.query(sql, [...parameters]);
    } finally {
      connection.release();
    }
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}

/** Connections set up as ours are, made before anything is measured. */
async function openPool(url: string, connections: number): Promise<Pool> {
  const pool = createPool({ uri: url, connectionLimit: connections });
  const all: PoolConnection[] = [];
  for (let made = 0; made < connections; made++) {
    const connection = await pool.getConnection();
    await connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
    all.push(connection);
  }
  for (const connection of all) connection.release();
  return pool;
}
