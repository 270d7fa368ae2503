import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Page, Tx } from '@fashen/plugin-api';
import {
  judgeUrl,
  type NewWebhook,
  type NewWebhookReply,
  notificationErrors,
  notificationEvents,
  type WebhookChange,
  type WebhookQuery,
  type WebhookView,
} from '../model';
import { KnownWebhooks } from './known-webhooks';
import { NOTIFICATION_CONFIG, type NotificationConfig } from './notification.config';
import { pageBy, placeOf } from './page-place';
import { SecretBox } from './secret-box';
import { newSecret } from './webhook-signature';
import { type Webhook, WebhookRepository } from './webhook.repository';

const DEFAULT_LIMIT = 50;

/** What operators do with webhooks. */
@Injectable()
export class WebhookService {
  constructor(
    private readonly repository: WebhookRepository,
    private readonly known: KnownWebhooks,
    private readonly secrets: SecretBox,
    @Inject(NOTIFICATION_CONFIG) private readonly config: NotificationConfig,
  ) {}

  async list(tx: Tx, { limit = DEFAULT_LIMIT, after }: WebhookQuery): Promise<Page<WebhookView>> {
    const rows = await this.repository.list(tx, placeOf(after), limit + 1);
    return pageBy(rows, limit, { place: ({ createdAt, id }) => ({ at: createdAt, id }), view: viewOf });
  }

  async require(tx: Tx, webhookId: string): Promise<Webhook> {
    const webhook = await this.repository.find(tx, webhookId);
    if (!webhook) throw notificationErrors.WEBHOOK_MISSING({ webhookId });
    return webhook;
  }

  /** The only time the secret is told. */
  async add(tx: Tx, body: NewWebhook): Promise<NewWebhookReply> {
    this.requireOpenAddress(body.url);
    const secret = newSecret();
    const webhook: Webhook = { ...body, id: randomUUID(), secret: this.secrets.seal(secret), active: true, createdAt: tx.now.getTime() };
    await this.known.change(tx).add(tx, webhook);
    tx.emit(notificationEvents.webhookAdded({ webhookId: webhook.id }));
    return { ...viewOf(webhook), secret };
  }

  async replace(tx: Tx, webhookId: string, body: WebhookChange): Promise<WebhookView> {
    this.requireOpenAddress(body.url);
    const { failingSince, ...webhook } = await this.require(tx, webhookId);
    const keepsFailing = failingSince !== undefined && webhook.active === body.active;
    const next: Webhook = { ...webhook, ...body, ...(keepsFailing && { failingSince }) };
    await this.known.change(tx).replace(tx, next);
    tx.emit(notificationEvents.webhookChanged({ webhookId, active: body.active }));
    return viewOf(next);
  }

  async remove(tx: Tx, webhookId: string): Promise<void> {
    await this.require(tx, webhookId);
    await this.known.change(tx).remove(tx, webhookId);
    tx.emit(notificationEvents.webhookRemoved({ webhookId }));
  }

  private requireOpenAddress(url: string): void {
    const refusal = judgeUrl(url, this.config);
    if (refusal) throw notificationErrors.ADDRESS_REFUSED({ refusal });
  }
}

const viewOf = ({ secret: _secret, createdAt, failingSince, ...rest }: Webhook): WebhookView => ({
  ...rest,
  createdAt: new Date(createdAt),
  ...(failingSince !== undefined && { failingSince: new Date(failingSince) }),
});
