import { Injectable } from '@nestjs/common';
import { Jobs, type Tx } from '@fashen/plugin-api';
import { newId } from '@fashen/database';
import { startSubscriptions, type StartSubscription } from '../kernel';
import { SubscriptionRepository } from '../runtime/subscription.repository';
import type { Definition } from './definition-store';

/** Job type that starts an instance at a timer start event. */
export const TIMER_START = 'engine.timerStart';

/** Payload of such a job. */
export interface TimerStart {
  readonly definitionId: string;
  readonly nodeId: string;
}

/** Message and timer starts of the latest version of each process: rows that exist from its publication to the next. */
@Injectable()
export class StartEventService {
  constructor(
    private readonly jobs: Jobs,
    private readonly subscriptions: SubscriptionRepository,
  ) {}

  /** Makes the starts of this version those of its key; the starts of the version before end. */
  async replace(tx: Tx, definition: Definition): Promise<void> {
    const starts = startSubscriptions(definition.process, tx.now);
    const key = definition.view.key;
    const before = await this.subscriptions.removeStarts(tx, key);
    for (const nodeId of before.timers) await this.jobs.cancel(tx, timerStartKey(key, nodeId));
    await this.subscriptions.add(
      tx,
      starts.map((start) => ({
        id: newId(),
        messageName: start.messageName ?? '',
        definitionKey: key,
        definitionId: definition.view.id,
        nodeId: start.nodeId,
      })),
    );
    for (const start of starts) await this.schedule(tx, definition, start);
  }

  private async schedule(tx: Tx, definition: Definition, start: StartSubscription): Promise<void> {
    if (start.kind !== 'timer' || !start.dueAt) return;
    const { id: definitionId, key } = definition.view;
    const payload: TimerStart = { definitionId, nodeId: start.nodeId };
    const uniqueKey = timerStartKey(key, start.nodeId);
    await this.jobs.add(tx, { type: TIMER_START, payload: { ...payload }, dueAt: start.dueAt, uniqueKey });
  }
}

function timerStartKey(definitionKey: string, nodeId: string): string {
  return `start:${definitionKey}:${nodeId}`.slice(0, 160);
}
