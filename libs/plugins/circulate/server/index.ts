export { circulatePlugin } from './circulate.plugin';
