import { Injectable } from '@nestjs/common';
import type { EventSubscriber, Tx, WorkflowEvent } from '@fashen/plugin-api';
import { DraftRepository } from './draft.repository';

/** A task is done: drafts about it are of no use to anybody. One that was only taken away keeps them for their authors. */
@Injectable()
export class TaskEndSubscriber implements EventSubscriber {
  readonly event = 'engine.taskCompleted';
  readonly when = 'inTransaction';

  constructor(private readonly drafts: DraftRepository) {}

  async handle(tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    for (const { instanceId = '', payload } of events) await this.drafts.removeOfTask(tx, instanceId, String(payload['taskId']));
  }
}

/** The same for one person's part of a visit, if it was done and not only taken away. */
@Injectable()
export class PartEndSubscriber implements EventSubscriber {
  readonly event = 'engine.seatEnded';
  readonly when = 'inTransaction';

  constructor(private readonly drafts: DraftRepository) {}

  async handle(tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    for (const { instanceId = '', payload } of events) {
      if (payload['state'] === 'DONE') await this.drafts.removeOfTask(tx, instanceId, String(payload['taskId']));
    }
  }
}

/** Of a case that is over no draft stays. */
@Injectable()
export class CaseEndSubscriber implements EventSubscriber {
  readonly event = 'engine.instanceEnded';
  readonly when = 'inTransaction';

  constructor(private readonly drafts: DraftRepository) {}

  async handle(tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    for (const { instanceId } of events) if (instanceId) await this.drafts.removeOfCase(tx, instanceId);
  }
}
