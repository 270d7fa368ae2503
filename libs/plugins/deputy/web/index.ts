/** What the deputy plugin adds to the browser application: the page of deputies, hand-overs, and the switch to the work of others. */
export { deputyWeb } from './deputy.web';
