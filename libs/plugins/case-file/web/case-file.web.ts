import { FolderOpenOutlined } from '@ant-design/icons';
import { defineWebPlugin, lazyComponent } from '@fashen/ui';
import en from '../i18n/en.json';
import zh from '../i18n/zh-CN.json';

/** Pages about cases. */
export const caseFileWeb = defineWebPlugin({
  id: 'case-file',
  caseNotes: [lazyComponent(async () => (await import('./SuccessionNote')).SuccessionNote)],
  pages: [
    {
      path: 'cases',
      navigation: { textKey: 'cases.title', icon: FolderOpenOutlined, order: 20, letter: 'c' },
      load: async () => (await import('./CasesPage')).CasesPage,
    },
    { path: 'cases/new', permission: 'case.start', load: async () => (await import('./StartCasePage')).StartCasePage },
    { path: 'cases/:caseId', load: async () => (await import('./CasePage')).CasePage },
  ],
  shortcuts: [
    {
      titleKey: 'shortcut.case',
      shortcuts: [
        ['Alt+1', 'shortcut.documents'],
        ['Alt+2', 'shortcut.trace'],
        ['Alt+3', 'shortcut.act'],
      ],
    },
  ],
  messages: { 'zh-CN': zh, en },
});
