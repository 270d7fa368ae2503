/** What is true about the library of processes everywhere. */
export { processLibraryErrors } from './process-library.errors';
export { checkBody, draftBody, incidentQuery, processKey, publicationBody } from './process-library.schema';
export type {
  CheckBody,
  CheckReply,
  DraftBody,
  DraftHead,
  DraftReply,
  FindingReply,
  IncidentQuery,
  ProcessReply,
  ProcessSummary,
  PublicationBody,
  VersionReply,
} from './process-library.schema';
export { publicationRefusal } from './publication.rules';
export type { Publication } from './publication.rules';
export { tryOutBody } from './try-out.schema';
export type { ProposedOutput, TryOutBody, TryOutReply, TryOutWaitReply } from './try-out.schema';
