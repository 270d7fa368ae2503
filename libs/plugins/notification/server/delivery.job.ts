import { Injectable } from '@nestjs/common';
import type { JobHandler, JsonObject, ReadOnce, Tx } from '@fashen/plugin-api';
import { DeliveryOutcomeService } from './delivery-outcome.service';
import { DELIVERY_JOB } from './delivery.service';
import { WebhookCaller } from './webhook-caller';

type Payload = { readonly deliveryId: string };

/** Makes one attempt of a delivery and plans the next if it failed. */
@Injectable()
export class DeliveryJob implements JobHandler<Payload> {
  readonly type = DELIVERY_JOB;

  constructor(
    private readonly caller: WebhookCaller,
    private readonly outcomes: DeliveryOutcomeService,
  ) {}

  send(read: ReadOnce, { deliveryId }: Payload): Promise<JsonObject> {
    return this.caller.call(read, deliveryId);
  }

  run(tx: Tx, { deliveryId }: Payload, { sent = {} }: { sent?: JsonObject }): Promise<void> {
    return this.outcomes.note(tx, deliveryId, sent);
  }
}
