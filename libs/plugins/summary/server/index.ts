export { summaryPlugin } from './summary.plugin';
