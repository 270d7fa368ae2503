import { defineModelerPlugin } from '@fashen/modeler';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import { penaltyExecutionLint, STEPS } from '../model';
import moddle from '../model/penalty-execution.moddle.json';

/** Steps of collecting a fine, as legal staff set them in the modeler. */
export const penaltyExecutionModeler = defineModelerPlugin({
  id: 'penalty-execution',
  moddle,
  messages: { 'zh-CN': zhCn, en },
  lint: penaltyExecutionLint,
  panel: [
    {
      id: 'group',
      extension: 'penalty-execution:Fine',
      appliesTo: ['bpmn:UserTask'],
      fields: [{ property: 'step', kind: 'choice', values: STEPS, isRequired: true }],
    },
  ],
});
