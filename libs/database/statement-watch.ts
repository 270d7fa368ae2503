import type { DataSource } from 'typeorm';

/** Sees every statement before it is sent. */
export type StatementListener = (sql: string, parameters: readonly unknown[]) => void;

/** The place where a database's query runners find the listener. One comparison per statement while nobody listens. */
export interface StatementWatch {
  listener?: StatementListener;
}

const watches = new WeakMap<object, StatementWatch>();

/** Makes the watch of a database; called once when it is opened. */
export function createStatementWatch(dataSource: DataSource): StatementWatch {
  const watch: StatementWatch = {};
  watches.set(dataSource, watch);
  return watch;
}

/**
 * Listens to the statements of a database: for the benchmark, which sends the same ones without us, and for tests that count them.
 * Parameters hold personal data; do not log them. Answers a function that ends the listening.
 */
export function watchStatements(dataSource: DataSource, listener: StatementListener): () => void {
  const watch = watches.get(dataSource);
  if (!watch) throw new Error('only databases opened with openDatabase can be watched');
  watch.listener = listener;
  return () => {
    delete watch.listener;
  };
}
