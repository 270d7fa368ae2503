import { z } from 'zod';
import { configToken } from '@fashen/plugin-api';

const hosts = z
  .union([z.array(z.string()), z.string().transform((text) => text.split(/[,\s]+/).filter(Boolean))])
  .transform((list) => list.map((host) => host.toLowerCase()));
const wholeNumber = (least: number, most: number): z.ZodCoercedNumber => z.coerce.number().int().min(least).max(most);

/** Settings of the plugin. Environment: `FASHEN_NOTIFICATION_SMTP_URL` and so on. */
export const notificationConfig = z.strictObject({
  /** Mail server, such as `smtps://user:password@mail.example:465`. Default: no mail. */
  smtpUrl: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Sender of mails. */
  mailFrom: z.string().min(3).max(200).default('Fashen <fashen@localhost>'),
  /** Address that browsers use, for links in mails and the source of webhook events. Default: mails carry no links. */
  publicUrl: z.url({ protocol: /^https?$/ }).optional(),
  /** Webhooks may use `http`. Only for receivers in the same room. */
  allowHttp: z.stringbool().or(z.boolean()).default(false),
  /** Hosts in the bureau's own network that webhooks may reach, separated by commas. */
  allowHosts: hosts.default([]),
  /** Seals the secrets of webhooks in the database; 32 characters or more. Without it they are stored as they are. */
  secretKey: z.string().min(32).max(256).optional(),
  /** Days without a single success after which a webhook is stopped. */
  stopAfterDays: wholeNumber(1, 30).default(3),
  /** Days for which events and deliveries are kept, to be sent again. */
  keepEventDays: wholeNumber(1, 365).default(30),
  /** Days for which notices are kept. */
  keepNoticeDays: wholeNumber(7, 3_650).default(180),
  /** Open streams of one person on one node. */
  streamsPerPerson: wholeNumber(1, 50).default(8),
  /** Milliseconds between two looks for changes, while somebody listens. */
  lookMilliseconds: wholeNumber(100, 5_000).default(250),
  /** Offset of the bureau's clock from UTC in minutes, for quiet hours. */
  utcOffsetMinutes: wholeNumber(-840, 840).default(480),
});
export type NotificationConfig = z.infer<typeof notificationConfig>;

/** Injection token of `NotificationConfig`. */
export const NOTIFICATION_CONFIG = configToken('notification');
