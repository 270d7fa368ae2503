/** What the form plugin adds to the browser application: forms of tasks and the form that starts a case. */
export { formWeb } from './form.web';
