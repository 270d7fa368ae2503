import { defineModelerPlugin, type PanelField } from '@fashen/modeler';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import moddle from '../model/assignment.moddle.json';
import { assignmentLint } from '../model/lint';

const valueFor = (kinds: readonly string[], field: Pick<PanelField, 'kind' | 'source' | 'isMany'>): PanelField => ({
  property: 'value',
  isRequired: true,
  isShown: (settings) => kinds.includes(settings['kind'] ?? ''),
  ...field,
});

/** Who does a step, as legal staff set it in the modeler. */
export const assignmentModeler = defineModelerPlugin({
  id: 'assignment',
  moddle,
  messages: { 'zh-CN': zhCn, en },
  lint: assignmentLint,
  panel: [
    {
      id: 'group',
      extension: 'assignment:Assignment',
      appliesTo: ['bpmn:UserTask'],
      defaults: { kind: 'role', duty: 'none' },
      fields: [
        { property: 'kind', kind: 'choice', values: ['role', 'post', 'unit', 'starter', 'person', 'field', 'sameAs'], isRequired: true },
        valueFor(['role'], { kind: 'choice', source: 'roles', isMany: true }),
        valueFor(['unit'], { kind: 'choice', source: 'units', isMany: true }),
        valueFor(['sameAs'], { kind: 'choice', source: 'userTasks' }),
        valueFor(['post', 'person', 'field'], { kind: 'text' }),
        { property: 'unit', kind: 'choice', values: ['starter'], isShown: (settings) => settings['kind'] === 'role' },
        {
          property: 'duty',
          kind: 'choice',
          values: ['none', 'investigate', 'approve-handling', 'review', 'sign-review', 'decide', 'hear'],
        },
        { property: 'exclude', kind: 'choice', source: 'userTasks', isMany: true },
        { property: 'samePersonPolicy', kind: 'choice', values: ['allow', 'exclude'] },
        { property: 'emptyPolicy', kind: 'choice', values: ['operator', 'incident'] },
      ],
    },
  ],
});
