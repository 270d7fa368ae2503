import { ToolOutlined } from '@ant-design/icons';
import { defineWebPlugin } from '@fashen/ui';
import en from '../i18n/en.json';
import zh from '../i18n/zh-CN.json';

/** Pages for operators. */
export const processLibraryWeb = defineWebPlugin({
  id: 'process-library',
  pages: [
    {
      path: 'incidents',
      permission: 'operator.incidents',
      navigation: { textKey: 'incidents', icon: ToolOutlined, order: 80 },
      load: async () => (await import('./IncidentsPage')).IncidentsPage,
    },
  ],
  messages: { 'zh-CN': zh, en },
});
