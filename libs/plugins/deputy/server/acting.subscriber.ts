import { Injectable } from '@nestjs/common';
import type { EventSubscriber, Tx, WorkflowEvent } from '@fashen/plugin-api';
import { ActingService } from './acting.service';
import { MoveService } from './move.service';

/** Nothing that a deputy did, or a principal whose tasks lie with one, is committed before the rules were looked at again. */
@Injectable()
export class ActingSubscriber implements EventSubscriber {
  readonly event = '*';
  readonly when = 'inTransaction';
  /** Units that were judged: what subscribers tell afterwards is no act of the person. */
  private readonly judged = new WeakSet<Tx>();

  constructor(
    private readonly acting: ActingService,
    private readonly moving: MoveService,
  ) {}

  async handle(tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    const { kind, onBehalfOf } = tx.actor;
    if (kind !== 'person' || this.judged.has(tx)) return;
    this.judged.add(tx);
    if (onBehalfOf) await this.acting.requireMayAct(tx, onBehalfOf, events);
    else await this.moving.requireNotMoved(tx, events);
  }
}
