import { defineModelerPlugin } from '@fashen/modeler';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import { discussionLint, STEPS } from '../model';
import moddle from '../model/discussion.moddle.json';

/** Steps of a collective discussion, as legal staff set them in the modeler. */
export const discussionModeler = defineModelerPlugin({
  id: 'discussion',
  moddle,
  messages: { 'zh-CN': zhCn, en },
  lint: discussionLint,
  panel: [
    {
      id: 'group',
      extension: 'discussion:Meeting',
      appliesTo: ['bpmn:UserTask'],
      fields: [
        { property: 'step', kind: 'choice', values: STEPS, isRequired: true },
        { property: 'heads', kind: 'choice', source: 'roles', isMany: true, isShown: ({ step }) => step === 'convene' },
        { property: 'quorum', kind: 'choice', source: 'decisions', isShown: ({ step }) => step === 'convene' },
      ],
    },
  ],
});
