import { defineModelerPlugin } from '@fashen/modeler';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import { policySettings } from '../model/lint/policy-settings';
import moddle from '../model/opinion.moddle.json';

/** Which opinion a step asks for, as legal staff set it in the modeler. */
export const opinionModeler = defineModelerPlugin({
  id: 'opinion',
  moddle,
  messages: { 'zh-CN': zhCn, en },
  lint: { 'policy-settings': policySettings },
  panel: [
    {
      id: 'group',
      extension: 'opinion:Policy',
      appliesTo: ['bpmn:UserTask'],
      defaults: { required: 'true', signature: 'none' },
      fields: [
        { property: 'required', kind: 'choice', values: ['true', 'false'] },
        { property: 'minLength', kind: 'text' },
        { property: 'forbiddenPhrases', kind: 'text' },
        { property: 'signature', kind: 'choice', values: ['none', 'any', 'password'] },
      ],
    },
  ],
});
