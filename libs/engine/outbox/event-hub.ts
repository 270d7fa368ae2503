import { Injectable } from '@nestjs/common';
import type { EventSubscriber, Tx, WorkflowEvent } from '@fashen/plugin-api';
import { failpoint, newId, type SubscriberHub } from '@fashen/database';
import type { LeaseTable } from '../job/lease.repository';
import { WakeCalls } from '../job/wake-calls';
import { ExtensionRegistry } from '../plugin-host/extension-registry';
import { type NewDelivery, OutboxRepository } from './outbox.repository';

/** Brings the events of a unit to those who listen: within the transaction at once, after the commit by rows of the outbox. */
@Injectable()
export class EventHub implements SubscriberHub {
  /** Where the unit that told these events has left something due. */
  private readonly due = new WeakMap<readonly WorkflowEvent[], ReadonlySet<LeaseTable>>();

  constructor(
    private readonly extensions: ExtensionRegistry,
    private readonly repository: OutboxRepository,
    private readonly wakeCalls: WakeCalls,
  ) {}

  async inTransaction(tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    for (const { subscriber } of this.extensions.subscribers) {
      if (subscriber.when !== 'inTransaction') continue;
      const heard = events.filter((event) => listens(subscriber, event));
      if (heard.length > 0) await subscriber.handle(tx, heard);
    }
  }

  async outbox(tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    await this.add(tx, this.deliveriesOf(tx, events));
    this.due.set(events, this.wakeCalls.expectedBy(tx));
  }

  committed(events: readonly WorkflowEvent[]): void {
    for (const table of this.due.get(events) ?? []) this.wakeCalls.call(table);
  }

  private async add(tx: Tx, deliveries: readonly NewDelivery[]): Promise<void> {
    if (deliveries.length === 0) return;
    failpoint('before-outbox');
    await this.repository.add(tx, deliveries);
    failpoint('after-outbox');
  }

  private deliveriesOf(tx: Tx, events: readonly WorkflowEvent[]): readonly NewDelivery[] {
    const listeners = this.extensions.subscribers.filter(({ subscriber }) => subscriber.when === 'afterCommit');
    const { actor, locale, requestId } = tx;
    return events.flatMap((event) => {
      const eventId = newId();
      const interested = listeners.filter(({ subscriber }) => listens(subscriber, event));
      return interested.map(({ name }) => ({
        id: newId(),
        eventId,
        subscriber: name,
        event: JSON.stringify(event),
        context: JSON.stringify({ actor, locale, requestId }),
      }));
    });
  }
}

/** True when the subscriber wants this event: its name, a prefix with a star, or everything. */
export function listens({ event: wanted }: Pick<EventSubscriber, 'event'>, { name }: Pick<WorkflowEvent, 'name'>): boolean {
  const names = typeof wanted === 'string' ? [wanted] : wanted;
  return names.some((one) => (one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : name === one));
}
