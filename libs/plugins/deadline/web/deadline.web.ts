import { defineWebPlugin, lazyComponent } from '@fashen/ui';
import en from '../i18n/en.json';
import zh from '../i18n/zh-CN.json';
import { OfficeDayLight } from './OfficeDayLight';

/** Lights that count working days, and the clocks of a case. */
export const deadlineWeb = defineWebPlugin({
  id: 'deadline',
  parts: {
    deadlineLight: OfficeDayLight,
    caseClocks: lazyComponent(async () => (await import('./CaseClocksPanel')).CaseClocksPanel),
  },
  messages: { 'zh-CN': zh, en },
});
