export { legalBasisPlugin } from './legal-basis.plugin';
