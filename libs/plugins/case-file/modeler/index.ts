import { defineModelerPlugin } from '@fashen/modeler';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import moddle from '../model/case-file.moddle.json';
import { caseFileLint, STARTED_BY } from '../model/start.rules';

/** By whom a process is started. */
export const caseFileModeler = defineModelerPlugin({
  id: 'case-file',
  moddle,
  messages: { 'zh-CN': zhCn, en },
  lint: caseFileLint,
  panel: [
    {
      id: 'start',
      extension: 'case-file:Start',
      appliesTo: ['bpmn:Process'],
      defaults: { by: 'PERSON' },
      fields: [{ property: 'by', kind: 'choice', values: STARTED_BY, isRequired: true }],
    },
    {
      id: 'successor',
      extension: 'case-file:Successor',
      appliesTo: ['bpmn:ServiceTask'],
      fields: [
        { property: 'process', kind: 'choice', source: 'processes', isRequired: true },
        { property: 'carries', kind: 'text' },
        { property: 'keeps', kind: 'text' },
      ],
    },
  ],
});
