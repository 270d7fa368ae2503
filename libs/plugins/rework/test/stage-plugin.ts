import { Injectable } from '@nestjs/common';
import { type Activity, type ActivityBehavior, definePlugin, type Step, type Tx } from '@fashen/plugin-api';

/** A step that several people sign together, each in a seat of his own. */
@Injectable()
class SignersBehavior implements ActivityBehavior<{ people: string }> {
  readonly extension = 'stage:Signers';

  onWait(_tx: Tx, { extension }: Activity<{ people: string }>): Promise<Step> {
    const seats = extension.people.split(' ').map((assigneeId) => ({ kind: 'SEAT' as const, assigneeId }));
    return Promise.resolve({ kind: 'wait', task: { seats } });
  }
}

/** A service task that is done at once. */
@Injectable()
class SendBehavior implements ActivityBehavior {
  readonly extension = 'stage:Send';

  onWait(_tx: Tx, _activity: Activity): Promise<Step> {
    return Promise.resolve({ kind: 'complete', output: { sent: true } });
  }
}

const messages = { errors: {}, ui: {}, modeler: {}, lint: {} };

/** What the tests need besides the plugins of the product. */
export const stagePlugin = definePlugin({
  id: 'stage',
  requires: ['assignment'],
  moddle: {
    name: 'Stage',
    prefix: 'stage',
    uri: 'urn:fashen:stage:1.0',
    xml: { tagAlias: 'lowerCase' },
    types: [
      { name: 'Signers', superClass: ['Element'], properties: [{ name: 'people', isAttr: true, type: 'String' }] },
      { name: 'Send', superClass: ['Element'] },
    ],
  },
  behaviors: [SignersBehavior, SendBehavior],
  messages: { 'zh-CN': messages, en: messages },
});
