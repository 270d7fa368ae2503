import { defineModelerPlugin } from '@fashen/modeler';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import { caseControlLint } from '../model';
import moddle from '../model/case-control.moddle.json';

/** Which steps may be done many at once, and which need two people when the case is stopped or ended there. */
export const caseControlModeler = defineModelerPlugin({
  id: 'case-control',
  moddle,
  messages: { 'zh-CN': zhCn, en },
  lint: caseControlLint,
  panel: [
    {
      id: 'batch',
      extension: 'case-control:Batch',
      appliesTo: ['bpmn:UserTask'],
      defaults: { allowed: 'true' },
      fields: [
        { property: 'allowed', kind: 'choice', values: ['true', 'false'], isRequired: true },
        { property: 'agree', kind: 'text' },
        { property: 'opinion', kind: 'text' },
      ],
    },
    {
      id: 'control',
      extension: 'case-control:Control',
      appliesTo: ['bpmn:UserTask'],
      defaults: { statutory: 'true' },
      fields: [{ property: 'statutory', kind: 'choice', values: ['true', 'false'], isRequired: true }],
    },
  ],
});
