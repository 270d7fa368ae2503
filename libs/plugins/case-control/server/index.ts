export { BatchController } from './batch.controller';
export { caseControlPlugin } from './case-control.plugin';
