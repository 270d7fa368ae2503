import { defineModelerPlugin, type PanelField } from '@fashen/modeler';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import moddle from '../model/assignment.moddle.json';
import { ASSIGNMENT_KINDS, DUTIES, EMPTY_POLICIES, REACHES, SAME_PERSON_POLICIES, STARTER_POLICIES } from '../model/assignment.schema';
import { assignmentLint } from '../model/lint';

/** Levels of superiors that the panel offers; a bureau has no more. */
const LEVELS = ['1', '2', '3', '4', '5'] as const;

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
        { property: 'kind', kind: 'choice', values: ASSIGNMENT_KINDS, isRequired: true, clears: ['value'] },
        valueFor(['role'], { kind: 'choice', source: 'roles', isMany: true }),
        valueFor(['unit'], { kind: 'choice', source: 'units', isMany: true }),
        { ...valueFor(['unitHead'], { kind: 'choice', source: 'units', isMany: true }), values: ['starter'] },
        valueFor(['sameAs'], { kind: 'choice', source: 'userTasks' }),
        valueFor(['person'], { kind: 'choice', source: 'people', isMany: true }),
        valueFor(['post'], { kind: 'choice', source: 'posts', isMany: true }),
        valueFor(['field'], { kind: 'text' }),
        { property: 'level', kind: 'choice', values: LEVELS, isShown: ({ kind }) => kind === 'superior' },
        { property: 'reach', kind: 'choice', values: REACHES, isShown: ({ kind }) => kind === 'superior' },
        { property: 'expression', kind: 'text', isRequired: true, isShown: ({ kind }) => kind === 'feel' },
        { property: 'unit', kind: 'choice', values: ['starter'], isShown: (settings) => settings['kind'] === 'role' },
        { property: 'duty', kind: 'choice', values: DUTIES },
        { property: 'exclude', kind: 'choice', source: 'userTasks', isMany: true },
        { property: 'starterPolicy', kind: 'choice', values: STARTER_POLICIES },
        { property: 'samePersonPolicy', kind: 'choice', values: SAME_PERSON_POLICIES },
        { property: 'emptyPolicy', kind: 'choice', values: EMPTY_POLICIES },
        { property: 'emptyTo', kind: 'choice', source: 'people', isRequired: true, isShown: ({ emptyPolicy }) => emptyPolicy === 'person' },
      ],
    },
  ],
});
