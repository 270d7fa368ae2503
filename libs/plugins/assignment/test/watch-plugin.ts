import { Injectable } from '@nestjs/common';
import { definePlugin, type EventSubscriber, type Tx, type WorkflowEvent } from '@fashen/plugin-api';

/** What was told since it was last emptied. */
export const watched: WorkflowEvent[] = [];

@Injectable()
class WatchSubscriber implements EventSubscriber {
  readonly event = 'assignment.*';
  readonly when = 'inTransaction';

  handle(_tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    watched.push(...events);
    return Promise.resolve();
  }
}

const noWords = { errors: {}, ui: {}, modeler: {}, lint: {} };

/** Listens to what assignment tells. */
export const watchPlugin = definePlugin({ id: 'watch', subscribers: [WatchSubscriber], messages: { 'zh-CN': noWords, en: noWords } });
