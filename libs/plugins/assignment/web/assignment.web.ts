import { InboxOutlined } from '@ant-design/icons';
import { defineWebPlugin, lazyComponent } from '@fashen/ui';
import { shortcuts } from './shortcuts';
import en from '../i18n/en.json';
import zh from '../i18n/zh-CN.json';

/** The inbox, and the act panel of the case workspace. */
export const assignmentWeb = defineWebPlugin({
  id: 'assignment',
  pages: [
    {
      path: 'inbox',
      navigation: { textKey: 'inbox.title', icon: InboxOutlined, order: 10, letter: 'i' },
      load: async () => (await import('./InboxPage')).InboxPage,
    },
  ],
  shortcuts,
  parts: {
    actPanel: lazyComponent(async () => (await import('./ActPanel')).ActPanel),
    nextTask: lazyComponent(async () => (await import('./NextTask')).NextTask),
  },
  messages: { 'zh-CN': zh, en },
});
