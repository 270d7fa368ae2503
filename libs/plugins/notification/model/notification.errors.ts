import { defineErrors } from '@fashen/plugin-api';

/** Errors of notices and webhooks. Each has a text in `i18n`. */
export const notificationErrors = defineErrors('notification', {
  TOO_MANY_STREAMS: 'tooMany',
  ITEM_MISSING: 'missing',
  WEBHOOK_MISSING: 'missing',
  DELIVERY_MISSING: 'missing',
  EVENT_MISSING: 'missing',
  ADDRESS_REFUSED: 'unprocessable',
  MAIL_NOT_SENT: 'busy',
});
