/** What is true about notices and webhooks everywhere. */
export { bytesOf, isPublicAddress } from './address.rules';
export { notificationErrors } from './notification.errors';
export { notificationEvents } from './notification.events';
export { MAILED_AT_FIRST, NOTICE_KINDS, URGENT_KINDS } from './notice-kinds';
export type { NoticeKind } from './notice-kinds';
export { NOTICE_EVENTS, NOTICE_TABLE } from './notice-table';
export type { Audience, NoticeRow } from './notice-table';
export { formerHolderOf, noticesOf } from './notice.rules';
export type { NoticeFacts, PlannedNotice } from './notice.rules';
export { Notices } from './notices';
export type { NewNotice } from './notices';
export { heldUntil } from './quiet.rules';
export type { QuietHours } from './quiet.rules';
export { cloudEventOf, dataOf, hostOf, isWanted, judgeUrl, mustStop, pauseAfter } from './webhook.rules';
export type { AddressPolicy, AddressRefusal, CloudEvent, EventOrigin } from './webhook.rules';
export { newWebhook, noticeQuery, noticeSettings, replayBody, streamQuery, webhookChange, webhookQuery } from './notification.schema';
export type {
  DeliveryView,
  NewWebhook,
  NewWebhookReply,
  NoticeQuery,
  NoticeSettings,
  NoticeSettingsReply,
  NoticeView,
  ReplayBody,
  StreamQuery,
  WebhookChange,
  WebhookQuery,
  WebhookView,
} from './notification.schema';
