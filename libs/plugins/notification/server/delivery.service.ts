import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Jobs, type Page, type Tx, type WorkflowEvent } from '@fashen/plugin-api';
import { cloudEventOf, type DeliveryView, isWanted, notificationErrors, type WebhookQuery } from '../model';
import { type Delivery, DeliveryRepository } from './delivery.repository';
import { KnownWebhooks } from './known-webhooks';
import { NOTIFICATION_CONFIG, type NotificationConfig } from './notification.config';
import { pageBy, placeOf } from './page-place';
import type { Webhook } from './webhook.repository';

/** Type of the job that makes one attempt. */
export const DELIVERY_JOB = 'notification.deliver';

const DEFAULT_LIMIT = 50;
/** A replay goes in steps of this many events, so that no unit of work grows without end. */
const REPLAY_STEP = 1_000;

/** Puts events on their way to webhooks. */
@Injectable()
export class DeliveryService {
  constructor(
    private readonly webhooks: KnownWebhooks,
    private readonly repository: DeliveryRepository,
    private readonly jobs: Jobs,
    @Inject(NOTIFICATION_CONFIG) private readonly config: NotificationConfig,
  ) {}

  /** Keeps the events somebody wants, and plans their deliveries, in the transaction in which they happened. */
  async accept(tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    const webhooks = await this.webhooks.all(tx);
    if (webhooks.length === 0) return;
    for (const event of events) {
      const wanting = webhooks.filter((webhook) => isWanted(webhook.events, event.name));
      if (wanting.length > 0)
        await this.keep(
          tx,
          event,
          wanting.filter(({ active }) => active),
        );
    }
  }

  /** Sends an event that did not happen, so that the receiver can be tried out. */
  async test(tx: Tx, webhook: Webhook): Promise<DeliveryView> {
    const [deliveryId] = await this.keep(tx, { name: 'notification.test', payload: { webhookId: webhook.id } }, [webhook]);
    return viewOf(await this.require(tx, webhook.id, deliveryId ?? ''));
  }

  async list(tx: Tx, webhookId: string, { limit = DEFAULT_LIMIT, after }: WebhookQuery): Promise<Page<DeliveryView>> {
    const rows = await this.repository.list(tx, webhookId, { place: placeOf(after), limit: limit + 1 });
    return pageBy(rows, limit, { place: ({ createdAt, id }) => ({ at: createdAt, id }), view: viewOf });
  }

  /** Sends the event of a delivery once more, as a new delivery. */
  async redeliver(tx: Tx, webhook: Webhook, deliveryId: string): Promise<DeliveryView> {
    const { eventId } = await this.require(tx, webhook.id, deliveryId);
    if (!(await this.repository.findEvent(tx, eventId))) throw notificationErrors.EVENT_MISSING({ eventId });
    return viewOf(await this.require(tx, webhook.id, await this.plan(tx, webhook.id, eventId)));
  }

  /** Sends everything this webhook wants from an event on, in order. At most 1,000 events at a time; `next` tells where to go on. */
  async replay(tx: Tx, webhook: Webhook, fromEventId: string): Promise<{ planned: number; next?: string }> {
    const events = await this.repository.eventsFrom(tx, fromEventId, REPLAY_STEP + 1);
    if (events.length === 0) throw notificationErrors.EVENT_MISSING({ eventId: fromEventId });
    const wanted = events.slice(0, REPLAY_STEP).filter(({ name }) => isWanted(webhook.events, name));
    for (const { id } of wanted) await this.plan(tx, webhook.id, id);
    const next = events[REPLAY_STEP]?.id;
    return { planned: wanted.length, ...(next && { next }) };
  }

  private async keep(tx: Tx, event: WorkflowEvent, webhooks: readonly Webhook[]): Promise<readonly string[]> {
    const id = randomUUID();
    const source = this.config.publicUrl ?? 'urn:fashen';
    await this.repository.addEvent(tx, event.name, cloudEventOf(event, { id, source, at: tx.now, actorId: tx.actor.personId }));
    const planned: string[] = [];
    for (const webhook of webhooks) planned.push(await this.plan(tx, webhook.id, id));
    return planned;
  }

  private async plan(tx: Tx, webhookId: string, eventId: string): Promise<string> {
    const id = randomUUID();
    await this.repository.add(tx, { id, webhookId, eventId });
    await this.jobs.add(tx, { type: DELIVERY_JOB, payload: { deliveryId: id } });
    return id;
  }

  private async require(tx: Tx, webhookId: string, deliveryId: string): Promise<Delivery> {
    const delivery = await this.repository.find(tx, deliveryId);
    if (delivery?.webhookId !== webhookId) throw notificationErrors.DELIVERY_MISSING({ deliveryId });
    return delivery;
  }
}

const viewOf = ({ webhookId: _webhook, createdAt, attemptedAt, ...rest }: Delivery): DeliveryView => ({
  ...rest,
  createdAt: new Date(createdAt),
  ...(attemptedAt !== undefined && { attemptedAt: new Date(attemptedAt) }),
});
