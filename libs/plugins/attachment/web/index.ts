/** What the attachment plugin adds to the browser application: the documents of a case. */
export { attachmentWeb } from './attachment.web';
