/** The only place that knows which database it is. */
export { openDatabase } from './data-source';
export type { DatabaseOptions, OpenDatabase } from './data-source';
export { openForReading } from './open-for-reading';
export type { ReadingConnection } from './open-for-reading';
export { parseDatabaseUrl } from './database-url';
export type { DatabaseAddress } from './database-url';
export { databaseErrors, RetryUnitError } from './database.errors';
export { isDuplicateKey } from './dialects/dialect';
export type { Dialect } from './dialects/dialect';
export { armFailpoint, failpoint, passedFailpoints } from './failpoints';
export { IdempotencyRepository } from './idempotency.repository';
export { migrate } from './migration-runner';
export { newId } from './new-id';
export { watchStatements } from './statement-watch';
export type { StatementListener } from './statement-watch';
export { DatabaseUnitOfWork } from './unit-of-work';
export type { SubscriberHub } from './unit-of-work';
