import type { Tx } from '@fashen/plugin-api';

/** A value of a row as both databases take it. */
export type Value = string | number | null;

const ROWS_PER_STATEMENT = 500;

/** Inserts rows of one shape, many per statement. Table and column names come from code, never from outside. */
export async function insertRows(tx: Tx, table: string, rows: readonly Readonly<Record<string, Value>>[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    const part = rows.slice(from, from + ROWS_PER_STATEMENT);
    const columns = Object.keys(part[0] ?? {});
    const places = `(${columns.map(() => '?').join(', ')})`;
    await tx.manager.query(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${part.map(() => places).join(', ')}`,
      part.flatMap((row) => columns.map((column) => row[column] ?? null)),
    );
  }
}

/** Reads rows. */
export async function selectRows<R>(tx: Tx, sql: string, values: readonly Value[]): Promise<readonly R[]> {
  return tx.manager.query<R[]>(sql, [...values]);
}

/** Runs a change and answers how many rows it found. */
export async function changeRows(tx: Tx, sql: string, values: readonly Value[]): Promise<number> {
  const { affectedRows } = await tx.manager.query<{ affectedRows: number }>(sql, [...values]);
  return affectedRows;
}

/** `(?, ?, ?)` for a list of values. */
export function placesOf(values: readonly unknown[]): string {
  return `(${values.map(() => '?').join(', ')})`;
}

/** Escapes a text for `LIKE ? ESCAPE '!'`, so that it means itself. */
export function containing(text: string): string {
  return `%${text.replace(/[!%_]/g, '!$&')}%`;
}
