import { CommentOutlined } from '@ant-design/icons';
import { defineWebPlugin } from '@fashen/ui';
import en from '../i18n/en.json';
import zh from '../i18n/zh-CN.json';

/** Phrases. */
export const opinionWeb = defineWebPlugin({
  id: 'opinion',
  pages: [
    {
      path: 'phrases',
      navigation: { textKey: 'phrases.title', icon: CommentOutlined, order: 60 },
      load: async () => (await import('./PhrasesPage')).PhrasesPage,
    },
  ],
  messages: { 'zh-CN': zh, en },
});
