/** What is true about the record of a case everywhere. Enough for a verifier that stands alone. */
export { canonicalJson, isWholeText } from './canonical-json';
export { breakAt, envelopeOf, GENESIS, sealed } from './chain';
export type { BreakKind, Digests, Link, RecordBreak, RecordContent, RecordRow } from './chain';
export { recordErrors } from './record.errors';
export { RecordHeads } from './record-heads';
export { recordQuery } from './record.schema';
export type { RecordEntryReply, RecordQuery, Verification } from './record.schema';
