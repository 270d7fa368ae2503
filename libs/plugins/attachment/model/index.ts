/** What is true about attachments everywhere. */
export { AttachmentHashes } from './attachment-hashes';
export { attachmentErrors } from './attachment.errors';
export { attachmentEvents } from './attachment.events';
export { attachmentCategories, attachmentFields } from './attachment.schema';
export type { AttachmentCategory, AttachmentFields, AttachmentList, AttachmentReply } from './attachment.schema';
export { cleanName, dispositionOf, extensionOf, fileKinds, kindOfName, looksLikeMarkup } from './file-type.rules';
export type { FileKind } from './file-type.rules';
