/**
 * The public test kit for approval engines: sixty-seven situations in which engines go wrong, as data, and a runner that plays them
 * against any engine behind an adapter. Read `adapter` first, then `operation`, `conformance-case` and one file of `cases`.
 */
export type {
  Answer,
  Blamed,
  CaseState,
  CaseStatus,
  ConformanceAdapter,
  Copy,
  Effect,
  EngineWorld,
  Inbox,
  KitPerson,
  Notice,
  OpenTask,
  RecordEntry,
  RecordKind,
  RefusalClass,
  Seat,
  Visit,
  World,
} from './adapter';
export type { CaseOperation, Data, Defect, Operation, SingleOperation, TaskOperation, WorldOperation } from './operation';
export type { ConformanceCase, Expectation, Step } from './conformance-case';
export { buildModel, held, offered, signedByAll } from './model/build-model';
export type { Drawing, Part, Parts, TaskPart } from './model/build-model';
export type { ModelSource, NodeOptions, ReturnOptions, SignOptions, TimeoutOptions } from './model/model-source';
export { conformanceCases } from './cases';
export { runCase } from './run/case-run';
export type { CaseResult, Judging, RunMode } from './run/case-run';
export { runAll } from './run/run-all';
export type { RunOptions } from './run/run-all';
export { resultLine, resultTable, summaryLine } from './run/table';
