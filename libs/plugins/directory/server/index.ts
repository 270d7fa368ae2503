export { directoryPlugin } from './directory.plugin';
