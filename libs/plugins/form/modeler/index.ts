import { defineModelerPlugin } from '@fashen/modeler';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import moddle from '../model/form.moddle.json';
import { plainFormKey } from '../model/lint/plain-form-key';

/** Which form a step shows, as legal staff set it in the modeler. */
export const formModeler = defineModelerPlugin({
  id: 'form',
  moddle,
  messages: { 'zh-CN': zhCn, en },
  lint: { 'plain-form-key': plainFormKey },
  panel: [
    {
      id: 'group',
      extension: 'form:Binding',
      appliesTo: ['bpmn:UserTask', 'bpmn:StartEvent'],
      fields: [{ property: 'form', kind: 'choice', source: 'forms', isRequired: true }],
    },
  ],
});
