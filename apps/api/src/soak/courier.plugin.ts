import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { definePlugin, type EventSubscriber, configToken, type Tx, type WorkflowEvent } from '@fashen/plugin-api';
import { type Delivery, DELIVERY_FILE } from './deliveries';

const courierConfig = z.strictObject({ directory: z.string().min(1) });

/** Takes the end of each task out of the house: one line of a file for each delivery, which no rollback takes back. */
@Injectable()
class TaskCourier implements EventSubscriber {
  readonly event = 'engine.taskCompleted';
  readonly when = 'afterCommit';
  private readonly file: string;

  constructor(@Inject(configToken('courier')) { directory }: z.infer<typeof courierConfig>) {
    this.file = join(directory, `${DELIVERY_FILE}${process.pid}`);
  }

  async handle(_tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    for (const { id = '', payload } of events) {
      const delivery: Delivery = { eventId: id, taskId: String(payload.taskId) };
      await appendFile(this.file, `${JSON.stringify(delivery)}\n`);
    }
  }
}

const none = { errors: {}, ui: {}, modeler: {}, lint: {} };

/** For the crash test only: an `afterCommit` subscriber with effects outside of the database. */
export const courierPlugin = definePlugin({
  id: 'courier',
  config: courierConfig,
  subscribers: [TaskCourier],
  messages: { 'zh-CN': none, en: none },
});
