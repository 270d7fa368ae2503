export { caseControlPlugin } from './case-control.plugin';
