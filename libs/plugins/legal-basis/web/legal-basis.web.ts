import { ReadOutlined } from '@ant-design/icons';
import { defineWebPlugin } from '@fashen/ui';
import en from '../i18n/en.json';
import zh from '../i18n/zh-CN.json';

/** The library of clauses, and its import. */
export const legalBasisWeb = defineWebPlugin({
  id: 'legal-basis',
  pages: [
    {
      path: 'legal-basis',
      navigation: { textKey: 'title', icon: ReadOutlined, order: 52 },
      load: async () => (await import('./LegalBasisPage')).LegalBasisPage,
    },
  ],
  messages: { 'zh-CN': zh, en },
});
