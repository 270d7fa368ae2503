import { Injectable } from '@nestjs/common';
import {
  type Activity,
  type ActivityBehavior,
  definePlugin,
  type EventSubscriber,
  Instances,
  type Step,
  Tasks,
  type Tx,
  type WorkflowEvent,
} from '@fashen/plugin-api';
import { createTestApp, ProcessDriver, type TestApp, verifyInvariants } from '@fashen/testing';
import { deskFile, held } from './desk-model';
import { deskPlugin, resetBook } from './desk-plugin';
import { ends, flows, message, roots } from './kernel/model-text';

/** Acts on its own case while that is being moved: writes data, sends a message, looks at it. */
@Injectable()
class BusyBehavior implements ActivityBehavior {
  readonly extension = 'busy:Step';

  constructor(private readonly instances: Instances) {}

  async onWait(tx: Tx, { instanceId, extension }: Activity): Promise<Step> {
    await this.instances.setVariables(tx, instanceId, { seen: (await this.instances.require(tx, instanceId)).waiting.length });
    if (extension['sends']) await this.instances.message(tx, { instanceId, name: String(extension['sends']), output: { sent: true } });
    return extension['sends'] ? { kind: 'wait' } : { kind: 'complete', output: { done: true } };
  }
}

/** Ends the task `B` of a case as soon as its task `A` has been ended, in the same unit. */
@Injectable()
class FollowUp implements EventSubscriber {
  readonly event = 'engine.taskCompleted';
  readonly when = 'inTransaction';

  constructor(private readonly tasks: Tasks) {}

  async handle(tx: Tx, [event]: readonly WorkflowEvent[]): Promise<void> {
    const tasks = await this.tasks.ofInstance(tx, event?.instanceId ?? '');
    const next = tasks.find(({ nodeId, state }) => nodeId === 'B' && state === 'ASSIGNED');
    if (next) await this.tasks.complete(tx, next.id, { output: { followed: true } });
  }
}

const text = (name: string): object => ({ name, isAttr: true, type: 'String' });
const none = { errors: {}, ui: {}, modeler: {}, lint: {} };
const busyPlugin = definePlugin({
  id: 'busy',
  moddle: {
    name: 'Busy',
    prefix: 'busy',
    uri: 'urn:fashen:busy:1.0',
    xml: { tagAlias: 'lowerCase' },
    types: [{ name: 'Step', superClass: ['Element'], properties: [text('sends')] }],
  },
  behaviors: [BusyBehavior],
  subscribers: [FollowUp],
  messages: { 'zh-CN': none, en: none },
});

const busyFile = (inside: string): string =>
  deskFile(inside, roots).replace('<definitions ', '<definitions xmlns:busy="urn:fashen:busy:1.0" ');
const busy = (id: string, sends = ''): string =>
  `<serviceTask id="${id}"><extensionElements><busy:step ${sends && `sends="${sends}"`}/></extensionElements></serviceTask>`;

describe('a plugin that acts on a case while a command moves it', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp({ plugins: [deskPlugin, busyPlugin] });
  });
  afterAll(() => app.close());
  beforeEach(resetBook);
  afterEach(async () => expect(await verifyInvariants(app.database.dataSource, app.host.moddles)).toEqual([]));

  const start = async (inside: string): Promise<ProcessDriver> => {
    const { id } = await app.publish(busyFile(inside));
    return ProcessDriver.start(app, { definitionKey: 'P', definitionId: id });
  };

  it('writes data that the command keeps', async () => {
    // when
    const driver = await start(`${ends}${busy('S')}${held('A', 'assignee="jia"')}${flows('s -> S -> A -> e')}`);
    // then
    expect(await driver.instance()).toMatchObject({ revision: 1, variables: { seen: 1, done: true }, waiting: [{ nodeId: 'A' }] });
  });

  it('sends a message that is delivered after the step at hand', async () => {
    // when
    const leaving = `<boundaryEvent id="m" attachedToRef="S">${message}</boundaryEvent>`;
    const driver = await start(`${ends}${busy('S', 'paid')}${leaving}${held('A', 'assignee="jia"')}${flows('s -> S -> e', 'm -> A -> e')}`);
    // then
    expect(await driver.instance()).toMatchObject({ variables: { seen: 2, sent: true }, waiting: [{ nodeId: 'A' }] });
  });

  it('ends another task in the same unit', async () => {
    // given
    const driver = await start(`${ends}${held('A', 'assignee="jia"')}${held('B', 'assignee="jia"')}${flows('s -> A -> B -> e')}`);
    // when
    await driver.act('jia', 'A');
    // then
    expect(await driver.instance()).toMatchObject({ status: 'COMPLETED', revision: 3, variables: { followed: true } });
    expect(await driver.tasks()).toMatchObject([{ state: 'DONE' }, { state: 'DONE' }]);
  });
});
