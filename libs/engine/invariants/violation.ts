/** A broken promise, as `id: what and where`. */
export type Violation = string;

/** Anything that runs a query: a data source, or a connection for reading beside a running system. */
export interface Queryable {
  query(sql: string, values?: (string | number)[]): Promise<unknown>;
}

/** Rows of a query. */
export async function rowsOf<R>(source: Queryable, sql: string, values: readonly (string | number)[] = []): Promise<readonly R[]> {
  return (await source.query(sql, [...values])) as readonly R[];
}
