/** Browser part of the plugin. */
export { caseControlWeb } from './case-control.web';
