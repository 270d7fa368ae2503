export { reworkPlugin } from './rework.plugin';
