export { deputyPlugin } from './deputy.plugin';
