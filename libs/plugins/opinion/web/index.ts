/** What opinions add to the browser application: the page of phrases. */
export { opinionWeb } from './opinion.web';
