export { formPlugin } from './form.plugin';
