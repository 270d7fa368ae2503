import { definePlugin } from '@fashen/plugin-api';
import en from './i18n/en.json';
import zhCn from './i18n/zh-CN.json';
import { AccountLogSubscriber, DirectoryLogSubscriber } from './ops/audit-log.subscriber';
// Declares the errors, so that the host checks their texts.
import './http/api.errors';

/** Texts and listeners of the border itself, held to the same rules as those of plugins. */
export const apiPlugin = definePlugin({
  id: 'api',
  subscribers: [AccountLogSubscriber, DirectoryLogSubscriber],
  messages: { 'zh-CN': zhCn, en },
});
