export { opinionPlugin } from './opinion.plugin';
