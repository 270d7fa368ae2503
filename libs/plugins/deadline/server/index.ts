export { ClockController } from './clock.controller';
export { deadlinePlugin } from './deadline.plugin';
