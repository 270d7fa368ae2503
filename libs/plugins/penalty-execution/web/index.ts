export { penaltyExecutionWeb } from './penalty-execution.web';
