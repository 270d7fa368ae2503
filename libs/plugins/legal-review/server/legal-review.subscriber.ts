import { Injectable } from '@nestjs/common';
import { type EventSubscriber, type Json, type JsonObject, type Tx, type WorkflowEvent } from '@fashen/plugin-api';
import { CaseRootService } from './case-root.service';
import { DISPUTE } from './dispute.service';
import { DisputeRecordService } from './dispute-record.service';
import { FrozenDraftService } from './frozen-draft.service';
import { HearingService } from './hearing.service';

/**
 * Watches forms whose answers mean something in legal review: a discussion of the heads is tied to the draft they discussed, a hearing
 * is not fixed for too early a day and, once held, asks for a new review, and the answer "dispute" of the handling unit is recorded. A refusal undoes the task that gave the answer.
 */
@Injectable()
export class LegalReviewSubscriber implements EventSubscriber {
  readonly event = 'engine.taskCompleted';
  readonly when = 'inTransaction';

  constructor(
    private readonly roots: CaseRootService,
    private readonly drafts: FrozenDraftService,
    private readonly disputes: DisputeRecordService,
    private readonly hearings: HearingService,
  ) {}

  async handle(tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    for (const { instanceId, payload } of events) {
      const output = objectAt(payload, 'output');
      if (!instanceId || !output) continue;
      if (objectAt(output, 'discussion')) await this.keepDiscussed(tx, instanceId);
      if (objectAt(output, 'hearing')) await this.hearings.judgeTold(tx, instanceId, output);
      const answer = objectAt(output, 'answer');
      if (answer?.['action'] === DISPUTE) {
        await this.disputes.record(tx, instanceId, { taskId: textAt(payload, 'taskId'), reason: textAt(answer, 'text') });
      }
    }
  }

  private async keepDiscussed(tx: Tx, instanceId: string): Promise<void> {
    const { id, variables } = await this.roots.rootOf(tx, instanceId);
    await this.drafts.freeze(tx, id, 'DISCUSSED', variables);
  }
}

function objectAt(value: JsonObject, key: string): JsonObject | undefined {
  const found: Json | undefined = value[key];
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as JsonObject) : undefined;
}

const textAt = (value: JsonObject, key: string): string => {
  const found = value[key];
  return typeof found === 'string' ? found : '';
};
