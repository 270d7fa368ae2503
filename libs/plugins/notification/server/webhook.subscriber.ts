import { Injectable } from '@nestjs/common';
import type { EventSubscriber, Tx, WorkflowEvent } from '@fashen/plugin-api';
import { DeliveryService } from './delivery.service';

/**
 * Keeps what webhooks want in the transaction in which it happens, so that nothing is lost and nothing is told that did not happen.
 * Cheaper than the outbox for a subscriber that hears everything: while there is no webhook it costs one small query.
 */
@Injectable()
export class WebhookSubscriber implements EventSubscriber {
  readonly event = '*';
  readonly when = 'inTransaction';

  constructor(private readonly deliveries: DeliveryService) {}

  async handle(tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    await this.deliveries.accept(tx, events);
  }
}
