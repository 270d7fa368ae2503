import type { JsonObject } from '@fashen/plugin-api';
import { createTestApp, ProcessDriver, type TestApp, verifyInvariants } from '@fashen/testing';
import { auto, deskFile, held } from './desk-model';
import { book, deskPlugin, resetBook } from './desk-plugin';
import { ends, flows, message, roots, timer } from './kernel/model-text';

const mine = 'assignee="jia"';
const boundary = (id: string, host: string, inside: string, isInterrupting = true): string =>
  `<boundaryEvent id="${id}" attachedToRef="${host}" cancelActivity="${isInterrupting}">${inside}</boundaryEvent>`;
const loop = (attributes: string): string =>
  `<multiInstanceLoopCharacteristics ${attributes} engine:collection="= people" engine:itemVariable="person"/>`;
const job = (id: string): string => auto(id, 'job', 'done');
const child = deskFile(`${ends}${held('C', mine)}${flows('s -> C -> e')}`, '', 'child');

interface Journey {
  readonly model: string;
  readonly variables?: JsonObject;
  /** What waits, then what is done about it; the server is restarted before each. */
  readonly steps: readonly (readonly [waiting: string, act: (driver: ProcessDriver) => Promise<unknown>])[];
}

const act =
  (node: string, output: JsonObject = {}) =>
  (driver: ProcessDriver) =>
    driver.act('jia', node, output);
const paid = (driver: ProcessDriver): Promise<void> => driver.message('paid', { paid: true });
const days = (count: number) => (driver: ProcessDriver) => driver.advance({ days: count });
const work = (driver: ProcessDriver): Promise<void> => driver.app.work();
const file = (inside: string): string => deskFile(inside, roots);

const journeys: Readonly<Record<string, Journey>> = {
  'user tasks': {
    model: file(`${ends}${held('A', mine)}${held('B', mine)}${flows('s -> A -> B -> e')}`),
    steps: [
      ['A', act('A')],
      ['B', act('B')],
    ],
  },
  'a manual task': {
    model: file(
      `${ends}<manualTask id="A"><extensionElements><desk:holder ${mine}/></extensionElements></manualTask>${flows('s -> A -> e')}`,
    ),
    steps: [['A', act('A')]],
  },
  'a receive task': { model: file(`${ends}<receiveTask id="R" messageRef="M"/>${flows('s -> R -> e')}`), steps: [['R', paid]] },
  'a message event': {
    model: file(`${ends}<intermediateCatchEvent id="m">${message}</intermediateCatchEvent>${flows('s -> m -> e')}`),
    steps: [['m', paid]],
  },
  'a timer of 30 days': {
    model: file(`${ends}<intermediateCatchEvent id="t">${timer('P30D')}</intermediateCatchEvent>${flows('s -> t -> e')}`),
    steps: [
      ['t', days(29)],
      ['t', days(1)],
    ],
  },
  'a timer of 90 days beside a task': {
    model: file(`${ends}${held('A', mine)}${held('B', mine)}${boundary('t', 'A', timer('P90D'))}${flows('s -> A -> e', 't -> B -> e')}`),
    steps: [
      ['A t', days(89)],
      ['A t', days(1)],
      ['B', act('B')],
    ],
  },
  'a repeating timer that does not interrupt': {
    model: file(
      `${ends}${held('A', mine)}${auto('S', 'complete', 'reminded')}${boundary('t', 'A', timer('R2/P1D', 'timeCycle'), false)}${flows('s -> A -> e', 't -> S -> e')}`,
    ),
    steps: [
      ['A t', days(1)],
      ['A t', days(1)],
      ['A', act('A')],
    ],
  },
  'a message that takes a task away': {
    model: file(`${ends}${held('A', mine)}${held('B', mine)}${boundary('m', 'A', message)}${flows('s -> A -> e', 'm -> B -> e')}`),
    steps: [
      ['A m', paid],
      ['B', act('B')],
    ],
  },
  'an event-based gateway': {
    model: file(
      `${ends}<eventBasedGateway id="g"/><intermediateCatchEvent id="m">${message}</intermediateCatchEvent>
       <intermediateCatchEvent id="t">${timer('P5D')}</intermediateCatchEvent>${held('A', mine)}${flows('s -> g -> m -> e', 'g -> t -> A -> e')}`,
    ),
    steps: [
      ['m t', days(5)],
      ['A', act('A')],
    ],
  },
  'parallel branches': {
    model: file(
      `${ends}<parallelGateway id="f"/><parallelGateway id="j"/>${held('A', mine)}${held('B', mine)}${flows('s -> f -> A -> j -> e', 'f -> B -> j')}`,
    ),
    steps: [
      ['A B', act('B')],
      ['A', act('A')],
    ],
  },
  'an inclusive join': {
    model: file(
      `${ends}<inclusiveGateway id="f" default="f_C"/><inclusiveGateway id="j"/>${held('A', mine)}${held('B', mine)}${held('C', mine)}${flows(
        's -> f -[x > 0]-> A -> j -> e',
        'f -[x > 1]-> B -> j',
        'f -> C -> j',
      )}`,
    ),
    variables: { x: 2 },
    steps: [
      ['A B', act('A')],
      ['B', act('B')],
    ],
  },
  'a sub-process with a term': {
    model: file(
      `${ends}<subProcess id="P1"><startEvent id="s1"/>${held('A', mine)}<endEvent id="e1"/>${flows('s1 -> A -> e1')}</subProcess>
       ${held('B', mine)}${boundary('t', 'P1', timer('P1D'))}${flows('s -> P1 -> e', 't -> B -> e')}`,
    ),
    steps: [
      ['A t', days(1)],
      ['B', act('B')],
    ],
  },
  'an event sub-process': {
    model: file(
      `${ends}${held('A', mine)}<subProcess id="P1" triggeredByEvent="true"><startEvent id="m1" isInterrupting="true">${message}</startEvent>
       ${held('B', mine)}<endEvent id="e1"/>${flows('m1 -> B -> e1')}</subProcess>${flows('s -> A -> e')}`,
    ),
    steps: [
      ['A m1', paid],
      ['B', act('B')],
    ],
  },
  'one task after the other for each of a list': {
    model: file(`${ends}${held('A', mine, loop('isSequential="true"'))}${flows('s -> A -> e')}`),
    variables: { people: ['x', 'y'] },
    steps: [
      ['A', act('A')],
      ['A', act('A')],
    ],
  },
  'tasks for each of a list at once': {
    model: file(`${ends}${held('A', mine, loop('isSequential="false"'))}${flows('s -> A -> e')}`),
    variables: { people: ['x', 'y', 'z'] },
    steps: [
      ['A A A', act('A')],
      ['A A', act('A')],
      ['A', act('A')],
    ],
  },
  'a service task': { model: file(`${ends}${job('S')}${flows('s -> S -> e')}`), steps: [['S', work]] },
  'a send task and a business rule task': {
    model: file(
      `${ends}${job('S').replaceAll('serviceTask', 'sendTask')}${auto('R', 'complete', 'ruled').replaceAll('serviceTask', 'businessRuleTask')}${held('A', mine)}${flows('s -> S -> R -> A -> e')}`,
    ),
    steps: [
      ['S', work],
      ['A', act('A')],
    ],
  },
  'a call activity': {
    model: file(`${ends}<callActivity id="K" calledElement="child"/>${held('A', mine)}${flows('s -> K -> A -> e')}`),
    steps: [
      ['K', (driver) => completeChild(driver)],
      ['A', act('A')],
    ],
  },
};

async function completeChild(driver: ProcessDriver): Promise<void> {
  const { app } = driver;
  const { items } = await app.as('jia').read((tx) => app.tasks.list(tx, { view: 'assigned', definitionKey: 'child' }));
  await app.as('jia').run((tx) => app.tasks.complete(tx, items[0]?.id ?? '', { output: { fromChild: true } }));
}

describe('a case survives a restart at', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp({ plugins: [deskPlugin] });
    await app.publish(child);
  });
  afterAll(() => app.close());
  beforeEach(resetBook);

  it.each(Object.keys(journeys))('%s', async (name) => {
    // given
    const { model, variables = {}, steps } = journeys[name] as Journey;
    const { id, key } = await app.publish(model);
    const driver = await ProcessDriver.start(app, { definitionKey: key, definitionId: id, variables });
    // when
    for (const [waiting, step] of steps) {
      await driver.restart();
      app = driver.app;
      expect((await driver.waiting()).join(' ')).toBe(waiting);
      expect(await verifyInvariants(app.database.dataSource, app.host.moddles)).toEqual([]);
      await step(driver);
    }
    // then
    expect(await driver.instance()).toMatchObject({ status: 'COMPLETED', waiting: [] });
    expect(await verifyInvariants(app.database.dataSource, app.host.moddles)).toEqual([]);
    expect(book.failJobs).toBe(0);
  });
});
