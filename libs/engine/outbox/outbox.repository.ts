import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { WakeCalls } from '../job/wake-calls';
import { insertRows, selectRows } from '../rows.repository';
import type { OutboxEntity } from './outbox.entity';

/** A delivery to be made. */
export interface NewDelivery {
  readonly id: string;
  readonly eventId: string;
  readonly subscriber: string;
  /** JSON. */
  readonly event: string;
  /** JSON. */
  readonly context: string;
}

/** Rows of the outbox. Claiming, taking and failing is the business of `LeaseRepository`. */
@Injectable()
export class OutboxRepository {
  constructor(private readonly wakeCalls: WakeCalls) {}

  /** Adds deliveries that are due at once. The commit of this unit wakes the dispatcher. */
  async add(tx: Tx, deliveries: readonly NewDelivery[]): Promise<void> {
    const now = tx.now.getTime();
    const rows = deliveries.map((delivery) => ({
      id: delivery.id,
      event_id: delivery.eventId,
      subscriber: delivery.subscriber,
      event: delivery.event,
      context: delivery.context,
      state: 'OPEN',
      due_at: now,
      attempts: 0,
      locked_until: 0,
      created_at: now,
    }));
    await insertRows(tx, 'engine_outbox', rows);
    this.wakeCalls.expect(tx, 'engine_outbox');
  }

  async find(tx: Tx, id: string): Promise<OutboxEntity | undefined> {
    return (await selectRows<OutboxEntity>(tx, 'SELECT * FROM engine_outbox WHERE id = ?', [id]))[0];
  }
}
