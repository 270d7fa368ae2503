/** What the approval plugin adds to the browser application. */
export { approvalWeb } from './approval.web';
