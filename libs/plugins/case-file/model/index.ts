/** What is true about case files everywhere. */
export { caseFileErrors } from './case-file.errors';
export { caseListQuery, messageBody, startBody } from './case-file.schema';
export type { CaseListQuery, CaseReply, DiagramReply, MessageBody, NamedTask, ProcedureReply, StartBody } from './case-file.schema';
export { CaseReaders } from './case-readers';
export { mayRead, relationOf, takesPart } from './case-access.rules';
export type { CaseRelation } from './case-access.rules';
export { caseFileLint, isCalledOnly } from './start.rules';
export { caseNumber, isNumberPattern, numberSequence, yearOf } from './case-number.rules';
