/** What is true about urging, copies and circulation everywhere. */
export { circulateErrors } from './circulate.errors';
export { circulateEvents } from './circulate.events';
export {
  commentBody,
  COPY,
  COPY_MODES,
  COPY_MOMENTS,
  copyListQuery,
  copyRule,
  operationQuery,
  READER_KINDS,
  readersBody,
  urgingBody,
} from './circulate.schema';
export type {
  CommentBody,
  CopyListQuery,
  CopyMode,
  CopyMoment,
  CopyRule,
  CopySource,
  OperationQuery,
  ReadersBody,
  UrgingBody,
} from './circulate.schema';
export type { CirculationReply, CommentReply, CopyReason, CopyReply, Receipt, SentReply, UrgeTally } from './circulate-replies';
export { readerNames } from './drawn-names';
export { copySettings } from './lint/copy-settings';
export { passedByOf } from './passed-by.rules';
export type { PassedBy } from './passed-by.rules';
export { isQuiet, mayUrge, urgeRefusal } from './urge.rules';
export type { UrgePolicy, UrgeRefusal } from './urge.rules';
