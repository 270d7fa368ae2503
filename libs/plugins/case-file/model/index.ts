/** What is true about case files everywhere. */
export { caseFileErrors } from './case-file.errors';
export { caseFileEvents } from './case-file.events';
export { caseListQuery, messageBody, startBody } from './case-file.schema';
export type { CaseListQuery, CaseReply, DiagramReply, MessageBody, NamedTask, ProcedureReply, StartBody } from './case-file.schema';
export { CaseReaders } from './case-readers';
export { mayRead, relationOf, takesPart } from './case-access.rules';
export type { CaseRelation } from './case-access.rules';
export { caseFileLint, isCalledOnly } from './start.rules';
export { linkTo, originOf, partsOf, SUCCESSOR, successorBinding, successorOf } from './successor.rules';
export type { CaseLink, SuccessorBinding } from './successor.rules';
export { caseNumber, isNumberPattern, numberSequence, yearOf } from './case-number.rules';
