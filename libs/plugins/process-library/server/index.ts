export { processLibraryPlugin } from './process-library.plugin';
