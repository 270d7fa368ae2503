import { defineEvent } from '@fashen/plugin-api';

/** What happens to webhooks. None of it belongs to a case. */
export const notificationEvents = {
  webhookAdded: defineEvent<{ webhookId: string }>('notification', 'webhookAdded'),
  webhookChanged: defineEvent<{ webhookId: string; active: boolean }>('notification', 'webhookChanged'),
  webhookRemoved: defineEvent<{ webhookId: string }>('notification', 'webhookRemoved'),
  /** Failed for too long and gets nothing any more. */
  webhookStopped: defineEvent<{ webhookId: string }>('notification', 'webhookStopped'),
};
