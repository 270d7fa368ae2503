import { defineModelerPlugin, type PanelField } from '@fashen/modeler';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import moddle from '../model/circulate.moddle.json';
import { copySettings } from '../model/lint/copy-settings';

const many = (source: 'roles' | 'people'): PanelField => ({ property: 'value', kind: 'choice', source, isMany: true, isRequired: true });

/** Whom a step sends copies to, as legal staff set it in the modeler. */
export const circulateModeler = defineModelerPlugin({
  id: 'circulate',
  moddle,
  messages: { 'zh-CN': zhCn, en },
  lint: { 'copy-settings': copySettings },
  panel: [
    {
      id: 'group',
      extension: 'circulate:Copy',
      appliesTo: ['bpmn:UserTask'],
      defaults: { on: 'enter', kind: 'role', mode: 'copy' },
      fields: [
        { property: 'on', kind: 'choice', values: ['enter', 'pass', 'end'], isMany: true, isRequired: true },
        { property: 'kind', kind: 'choice', values: ['role', 'person', 'field'], isRequired: true },
        { ...many('roles'), isShown: ({ kind }) => kind === 'role' },
        { ...many('people'), isShown: ({ kind }) => kind === 'person' },
        { property: 'value', kind: 'text', isRequired: true, isShown: ({ kind }) => kind === 'field' },
        { property: 'mode', kind: 'choice', values: ['copy', 'circulation'] },
      ],
    },
  ],
});
