export { caseControlErrors } from './case-control.errors';
export { caseControlEvents } from './case-control.events';
export {
  batchBody,
  dryRunQuery,
  ITEM_STATES,
  itemsQuery,
  mappingQuery,
  migrationBody,
  migrationsQuery,
  reasonBody,
  versionsQuery,
} from './case-control.schema';
export type {
  BatchBody,
  CaseAction,
  DryRunQuery,
  ItemsQuery,
  ItemState,
  MappingQuery,
  MigrationBody,
  MigrationCursor,
  MigrationsQuery,
  ReasonBody,
  VersionsQuery,
} from './case-control.schema';
export { caseControlLint } from './control.lint';
export { agreementOf, allowsBatch, isOneStep } from './batch.rules';
export type { BatchOutcome, BatchReply } from './batch-replies';
export type { ControlRequestReply } from './control-replies';
export { isPossible, needsSecondPerson } from './control.rules';
export { mappingOf } from './mapping.rules';
export type { Mapping, MappingNode, MappingRow } from './mapping.rules';
export type { MappingReply, MigrationDetail, MigrationItemReply, MigrationReply, VersionCases } from './migration-replies';
export { isBusy, unknownNode, WORK_OF } from './migration.rules';
export type { MigrationState } from './migration.rules';
