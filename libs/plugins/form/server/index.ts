export { CaseContentController } from './case-content.controller';
export { FormController } from './form.controller';
export { formPlugin } from './form.plugin';
