import { Injectable } from '@nestjs/common';
import type { JsonObject, ReadOnce, Tx } from '@fashen/plugin-api';
import { DeliveryRepository } from './delivery.repository';
import { SecretBox } from './secret-box';
import { WebhookClient, type WebhookRequest } from './webhook-client';
import { signatureHeaders } from './webhook-signature';
import { WebhookRepository } from './webhook.repository';

/** Makes one attempt of a delivery, outside of any transaction. */
@Injectable()
export class WebhookCaller {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly webhooks: WebhookRepository,
    private readonly secrets: SecretBox,
    private readonly client: WebhookClient,
  ) {}

  /** `status` of the answer, or the `problem` that prevented one. */
  async call(read: ReadOnce, deliveryId: string): Promise<JsonObject> {
    const request = await read((tx) => this.compose(tx, deliveryId));
    return request ? { ...(await this.client.post(request)) } : { problem: 'stopped' };
  }

  private async compose(tx: Tx, deliveryId: string): Promise<WebhookRequest | undefined> {
    const delivery = await this.deliveries.find(tx, deliveryId);
    const webhook = delivery && (await this.webhooks.find(tx, delivery.webhookId));
    const event = delivery && (await this.deliveries.findEvent(tx, delivery.eventId));
    if (!webhook?.active || !event || delivery.state !== 'OPEN') return undefined;
    const headers = signatureHeaders({ id: event.id, body: event.body, at: tx.now }, this.secrets.open(webhook.secret));
    return { url: webhook.url, body: event.body, headers };
  }
}
