import { SwapOutlined, UserSwitchOutlined } from '@ant-design/icons';
import { defineWebPlugin } from '@fashen/ui';
import en from '../i18n/en.json';
import zh from '../i18n/zh-CN.json';
import { ActingBanner } from './ActingBanner';
import { ActingSwitch } from './ActingSwitch';

/** Deputies: their page, hand-overs, and the switch to the work of those for whom one may act. */
export const deputyWeb = defineWebPlugin({
  id: 'deputy',
  pages: [
    {
      path: 'deputies',
      navigation: { textKey: 'title', icon: UserSwitchOutlined, order: 55 },
      load: async () => (await import('./DeputiesPage')).DeputiesPage,
    },
    {
      path: 'hand-overs',
      permission: 'deputy.manage',
      navigation: { textKey: 'handOver.title', icon: SwapOutlined, order: 56 },
      load: async () => (await import('./HandOversPage')).HandOversPage,
    },
    {
      path: 'hand-overs/new',
      permission: 'deputy.manage',
      load: async () => (await import('./HandOversPage')).HandOversPage,
    },
    {
      path: 'hand-overs/:handOverId',
      permission: 'deputy.manage',
      load: async () => (await import('./HandOverPage')).HandOverPage,
    },
  ],
  parts: { actingSwitch: ActingSwitch, actingBanner: ActingBanner },
  messages: { 'zh-CN': zh, en },
});
