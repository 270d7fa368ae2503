/** What this plugin adds to the browser application. */
export { reworkWeb } from './rework.web';
