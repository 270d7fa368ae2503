export { recordPlugin } from './record.plugin';
export { verifyAllRecords } from './verify-record';
