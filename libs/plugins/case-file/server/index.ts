export { caseFilePlugin } from './case-file.plugin';
