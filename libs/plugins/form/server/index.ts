export { formPlugin } from './form.plugin';
export { FormLibraryService } from './form-library.service';
