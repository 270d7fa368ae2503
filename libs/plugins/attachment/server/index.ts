export { attachmentPlugin } from './attachment.plugin';
