import { z } from 'zod';
import { NOTICE_KINDS, type NoticeKind } from './notice-kinds';
import type { Json } from '@fashen/plugin-api';

const page = { limit: z.coerce.number().int().min(1).max(200).optional(), after: z.string().max(200).optional() };

/** Query of the list of notices. */
export const noticeQuery = z.strictObject({ ...page, unread: z.stringbool().optional() });
export type NoticeQuery = z.infer<typeof noticeQuery>;

/** Query of the stream. */
export const streamQuery = z.strictObject({
  caseId: z.string().max(36).optional(),
  /** Read by the border; a stream has no headers. */
  'on-behalf-of': z.string().max(36).optional(),
});
export type StreamQuery = z.infer<typeof streamQuery>;

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What a person chooses. */
export const noticeSettings = z.strictObject({
  mailAddress: z.email().max(254).nullable(),
  /** Kinds that are mailed. In the application every kind is shown. */
  mailKinds: z.array(z.enum(NOTICE_KINDS)).max(NOTICE_KINDS.length),
  quiet: z.strictObject({ start: time, end: time, weekends: z.boolean() }).nullable(),
  /** Urgent kinds are mailed in quiet hours too. */
  urgentBreaksThrough: z.boolean(),
});
export type NoticeSettings = z.infer<typeof noticeSettings>;

/** Settings as the page shows them. */
export interface NoticeSettingsReply extends NoticeSettings {
  /** False when the bureau has set up no mail server. */
  readonly mailIsOn: boolean;
}

/** One notice. */
export interface NoticeView {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly params: { readonly [key: string]: Json | undefined };
  readonly instanceId?: string;
  readonly taskId?: string;
  readonly createdAt: Date;
  readonly readAt?: Date;
}

const eventFilter = z
  .string()
  .max(100)
  .regex(/^(\*|[a-z][a-z-]*\.(\*|[a-zA-Z]+\*?))$/);

/** A new webhook. */
export const newWebhook = z.strictObject({
  name: z.string().trim().min(1).max(60),
  url: z.string().trim().min(1).max(500),
  events: z.array(eventFilter).min(1).max(50),
});
export type NewWebhook = z.infer<typeof newWebhook>;

/** A change of a webhook. Switching it on again forgets its failures. */
export const webhookChange = z.strictObject({ ...newWebhook.shape, active: z.boolean() });
export type WebhookChange = z.infer<typeof webhookChange>;

/** Query of webhooks and of their deliveries. */
export const webhookQuery = z.strictObject(page);
export type WebhookQuery = z.infer<typeof webhookQuery>;

/** From which event on everything is sent again. */
export const replayBody = z.strictObject({ fromEventId: z.string().min(1).max(36) });
export type ReplayBody = z.infer<typeof replayBody>;

/** A webhook as operators see it. Its secret is shown once, when it is added. */
export interface WebhookView {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly active: boolean;
  readonly createdAt: Date;
  /** Since when every delivery has failed. */
  readonly failingSince?: Date;
}

/** The answer to a new webhook. */
export type NewWebhookReply = WebhookView & { readonly secret: string };

/** One event on its way to one webhook. */
export interface DeliveryView {
  readonly id: string;
  readonly eventId: string;
  readonly eventName: string;
  readonly state: 'OPEN' | 'DONE' | 'FAILED';
  readonly attempts: number;
  /** HTTP status of the last answer. */
  readonly status?: number;
  /** Why there was no answer: `timeout`, `connection`, `address`, `tls`. */
  readonly problem?: string;
  readonly createdAt: Date;
  readonly attemptedAt?: Date;
}
