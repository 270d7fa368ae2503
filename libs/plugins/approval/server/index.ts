export { approvalPlugin } from './approval.plugin';
