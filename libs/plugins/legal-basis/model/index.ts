/** What is true about cited clauses everywhere. */
export { bundledClauses } from './bundled-clauses';
export { readClauses, tableOf } from './clause-import.rules';
export type { ClauseDraft, ClauseProblem } from './clause-import.rules';
export { clauseChanges, clauseName, clausesWith, mergedClauses, sortedClauses, standingOn } from './clause.rules';
export type { ClauseChanges, ClauseStanding } from './clause.rules';
export { clauseList, clauseQuery, previewBody, publicationBody, versionQuery } from './clause.schema';
export type { Clause, ClauseQuery, PreviewBody, PublicationBody, VersionQuery } from './clause.schema';
export { LegalBasis } from './legal-basis';
export type { CitedClause } from './legal-basis';
export { legalBasisErrors } from './legal-basis.errors';
export { legalBasisEvents } from './legal-basis.events';
export type { ClauseReply, LibraryVersion, LibraryVersionReply, PreviewReply, TableReply } from './legal-basis-replies';
