/** What the record plugin adds to the browser application: the record of a case. */
export { recordWeb } from './record.web';
