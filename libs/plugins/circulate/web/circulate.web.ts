import { ReadOutlined } from '@ant-design/icons';
import { defineWebPlugin, lazyComponent } from '@fashen/ui';
import en from '../i18n/en.json';
import zh from '../i18n/zh-CN.json';

/** Urging, copies and circulation. */
export const circulateWeb = defineWebPlugin({
  id: 'circulate',
  actions: [
    {
      id: 'circulate.urge',
      textKey: 'action.urge',
      order: 60,
      letter: 'u',
      dialog: lazyComponent(async () => (await import('./UrgeDialog')).UrgeDialog),
    },
    {
      id: 'circulate.copy',
      textKey: 'action.copy',
      order: 70,
      dialog: lazyComponent(async () => (await import('./SendDialogs')).CopyDialog),
    },
    {
      id: 'circulate.circulate',
      textKey: 'action.circulate',
      order: 71,
      dialog: lazyComponent(async () => (await import('./SendDialogs')).CirculationDialog),
    },
  ],
  parts: { caseReaders: lazyComponent(async () => (await import('./ReadersSection')).ReadersSection) },
  pages: [
    {
      path: 'copies',
      navigation: { textKey: 'inbox.tab', icon: ReadOutlined, order: 15 },
      load: async () => (await import('./CopiesPage')).CopiesPage,
    },
  ],
  messages: { 'zh-CN': zh, en },
});
