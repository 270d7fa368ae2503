import { defineWebPlugin, lazyComponent } from '@fashen/ui';
import en from '../i18n/en.json';
import zh from '../i18n/zh-CN.json';

/** The documents of a case in the case workspace. */
export const attachmentWeb = defineWebPlugin({
  id: 'attachment',
  parts: { caseDocuments: lazyComponent(async () => (await import('./DocumentsPanel')).DocumentsPanel) },
  messages: { 'zh-CN': zh, en },
});
