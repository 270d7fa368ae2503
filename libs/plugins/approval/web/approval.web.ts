import { defineWebPlugin, lazyComponent } from '@fashen/ui';
import en from '../i18n/en.json';
import zh from '../i18n/zh-CN.json';

/** The vote with its board. */
export const approvalWeb = defineWebPlugin({
  id: 'approval',
  taskForms: { sign: lazyComponent(async () => (await import('./SignTask')).SignTask) },
  messages: { 'zh-CN': zh, en },
});
