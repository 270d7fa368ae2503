import { defineModelerPlugin } from '@fashen/modeler';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import moddle from '../model/circulate.moddle.json';
import { copySettings } from '../model/lint/copy-settings';

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
        {
          property: 'value',
          kind: 'choice',
          source: 'roles',
          isMany: true,
          isRequired: true,
          isShown: (settings) => settings['kind'] === 'role',
        },
        { property: 'value', kind: 'text', isRequired: true, isShown: (settings) => settings['kind'] !== 'role' },
        { property: 'mode', kind: 'choice', values: ['copy', 'circulation'] },
      ],
    },
  ],
});
