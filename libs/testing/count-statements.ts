import { watchStatements } from '@fashen/database';
import type { DataSource } from 'typeorm';

/** An answer, and how many statements it took. */
export interface Counted<T> {
  readonly result: T;
  readonly statements: number;
}

/** Counts the statements that an act sends to the database. What runs beside it is counted too. */
export async function countStatements<T>(dataSource: DataSource, act: () => Promise<T>): Promise<Counted<T>> {
  let statements = 0;
  const stop = watchStatements(dataSource, () => (statements += 1));
  try {
    return { result: await act(), statements };
  } finally {
    stop();
  }
}
