import { Injectable } from '@nestjs/common';
import type { Actor, Locale, RequestContext, Tx, WorkflowEvent } from '@fashen/plugin-api';
import { failpoint } from '@fashen/database';
import { engineErrors } from '../engine.errors';
import { engineEvents } from '../engine.events';
import { type Attempts, LeaseWorker, WorkerServices } from '../job/lease-worker';
import { ExtensionRegistry } from '../plugin-host/extension-registry';
import { OutboxRepository } from './outbox.repository';

const MAX_ATTEMPTS = 10;

/** Who caused an event, as the outbox keeps it. */
interface Cause {
  readonly actor: Actor;
  readonly locale: Locale;
  readonly requestId: string;
}

/**
 * Delivers events to `afterCommit` subscribers, each in its own unit of work, on behalf of the one who caused the event.
 * A delivery is removed in that unit: what a subscriber writes to our database happens once, what it does outside at least once.
 */
@Injectable()
export class OutboxDispatcher extends LeaseWorker {
  constructor(
    private readonly repository: OutboxRepository,
    private readonly extensions: ExtensionRegistry,
    services: WorkerServices,
  ) {
    super('engine_outbox', services);
  }

  protected async perform(id: string): Promise<void> {
    const { units } = this.services;
    const delivery = await units.read(this.context(), (tx) => this.repository.find(tx, id));
    if (!delivery) return;
    const cause = JSON.parse(delivery.context) as Cause;
    const context: RequestContext = { ...cause, now: this.context().now };
    await units.run(context, async (tx) => {
      if (!(await this.take(tx, id))) return;
      failpoint('after-outbox-take');
      const found = this.extensions.subscribers.find(({ name }) => name === delivery.subscriber);
      if (!found) throw engineErrors.JOB_TYPE_UNKNOWN({ type: delivery.subscriber });
      await found.subscriber.handle(tx, [{ ...(JSON.parse(delivery.event) as WorkflowEvent), id: delivery.event_id }]);
      failpoint('after-delivery');
    });
  }

  protected async attempts(tx: Tx, id: string): Promise<Attempts | undefined> {
    const delivery = await this.repository.find(tx, id);
    return delivery && { made: delivery.attempts, allowed: MAX_ATTEMPTS };
  }

  protected async stuck(tx: Tx, id: string, error: string): Promise<void> {
    const delivery = await this.repository.find(tx, id);
    if (!delivery) return;
    const { instanceId } = JSON.parse(delivery.event) as WorkflowEvent;
    tx.emit(engineEvents.jobStuck({ jobId: id, type: `outbox:${delivery.subscriber}`, error }, instanceId ? { instanceId } : {}));
  }
}
