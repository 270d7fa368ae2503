import { Injectable } from '@nestjs/common';
import { definePlugin, type EventSubscriber } from '@fashen/plugin-api';

/** Thrown where the process would have died. */
class Died extends Error {}

let isArmed = false;

/** The next command dies after everything was worked out and before anything is kept. */
export function armCrash(armed: boolean): void {
  isArmed = armed;
}

@Injectable()
class CrashSubscriber implements EventSubscriber {
  readonly event = '*';
  readonly when = 'inTransaction';

  async handle(): Promise<void> {
    if (isArmed) throw new Died('the engine dies here');
  }
}

const noWords = { errors: {}, ui: {}, modeler: {}, lint: {} };

/** Lets commands die at their last moment: the transaction is lost as by a death, and the node is thrown away afterwards. */
export const crashPlugin = definePlugin({ id: 'crash', subscribers: [CrashSubscriber], messages: { 'zh-CN': noWords, en: noWords } });
