import type { InstanceView } from '@fashen/plugin-api';
import { createTestApp, type TestApp } from '@fashen/testing';
import { deskFile, held } from './desk-model';
import { deskPlugin, resetBook } from './desk-plugin';
import { ends, flows } from './kernel/model-text';

const plain = deskFile(
  `${ends}${held('A', 'assignee="jia"')}${held('B', 'candidates="role:reviewer person:bing"')}${flows('s -> A -> B -> e')}`,
);

describe('a process instance', () => {
  let app: TestApp;
  let number = 0;

  beforeAll(async () => {
    app = await createTestApp({ plugins: [deskPlugin], actors: { ding: { roles: ['reviewer'] } } });
  });
  afterAll(() => app.close());
  beforeEach(resetBook);

  const startCase = (xml: string, variables = {}): Promise<InstanceView> => {
    number += 1;
    return app
      .publish(xml)
      .then(({ key }) =>
        app
          .as('jia')
          .run((tx) => app.instances.start(tx, { definitionKey: key, businessKey: `case-${number}`, title: `Case ${number}`, variables })),
      );
  };
  const openTask = async (instanceId: string, nodeId: string): Promise<string> => {
    const tasks = await app.as('jia').read((tx) => app.tasks.ofInstance(tx, instanceId));
    const task = tasks.find((one) => one.nodeId === nodeId && !one.endedAt);
    if (!task) throw new Error(`no open task at ${nodeId}`);
    return task.id;
  };

  it('goes from start over tasks to the end', async () => {
    // given
    const started = await startCase(plain, { amount: 1 });
    expect(started).toMatchObject({ status: 'RUNNING', variables: { amount: 1 }, waiting: [{ nodeId: 'A' }], revision: 1 });
    // when
    const taskA = await openTask(started.id, 'A');
    const afterA = await app.as('jia').run((tx) => app.tasks.complete(tx, taskA, { output: { amount: 2 }, outcome: 'done' }));
    const taskB = await openTask(started.id, 'B');
    const afterB = await app.as('ding').run((tx) => app.tasks.complete(tx, taskB, { output: { checked: true } }));
    // then
    expect(afterA).toMatchObject({ status: 'RUNNING', variables: { amount: 2 }, waiting: [{ nodeId: 'B' }] });
    expect(afterB).toMatchObject({ status: 'COMPLETED', variables: { amount: 2, checked: true }, endNodeId: 'e', waiting: [] });
    const stored = await app.as('jia').read((tx) => app.instances.require(tx, started.id));
    expect(stored).toEqual(afterB);
    expect(stored.trail).toEqual({ nodes: { s: 1, A: 1, B: 1, e: 1 }, flows: expect.any(Object) });
  });
});
