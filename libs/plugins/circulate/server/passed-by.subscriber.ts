import { Injectable } from '@nestjs/common';
import type { EventSubscriber, Tx, WorkflowEvent } from '@fashen/plugin-api';
import { passedByOf } from '../model';
import { SendingService } from './sending.service';

/** Whoever was passed by, because a corrected case went straight back, need not act but gets a copy that says what has changed. */
@Injectable()
export class PassedBySubscriber implements EventSubscriber {
  readonly event = 'rework.skippedOver';
  readonly when = 'inTransaction';

  constructor(private readonly sending: SendingService) {}

  async handle(tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    for (const event of events) {
      const passedBy = passedByOf(event);
      if (passedBy) await this.sending.sendPassedBy(tx, passedBy);
    }
  }
}
