import { CalendarOutlined } from '@ant-design/icons';
import { defineWebPlugin } from '@fashen/ui';
import en from '../i18n/en.json';
import zh from '../i18n/zh-CN.json';

/** Working days of the year, and counting by them. */
export const calendarWeb = defineWebPlugin({
  id: 'calendar',
  pages: [
    {
      path: 'calendar',
      navigation: { textKey: 'title', icon: CalendarOutlined, order: 50 },
      load: async () => (await import('./CalendarPage')).CalendarPage,
    },
  ],
  messages: { 'zh-CN': zh, en },
});
