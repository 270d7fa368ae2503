/** What the library of clauses adds to the browser application: its page. */
export { legalBasisWeb } from './legal-basis.web';
