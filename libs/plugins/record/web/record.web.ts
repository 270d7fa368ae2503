import { defineWebPlugin, lazyComponent } from '@fashen/ui';
import en from '../i18n/en.json';
import zh from '../i18n/zh-CN.json';

/** The record of a case in the case workspace. */
export const recordWeb = defineWebPlugin({
  id: 'record',
  parts: { caseRecord: lazyComponent(async () => (await import('./RecordPanel')).RecordPanel) },
  messages: { 'zh-CN': zh, en },
});
