import type { InstanceSummary } from '@fashen/plugin-api';
import { createTestApp, ProcessDriver, type TestApp, verifyInvariants } from '@fashen/testing';
import { auto, deskFile, held } from './desk-model';
import { deskPlugin, resetBook } from './desk-plugin';
import { ends, error, flows, message, roots } from './kernel/model-text';

const mine = 'assignee="jia"';
const call = (element: string, inside = ''): string => `<callActivity id="K" calledElement="${element}">${inside}</callActivity>`;
const mapping = '<extensionElements><engine:mapping input="= {who: party.name}" output="= {answer: result}"/></extensionElements>';
const caught = (text: string): string => `<boundaryEvent id="x" attachedToRef="K">${text}</boundaryEvent>`;

describe('a call activity', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp({ plugins: [deskPlugin], actors: { boss: { permissions: ['case.readAll'] } } });
    await app.publish(deskFile(`${ends}${held('C', mine)}${flows('s -> C -> e')}`, '', 'asks'));
    await app.publish(deskFile(`${ends}${auto('S', 'complete', 'result')}${flows('s -> S -> e')}`, '', 'quick'));
    await app.publish(deskFile(`${ends}${auto('S', 'bpmnError', 'E1')}${flows('s -> S -> e')}`, '', 'fails'));
    await app.publish(deskFile(`${ends}${call('circle')}${flows('s -> K -> e')}`, '', 'circle'));
  });
  afterAll(() => app.close());
  beforeEach(resetBook);
  afterEach(async () => expect(await verifyInvariants(app.database.dataSource, app.host.moddles)).toEqual([]));

  const start = async (inside: string, variables = {}): Promise<ProcessDriver> => {
    const { id } = await app.publish(deskFile(`${ends}${held('A', mine)}${inside}`, roots));
    return ProcessDriver.start(app, { definitionKey: 'P', definitionId: id, variables });
  };
  const childOf = async (driver: ProcessDriver): Promise<InstanceSummary | undefined> => {
    const { businessKey } = await driver.instance();
    const { items } = await app.as('boss').read((tx) => app.instances.list(tx, { text: `${businessKey}/` }));
    return items[0];
  };

  it('starts another process with the data of the case and goes on with what that brought', async () => {
    // given
    const driver = await start(`${call('asks')}${flows('s -> K -> A -> e')}`, { party: { name: 'x' } });
    const child = ProcessDriver.of(app, (await childOf(driver))?.id ?? '');
    expect((await child.instance()).variables).toEqual({ party: { name: 'x' } });
    // when
    await child.act('jia', 'C', { result: 1 });
    // then
    expect(await driver.instance()).toMatchObject({ waiting: [{ nodeId: 'A' }], variables: { party: { name: 'x' }, result: 1 } });
    expect(await child.instance()).toMatchObject({ status: 'COMPLETED' });
  });

  it('goes on at once when the called process needs nobody', async () => {
    // when
    const driver = await start(`${call('quick', mapping)}${flows('s -> K -> A -> e')}`, { party: { name: 'x' } });
    // then
    expect(await driver.instance()).toMatchObject({ waiting: [{ nodeId: 'A' }], variables: { party: { name: 'x' }, answer: true } });
    const child = await childOf(driver);
    expect((await ProcessDriver.of(app, child?.id ?? '').instance()).variables).toEqual({ who: 'x', result: true });
  });

  it('takes the time of its end for what comes back', async () => {
    // given
    const endDay = '<extensionElements><engine:mapping output="= {endedOn: string(today())}"/></extensionElements>';
    const driver = await start(`${call('asks', endDay)}${flows('s -> K -> A -> e')}`);
    const child = ProcessDriver.of(app, (await childOf(driver))?.id ?? '');
    const startedAt = app.clock.now().getTime();
    // when
    app.clock.advance({ days: 40 });
    await child.act('jia', 'C');
    // then
    const { endedOn } = (await driver.instance()).variables;
    expect(Date.parse(String(endedOn)) - startedAt).toBeGreaterThan(38 * 86_400_000);
  });

  it('passes on a drawn error of the called process', async () => {
    // when
    const driver = await start(`${call('fails')}${caught(error)}${flows('s -> K -> e', 'x -> A -> e')}`);
    // then
    expect(await driver.waiting()).toEqual(['A']);
  });

  it('throws an error that a catch-all catches when the called process is terminated or not published', async () => {
    // given
    const driver = await start(`${call('asks')}${caught('<errorEventDefinition/>')}${flows('s -> K -> e', 'x -> A -> e')}`);
    const child = await childOf(driver);
    // when
    await app.as('boss').run((tx) => app.instances.terminate(tx, child?.id ?? '', 'not needed'));
    const missing = await start(`${call('nothing')}${caught('<errorEventDefinition/>')}${flows('s -> K -> e', 'x -> A -> e')}`);
    // then
    expect(await driver.waiting()).toEqual(['A']);
    expect(await missing.waiting()).toEqual(['A']);
  });

  it('ends the called process when it is left', async () => {
    // given
    const driver = await start(`${call('asks')}${caught(message)}${flows('s -> K -> e', 'x -> A -> e')}`);
    const child = await childOf(driver);
    // when
    await driver.message('paid');
    // then
    expect(await driver.waiting()).toEqual(['A']);
    expect(await ProcessDriver.of(app, child?.id ?? '').instance()).toMatchObject({ status: 'TERMINATED' });
  });

  it('ends the called process when the case is terminated', async () => {
    // given
    const driver = await start(`${call('asks')}${flows('s -> K -> A -> e')}`);
    const child = await childOf(driver);
    // when
    await app.as('boss').run((tx) => app.instances.terminate(tx, driver.instanceId, 'x'));
    // then
    expect(await ProcessDriver.of(app, child?.id ?? '').tasks()).toMatchObject([{ nodeId: 'C', state: 'CANCELLED' }]);
  });

  it('refuses processes that call each other without end', async () => {
    await expect(ProcessDriver.start(app, { definitionKey: 'circle' })).rejects.toMatchObject({ code: 'engine.BUDGET_EXCEEDED' });
  });
});
