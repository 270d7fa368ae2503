export { PenaltyExecutionController } from './penalty-execution.controller';
export { penaltyExecutionPlugin } from './penalty-execution.plugin';
