import { Injectable } from '@nestjs/common';
import type { EventSubscriber, Tx, WorkflowEvent } from '@fashen/plugin-api';
import { ApprovalRepository } from './approval.repository';
import { SeatHoldersService } from './seat-holders.service';

/** Whatever ends a task, its seat ends with it; whatever ends a visit, all its seats do: in the same transaction. */
@Injectable()
export class TaskEndSubscriber implements EventSubscriber {
  readonly event = 'engine.*';
  readonly when = 'inTransaction';

  constructor(private readonly repository: ApprovalRepository) {}

  async handle(tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    const ended = events.filter(({ name }) => name === 'engine.taskCancelled' || name === 'engine.taskCompleted');
    for (const instanceId of new Set(ended.map((event) => event.instanceId ?? ''))) {
      const ids = ended.filter((event) => event.instanceId === instanceId).map(({ payload }) => String(payload['taskId']));
      await this.repository.cancelWith(tx, instanceId, [...new Set(ids)]);
    }
  }
}

/** A seat that is handed on by an operator goes with its task, and to nobody who has another one. */
@Injectable()
export class TaskHolderSubscriber implements EventSubscriber {
  readonly event = 'engine.taskAssigned';
  readonly when = 'inTransaction';

  constructor(
    private readonly repository: ApprovalRepository,
    private readonly holders: SeatHoldersService,
  ) {}

  async handle(tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    for (const { payload } of events) {
      const { taskId, assigneeId, kind } = payload;
      if (typeof taskId !== 'string' || typeof assigneeId !== 'string' || kind === 'VISIT') continue;
      await this.holders.requireFree(tx, taskId, assigneeId);
      await this.repository.setPerson(tx, taskId, assigneeId);
    }
  }
}
