import { Injectable } from '@nestjs/common';
import { type Activity, type ActivityBehavior, type Completion, definePlugin, type Tx } from '@fashen/plugin-api';

/** What the steps under `witness:Note` were ended with, in order. */
export const witnessed: (Completion & { readonly nodeId: string })[] = [];

@Injectable()
class WitnessBehavior implements ActivityBehavior {
  readonly extension = 'witness:Note';

  onComplete(_tx: Tx, { nodeId }: Activity, completion: Completion): Promise<void> {
    witnessed.push({ nodeId, ...completion });
    return Promise.resolve();
  }
}

const messages = { errors: {}, ui: {}, modeler: {}, lint: {} };

/** Stands for plugins that keep or sign what a person submits. */
export const witnessPlugin = definePlugin({
  id: 'witness',
  moddle: {
    name: 'Witness',
    prefix: 'witness',
    uri: 'urn:fashen:witness:1.0',
    xml: { tagAlias: 'lowerCase' },
    types: [{ name: 'Note', superClass: ['Element'], properties: [] }],
  },
  behaviors: [WitnessBehavior],
  messages: { 'zh-CN': messages, en: messages },
});
