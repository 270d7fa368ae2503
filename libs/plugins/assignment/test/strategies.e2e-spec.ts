import { Duties } from '../model';
import { PolicyRoom, type Settings } from './policy-room';

describe('who a step is given to', () => {
  let room: PolicyRoom;

  beforeAll(async () => {
    room = await PolicyRoom.open();
  });
  afterAll(() => room.app.close());

  const expressed = (expression: string): Settings => ({ kind: 'feel', expression });

  it.each<[string, Settings, string]>([
    ['the head of a named unit', { kind: 'unitHead', value: 'legal' }, 'S1@ding'],
    ['the head of the unit of the starter', { kind: 'unitHead', value: 'starter' }, 'S1@xin'],
    ['the heads of several units', { kind: 'unitHead', value: 'legal bureau' }, 'S1?person:ding person:ji'],
    ['the head of a unit that has none', { kind: 'unitHead', value: 'office' }, 'S1?role:operator'],
    ['the nearest superior of the starter', { kind: 'superior' }, 'S1@xin'],
    ['the superior at a level', { kind: 'superior', level: '2' }, 'S1@wu'],
    ['everybody up to a level', { kind: 'superior', level: '2', reach: 'upTo' }, 'S1?person:wu person:xin'],
    ['a superior above the top', { kind: 'superior', level: '4' }, 'S1?role:operator'],
    ['the heads of the bureau', { kind: 'heads' }, 'S1?person:ji person:wu'],
    ['a person an expression answers', expressed('if penalty.amount > 50000 then "ji" else "wu"'), 'S1@ji'],
    ['a field an expression reads', expressed('penalty.decider'), 'S1@wu'],
    ['a role an expression answers', expressed('"role:legal-reviewer"'), 'S1?role:legal-reviewer'],
    ['a role within a unit', expressed('"role:unit-head@squad-1"'), 'S1?role:unit-head@squad-1'],
    ['people, posts and units together', expressed('["wu", "post:section-head", "unit:legal"]'), 'S1?person:ding person:wu unit:legal'],
    ['posts alone', expressed('"post:section-head"'), 'S1@ding'],
    ['nobody', expressed('penalty.nothing'), 'S1?role:operator'],
    ['somebody nobody knows', expressed('"nobody"'), 'S1?role:operator'],
  ])('is %s', async (_who, settings, expected) => {
    const driver = await room.start([settings], { penalty: { amount: 60_000, decider: 'wu' } });
    expect(await room.open(driver)).toEqual([expected]);
  });

  it('is asked of the case data as they are when the step begins', async () => {
    // given
    const driver = await room.start([{ kind: 'starter' }, expressed('if penalty.amount > 50000 then "ji" else "wu"')], {
      penalty: { amount: 100 },
    });
    // when
    await driver.act('jia', 'S1', { output: { penalty: { amount: 60_000 } } });
    // then
    expect(await room.open(driver)).toEqual(['S2@ji']);
  });

  it.each([
    ['a number', '5', 'assignment.EXPRESSION_NAMES_NOBODY'],
    ['a context', '{ person: "wu" }', 'assignment.EXPRESSION_NAMES_NOBODY'],
    ['too much work', 'count(for i in 1..100000, j in 1..100000 return i * j)', 'engine.FEEL_TOO_EXPENSIVE'],
  ])('refuses the act that leads to an expression which answers %s, and changes nothing', async (_what, expression, code) => {
    // given
    const driver = await room.start([{ kind: 'starter' }, expressed(expression)]);
    // when
    const act = driver.act('jia', 'S1');
    // then
    await expect(act).rejects.toMatchObject({ code });
    expect(await room.open(driver)).toEqual(['S1@jia']);
  });

  it('lets superiors sign one after the other, nearest first', async () => {
    // given
    const driver = await room.start([{ kind: 'superior', level: '3', reach: 'upTo', sign: 'sequential' }]);
    // then
    expect(await room.open(driver)).toEqual(['S1@xin']);
  });

  it('lets the heads of the bureau sign in turns, the chief last', async () => {
    const driver = await room.start([{ kind: 'heads', sign: 'sequential' }]);
    expect(await room.open(driver)).toEqual(['S1@wu']);
  });

  it('goes by the starter of the case in a process that the case calls', async () => {
    // given
    await room.app.publish(called);
    const driver = await room.start([{ kind: 'starter' }], {}, 'mao');
    const child = await room.app.publish(caller);
    const calling = await room.app
      .as('mao')
      .run((tx) => room.app.instances.start(tx, { definitionKey: child.key, businessKey: 'calls', title: 'calls' }));
    const first = (await room.app.as('setup').read((tx) => room.app.tasks.ofInstance(tx, calling.id)))[0];
    // when
    await room.app.as('xin').run((tx) => room.app.tasks.complete(tx, first?.id ?? '', {}));
    const inbox = await room.app.as('mao').read((tx) => room.app.tasks.list(tx, { view: 'assigned' }));
    // then
    expect(inbox.items.map(({ nodeId }) => nodeId).sort()).toEqual(['Inner', 'S1']);
    await driver.act('mao', 'S1');
  });

  it.each<[string, readonly Settings[], string]>([
    ['a role that does not exist', [{ kind: 'role', value: 'emperor' }], 'assignment.known-roles'],
    ['an expression that is no FEEL', [expressed('if penalty >')], 'assignment.readable-expression'],
    ['an expression that is not there', [{ kind: 'feel' }], 'assignment.argument-given'],
    ['the head of no unit', [{ kind: 'unitHead' }], 'assignment.known-settings'],
    ['a level that is none', [{ kind: 'superior', level: 'top' }], 'assignment.known-settings'],
    [
      'a statutory step that passes by itself',
      [{ kind: 'starter', duty: 'decide', starterPolicy: 'skip' }],
      'assignment.statutory-never-passed',
    ],
    ['votes that pass by themselves', [{ kind: 'heads', sign: 'all', samePersonPolicy: 'skip' }], 'assignment.answer-never-passed'],
  ])('is checked before publication: %s', async (_what, steps, rule) => {
    expect(await room.findings(steps)).toEqual([rule]);
  });

  it('keeps a task from whoever must not do it, whatever way it comes', async () => {
    // given
    const driver = await room.start([{ kind: 'heads', starterPolicy: 'superior' }], {}, 'wu');
    const task = await driver.openTask('S1');
    const mayTake = (who: string) => room.app.as('setup').read((tx) => room.app.get(Duties).requireMayTake(tx, task, who));
    // then
    expect(await room.open(driver)).toEqual(['S1@ji']);
    await expect(mayTake('wu')).rejects.toMatchObject({ code: 'assignment.STARTER_EXCLUDED' });
    await expect(mayTake('ji')).resolves.toBeUndefined();
  });
});

const HEAD = `xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:assignment="urn:fashen:assignment:1.0" targetNamespace="urn:fashen:test"`;
const task = (id: string, attributes: string): string =>
  `<userTask id="${id}" name="${id}"><extensionElements><assignment:assignment ${attributes}/></extensionElements></userTask>`;
const called = `<definitions ${HEAD} id="d_called"><process id="called" name="called" isExecutable="true"><startEvent id="s"/>${task('Inner', 'kind="starter"')}<endEvent id="e"/>
<sequenceFlow id="f1" sourceRef="s" targetRef="Inner"/><sequenceFlow id="f2" sourceRef="Inner" targetRef="e"/></process></definitions>`;
const caller = `<definitions ${HEAD} id="d_caller"><process id="caller" name="caller" isExecutable="true"><startEvent id="s"/>${task('First', 'kind="person" value="xin"')}
<callActivity id="Call" name="Call" calledElement="called"/><endEvent id="e"/><sequenceFlow id="f1" sourceRef="s" targetRef="First"/>
<sequenceFlow id="f2" sourceRef="First" targetRef="Call"/><sequenceFlow id="f3" sourceRef="Call" targetRef="e"/></process></definitions>`;
