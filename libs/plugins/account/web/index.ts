/** What accounts add to the browser application: the page of one's own account. */
export { accountWeb } from './account.web';
