import { CommentOutlined } from '@ant-design/icons';
import { defineWebPlugin, lazyComponent } from '@fashen/ui';
import en from '../i18n/en.json';
import zh from '../i18n/zh-CN.json';

/** The opinion box, the opinions of a case, and phrases. */
export const opinionWeb = defineWebPlugin({
  id: 'opinion',
  parts: {
    opinionBox: lazyComponent(async () => (await import('./OpinionBox')).OpinionBox),
    caseOpinions: lazyComponent(async () => (await import('./OpinionsPanel')).OpinionsPanel),
  },
  pages: [
    {
      path: 'phrases',
      navigation: { textKey: 'phrases.title', icon: CommentOutlined, order: 60 },
      load: async () => (await import('./PhrasesPage')).PhrasesPage,
    },
  ],
  messages: { 'zh-CN': zh, en },
});
