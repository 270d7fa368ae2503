/** What the case-file plugin adds to the browser application: list of cases, start of a case, case workspace. */
export { caseFileWeb } from './case-file.web';
