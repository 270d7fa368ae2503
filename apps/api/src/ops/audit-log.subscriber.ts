import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import type { EventSubscriber, Tx, WorkflowEvent } from '@fashen/plugin-api';
import { LOG } from '../http/tokens';

/** Writes events that belong to no case into the log: who did what with accounts and persons, after it is certain. Ids only. */
abstract class AuditLogSubscriber implements EventSubscriber {
  abstract readonly event: string;
  readonly when = 'afterCommit';

  constructor(protected readonly log: Logger) {}

  async handle(tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    for (const { name, payload, before, after } of events) {
      this.log.info({ event: name, actorId: tx.actor.personId, requestId: tx.requestId, payload, before, after }, 'audit');
    }
  }
}

/** Sign-ins, locks and what administrators do with accounts. */
@Injectable()
export class AccountLogSubscriber extends AuditLogSubscriber {
  readonly event = 'account.*';

  constructor(@Inject(LOG) log: Logger) {
    super(log);
  }
}

/** New and changed units and persons, with roles before and after. */
@Injectable()
export class DirectoryLogSubscriber extends AuditLogSubscriber {
  readonly event = 'directory.*';

  constructor(@Inject(LOG) log: Logger) {
    super(log);
  }
}
