import type { DataSource } from 'typeorm';

/** A broken promise, as `id: what and where`. */
export type Violation = string;

/** Rows of a query. */
export function rowsOf<R>(dataSource: DataSource, sql: string, values: readonly (string | number)[] = []): Promise<readonly R[]> {
  return dataSource.query<R[]>(sql, [...values]);
}
