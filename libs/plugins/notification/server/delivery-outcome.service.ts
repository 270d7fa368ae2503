import { Injectable } from '@nestjs/common';
import { Jobs, type JsonObject, type Tx } from '@fashen/plugin-api';
import { pauseAfter } from '../model';
import { type Delivery, DeliveryRepository } from './delivery.repository';
import { DELIVERY_JOB } from './delivery.service';
import { WebhookHealthService } from './webhook-health.service';
import { type Webhook, WebhookRepository } from './webhook.repository';

type EndedAttempt = Pick<Delivery, 'id' | 'attempts' | 'status' | 'problem'>;

/** Writes down how attempts ended. */
@Injectable()
export class DeliveryOutcomeService {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly webhooks: WebhookRepository,
    private readonly health: WebhookHealthService,
    private readonly jobs: Jobs,
  ) {}

  async note(tx: Tx, deliveryId: string, { status, problem }: JsonObject): Promise<void> {
    const delivery = await this.deliveries.find(tx, deliveryId);
    const webhook = delivery && (await this.webhooks.find(tx, delivery.webhookId));
    if (!delivery || !webhook || delivery.state !== 'OPEN') return;
    const answer = typeof status === 'number' ? { status } : { problem: String(problem) };
    const attempt = { id: delivery.id, attempts: delivery.attempts + 1, ...answer };
    if (typeof status === 'number' && status >= 200 && status < 300) return this.succeed(tx, webhook, attempt);
    await this.fail(tx, webhook, attempt);
  }

  private async succeed(tx: Tx, webhook: Webhook, attempt: EndedAttempt): Promise<void> {
    await this.deliveries.replace(tx, { ...attempt, state: 'DONE' });
    await this.health.noteSuccess(tx, webhook);
  }

  private async fail(tx: Tx, webhook: Webhook, attempt: EndedAttempt): Promise<void> {
    const pause = webhook.active ? pauseAfter(attempt.attempts) : undefined;
    await this.deliveries.replace(tx, { ...attempt, state: pause === undefined ? 'FAILED' : 'OPEN' });
    if (pause !== undefined) {
      const dueAt = new Date(tx.now.getTime() + pause);
      await this.jobs.add(tx, { type: DELIVERY_JOB, payload: { deliveryId: attempt.id }, dueAt });
    }
    await this.health.noteFailure(tx, webhook);
  }
}
