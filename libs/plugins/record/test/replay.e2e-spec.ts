import { assignmentPlugin } from '@fashen/plugins/assignment/server';
import { caseFilePlugin } from '@fashen/plugins/case-file/server';
import { PersonRegistry, sampleBureau } from '@fashen/plugins/directory/model';
import { directoryPlugin } from '@fashen/plugins/directory/server';
import { formPlugin } from '@fashen/plugins/form/server';
import { recordPlugin } from '@fashen/plugins/record/server';
import { createTestApp, ProcessDriver, type TestApp, verifyInvariants } from '@fashen/testing';

const NAMESPACES = `xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:engine="urn:fashen:engine:1.0"
  xmlns:assignment="urn:fashen:assignment:1.0"`;
const holder = '<extensionElements><assignment:assignment kind="starter"/></extensionElements>';
const file = (id: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><definitions id="D" ${NAMESPACES} targetNamespace="t"><message id="M" name="paid"/>
   <process id="${id}" isExecutable="true">${body}</process></definitions>`;
const flows = (...ids: readonly string[]): string =>
  ids
    .slice(1)
    .map((to, at) => `<sequenceFlow id="${ids[at]}_${to}" sourceRef="${ids[at]}" targetRef="${to}"/>`)
    .join('');

const called = file(
  'called',
  `<startEvent id="s"/><userTask id="C" name="C">${holder}</userTask><endEvent id="e"/>${flows('s', 'C', 'e')}`,
);
const calling = file(
  'calling',
  `<startEvent id="s"/><endEvent id="e"/><callActivity id="K" calledElement="called"/>
   <userTask id="each" name="each">${holder}<multiInstanceLoopCharacteristics engine:collection="= people" engine:itemVariable="person"/></userTask>
   <intermediateCatchEvent id="pause"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></intermediateCatchEvent>
   <receiveTask id="R" messageRef="M"/><userTask id="last" name="last">${holder}</userTask>${flows('s', 'K', 'each', 'pause', 'R', 'last', 'e')}`,
);

describe('the record of a case, played from the start', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp({ plugins: [directoryPlugin, formPlugin, caseFilePlugin, assignmentPlugin, recordPlugin] });
    await app.as('setup').run(async (tx) => {
      for (const unit of sampleBureau.units) await app.get(PersonRegistry).addUnit(tx, unit);
      for (const person of sampleBureau.persons) await app.get(PersonRegistry).addPerson(tx, person);
    });
    await app.publish(called);
    await app.publish(calling);
  });
  afterAll(() => app.close());

  const sound = async (): Promise<void> => expect(await verifyInvariants(app.database.dataSource, app.host.moddles)).toEqual([]);
  const start = (): Promise<ProcessDriver> =>
    ProcessDriver.start(app, { definitionKey: 'calling', variables: { people: ['a', 'b'], old: 1 } });
  const endCalled = async (driver: ProcessDriver): Promise<void> => {
    const rows = await app.database.dataSource.query<{ id: string }[]>('SELECT id FROM engine_instance WHERE parent_id = ?', [
      driver.instanceId,
    ]);
    await ProcessDriver.of(app, rows[0]?.id ?? '').act('jia', 'C', { answer: 42 });
  };

  it('leads to the stored case after a call, a loop, a timer, a message and data set from outside', async () => {
    const driver = await start();
    await sound();
    await endCalled(driver);
    await driver.act('jia', 'each', { first: true });
    await sound();
    await app.as('jia').run((tx) => app.instances.setVariables(tx, driver.instanceId, { old: null, noted: { by: 'jia' } }));
    await driver.act('jia', 'each', { second: true });
    await driver.advance({ hours: 2 });
    await driver.message('paid', { amount: 100 });
    await sound();
    await driver.act('jia', 'last', {});
    expect(await driver.instance()).toMatchObject({ status: 'COMPLETED', variables: { answer: 42, amount: 100, noted: { by: 'jia' } } });
    await sound();
  });

  it('leads to the end of a case that was ended from outside, and of the one it called', async () => {
    const driver = await start();
    await app.as('jia').run((tx) => app.instances.terminate(tx, driver.instanceId, '撤回'));
    expect(await driver.instance()).toMatchObject({ status: 'TERMINATED' });
    await sound();
  });
});
