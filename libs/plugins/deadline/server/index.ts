export { deadlinePlugin } from './deadline.plugin';
