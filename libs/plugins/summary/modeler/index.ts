import { defineModelerPlugin } from '@fashen/modeler';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import { summaryLint, TERMS } from '../model';
import moddle from '../model/summary.moddle.json';

/** Steps of the summary procedure, as legal staff set them in the modeler. */
export const summaryModeler = defineModelerPlugin({
  id: 'summary',
  moddle,
  messages: { 'zh-CN': zhCn, en },
  lint: summaryLint,
  panel: [
    {
      id: 'group.limits',
      extension: 'summary:Limits',
      appliesTo: ['bpmn:BusinessRuleTask'],
      fields: [{ property: 'decision', kind: 'choice', source: 'decisions' }],
    },
    { id: 'group.decision', extension: 'summary:Decision', appliesTo: ['bpmn:UserTask'], fields: [] },
    {
      id: 'group.term',
      extension: 'summary:Term',
      appliesTo: ['bpmn:UserTask'],
      fields: [{ property: 'of', kind: 'choice', values: TERMS, isRequired: true }],
    },
  ],
});
