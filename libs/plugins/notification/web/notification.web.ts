import { ApiOutlined, BellOutlined } from '@ant-design/icons';
import { defineWebPlugin } from '@fashen/ui';
import en from '../i18n/en.json';
import zh from '../i18n/zh-CN.json';
import { Bell } from './Bell';

/** Notices in the top bar, their list and settings, and webhooks for operators. */
export const notificationWeb = defineWebPlugin({
  id: 'notification',
  pages: [
    { path: 'notifications', load: async () => (await import('./NoticesPage')).NoticesPage },
    {
      path: 'notification-settings',
      navigation: { textKey: 'settings', icon: BellOutlined, order: 70 },
      load: async () => (await import('./SettingsPage')).SettingsPage,
    },
    {
      path: 'webhooks',
      permission: 'notification.webhooks',
      navigation: { textKey: 'webhooks', icon: ApiOutlined, order: 82 },
      load: async () => (await import('./WebhooksPage')).WebhooksPage,
    },
  ],
  parts: { topBarTool: Bell },
  messages: { 'zh-CN': zh, en },
});
