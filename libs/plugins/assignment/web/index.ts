/** What the assignment plugin adds to the browser application: the inbox and the panel in which tasks are claimed and done. */
export { assignmentWeb } from './assignment.web';
