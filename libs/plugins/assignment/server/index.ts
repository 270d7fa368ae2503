export { assignmentPlugin } from './assignment.plugin';
