import { defineWebPlugin, lazyComponent } from '@fashen/ui';
import en from '../i18n/en.json';
import zh from '../i18n/zh-CN.json';

/** Draws form-js forms. The library is loaded with the first form. */
export const formWeb = defineWebPlugin({
  id: 'form',
  taskForms: { form: lazyComponent(async () => (await import('./FormTask')).FormTask) },
  parts: {
    formView: lazyComponent(async () => (await import('./FormView')).FormView),
    caseContent: lazyComponent(async () => (await import('./CaseContent')).CaseContent),
    startForm: lazyComponent(async () => (await import('./StartForm')).StartForm),
  },
  messages: { 'zh-CN': zh, en },
});
