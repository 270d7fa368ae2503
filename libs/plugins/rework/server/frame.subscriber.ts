import { Injectable } from '@nestjs/common';
import type { EventSubscriber, Tx, WorkflowEvent } from '@fashen/plugin-api';
import { FrameRepository } from './frame.repository';
import { FrameService } from './frame.service';

/** However a returned step is ended, by its form, by a vote or by a time limit: its frame is popped in the same unit. */
@Injectable()
export class FrameSubscriber implements EventSubscriber {
  readonly event = 'engine.taskCompleted';
  readonly when = 'inTransaction';

  constructor(
    private readonly frames: FrameRepository,
    private readonly stack: FrameService,
  ) {}

  async handle(tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    for (const { instanceId, payload } of events) {
      const { executionId, taskId } = payload;
      if (instanceId === undefined || typeof taskId !== 'string') continue;
      const frame = (await this.frames.openOf(tx, instanceId)).find(({ targetExecutionId }) => targetExecutionId === executionId);
      if (frame) await this.stack.pop(tx, frame, taskId);
    }
  }
}
