export { caseControlErrors } from './case-control.errors';
export { caseControlEvents } from './case-control.events';
export { batchBody, dryRunQuery, itemsQuery, migrationBody, migrationsQuery, reasonBody } from './case-control.schema';
export type {
  BatchBody,
  CaseAction,
  DryRunQuery,
  ItemsQuery,
  ItemState,
  MigrationBody,
  MigrationsQuery,
  ReasonBody,
} from './case-control.schema';
export { caseControlLint } from './control.lint';
export { agreementOf, allowsBatch, isOneStep } from './batch.rules';
export type { BatchOutcome, BatchReply } from './batch-replies';
export { needsSecondPerson } from './control.rules';
export { isBusy, unknownNode, WORK_OF } from './migration.rules';
export type { MigrationState } from './migration.rules';
