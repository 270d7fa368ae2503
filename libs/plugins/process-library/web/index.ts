export { processLibraryWeb } from './process-library.web';
