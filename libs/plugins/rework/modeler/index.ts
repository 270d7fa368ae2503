import { defineModelerPlugin, type PanelField } from '@fashen/modeler';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import { reworkLint } from '../model/lint';
import moddle from '../model/rework.moddle.json';
import { CHOICES, WITHDRAW_UNTIL } from '../model/settings.rules';

const choice = (property: keyof typeof CHOICES): PanelField => ({ property, kind: 'choice', values: CHOICES[property] });

/** What may become of a case at a step that sends it back, as legal staff set it in the modeler. */
export const reworkModeler = defineModelerPlugin({
  id: 'rework',
  moddle,
  messages: { 'zh-CN': zhCn, en },
  lint: reworkLint,
  panel: [
    {
      id: 'group.return',
      extension: 'rework:Return',
      appliesTo: ['bpmn:UserTask'],
      fields: [
        ...(['returnBy', 'allowCrossParallel', 'afterJoin', 'modeChoice', 'mode'] as const).map(choice),
        { property: 'material', kind: 'text' },
        { property: 'needs', kind: 'text' },
        { property: 'maxRounds', kind: 'text' },
        choice('onNotPassed'),
        { property: 'returnTo', kind: 'choice', source: 'userTasks', isShown: (settings) => settings['onNotPassed'] === 'RETURN_TO' },
        choice('takeBack'),
        choice('statutory'),
      ],
    },
    {
      id: 'group.withdrawal',
      extension: 'rework:Withdrawal',
      appliesTo: ['bpmn:Process'],
      defaults: { until: 'FIRST_DECIDED' },
      fields: [
        { property: 'until', kind: 'choice', values: WITHDRAW_UNTIL },
        { property: 'node', kind: 'choice', source: 'userTasks', isShown: (settings) => settings['until'] === 'NODE' },
      ],
    },
  ],
});
