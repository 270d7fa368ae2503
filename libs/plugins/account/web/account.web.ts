import { defineWebPlugin } from '@fashen/ui';
import en from '../i18n/en.json';
import zh from '../i18n/zh-CN.json';

/** One's own account: password and signing PIN. The menu of the person leads there. */
export const accountWeb = defineWebPlugin({
  id: 'account',
  pages: [{ path: 'account', load: async () => (await import('./AccountPage')).AccountPage }],
  messages: { 'zh-CN': zh, en },
});
