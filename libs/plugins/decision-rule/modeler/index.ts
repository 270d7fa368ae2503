import { defineModelerPlugin } from '@fashen/modeler';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import moddle from '../model/decision-rule.moddle.json';
import { boundDecision } from '../model/lint/bound-decision';

/** Which decision a rule step evaluates, as legal staff set it in the modeler. */
export const decisionRuleModeler = defineModelerPlugin({
  id: 'decision-rule',
  moddle,
  messages: { 'zh-CN': zhCn, en },
  lint: { 'bound-decision': boundDecision },
  panel: [
    {
      id: 'group',
      extension: 'decision-rule:Binding',
      appliesTo: ['bpmn:BusinessRuleTask'],
      fields: [
        { property: 'decision', kind: 'choice', source: 'decisions', isRequired: true },
        { property: 'result', kind: 'text', isRequired: true },
      ],
    },
  ],
});
