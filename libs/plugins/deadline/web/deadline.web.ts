import { FieldTimeOutlined } from '@ant-design/icons';
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
  caseNotes: [lazyComponent(async () => (await import('./CaseClocksNote')).CaseClocksNote)],
  pages: [
    {
      path: 'periods',
      navigation: { textKey: 'periods.title', icon: FieldTimeOutlined, order: 51 },
      load: async () => (await import('./PeriodsPage')).PeriodsPage,
    },
    { path: 'clock-moves', permission: 'calendar.publish', load: async () => (await import('./ClockMovesPage')).ClockMovesPage },
  ],
  messages: { 'zh-CN': zh, en },
});
