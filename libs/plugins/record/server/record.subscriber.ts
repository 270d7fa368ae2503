import { Injectable } from '@nestjs/common';
import type { EventSubscriber, Tx, WorkflowEvent } from '@fashen/plugin-api';
import { RecordService } from './record.service';

/**
 * Writes down everything that happens in a case, in the transaction in which it happens: what is not recorded did not happen.
 * Events without a case are not part of any case's record.
 */
@Injectable()
export class RecordSubscriber implements EventSubscriber {
  readonly event = '*';
  readonly when = 'inTransaction';

  constructor(private readonly service: RecordService) {}

  async handle(tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    for (const [instanceId, own] of byCase(events)) await this.service.append(tx, instanceId, own);
  }
}

function byCase(events: readonly WorkflowEvent[]): ReadonlyMap<string, readonly WorkflowEvent[]> {
  const cases = new Map<string, WorkflowEvent[]>();
  for (const event of events) {
    if (event.instanceId === undefined) continue;
    const own = cases.get(event.instanceId) ?? [];
    cases.set(event.instanceId, [...own, event]);
  }
  return cases;
}
