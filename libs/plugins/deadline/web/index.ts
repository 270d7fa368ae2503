export { deadlineWeb } from './deadline.web';
