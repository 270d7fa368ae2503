import { Injectable } from '@nestjs/common';
import type { EventSubscriber, Tx, WorkflowEvent } from '@fashen/plugin-api';
import { ActingService } from './acting.service';

/** Nothing that a deputy did is committed before the rule was looked at again. */
@Injectable()
export class ActingSubscriber implements EventSubscriber {
  readonly event = '*';
  readonly when = 'inTransaction';
  /** Units that were judged: what subscribers tell afterwards is no act of the deputy. */
  private readonly judged = new WeakSet<Tx>();

  constructor(private readonly acting: ActingService) {}

  async handle(tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    const { onBehalfOf } = tx.actor;
    if (!onBehalfOf || this.judged.has(tx)) return;
    this.judged.add(tx);
    await this.acting.requireMayAct(tx, onBehalfOf, events);
  }
}
