import type { JsonObject, TryOut, TryOutAct } from '@fashen/plugin-api';
import { compileProcess } from '../kernel';
import { parseModel } from '../model';
import { readForBpmnEngine } from '../try-out/bpmn-engine-run';
import { runTryOut } from '../try-out/try-out';
import { ends, error, fileOf, flow, flows, message, roots, tasks, timer } from './kernel/model-text';

const now = new Date('2026-03-02T01:00:00Z');
const complete = (nodeId: string, output: JsonObject = {}, at = 0): TryOutAct => ({ kind: 'complete', nodeId, at, output });

async function tryOut(xml: string, acts: readonly TryOutAct[], data: JsonObject = {}): Promise<TryOut> {
  const { source, problems } = await parseModel(xml);
  if (!source || problems.length > 0) throw new Error(JSON.stringify(problems));
  return runTryOut({ process: compileProcess(source), model: await readForBpmnEngine(xml) }, { data, acts, now });
}

const waitingAt = ({ waiting }: TryOut): string => waiting.map(({ nodeId, at }) => (at > 0 ? `${nodeId}#${at}` : nodeId)).join(' ');

const choice = fileOf(
  `${ends}${tasks('ask', 'big', 'small')}<exclusiveGateway id="x" default="x_small"/>${flows('s -> ask -> x -[amount > 100]-> big -> e', 'small -> e')}${flow('x', 'small')}`,
);
const fork = fileOf(
  `${ends}${tasks('a', 'b', 'last')}<parallelGateway id="f"/><parallelGateway id="j"/>${flows('s -> f -> a -> j -> last -> e', 'f -> b -> j')}`,
);
const attached = (id: string, host: string, event: string, more = ''): string =>
  `<boundaryEvent id="${id}" attachedToRef="${host}" ${more}>${event}</boundaryEvent>`;

describe('a try-out', () => {
  it('shows what waits at the start, with kind and name, and the way there', async () => {
    const result = await tryOut(choice.replace('id="ask"', 'id="ask" name="询问"'), []);
    expect(result.waiting).toMatchObject([{ nodeId: 'ask', at: 0, name: '询问', type: 'bpmn:UserTask', kind: 'task' }]);
    expect(result).toMatchObject({ trail: { nodes: { s: 1, ask: 1 }, flows: { s_ask: 1 } }, data: {}, agreement: { kind: 'same' } });
    expect(result.ended).toBeUndefined();
  });

  it.each([
    [200, 'big', 'x_big'],
    [50, 'small', 'x_small'],
  ])('takes the way that the data of the act opens: %s', async (amount, node, taken) => {
    const result = await tryOut(choice, [complete('ask', { amount })]);
    expect(waitingAt(result)).toBe(node);
    expect(result.trail.flows).toHaveProperty(taken, 1);
    expect(result).toMatchObject({ data: { amount }, agreement: { kind: 'same' } });
  });

  it('names the conditions that a step has to answer, through gateways up to the next waits', async () => {
    const xml = fileOf(
      `${ends}${tasks('a', 'b')}<exclusiveGateway id="x" default="x_y"/><parallelGateway id="y"/><exclusiveGateway id="z" default="z_e"/>${flows('s -> a -> x -[late = true]-> b -[never]-> e', 'y -> z -[fine > 3]-> b')}${flow('x', 'y')}${flow('z', 'e')}`,
    );
    const result = await tryOut(xml, []);
    expect(result.waiting).toMatchObject([{ nodeId: 'a', conditions: ['late = true', 'fine > 3'] }]);
  });

  it('waits at a parallel join for both branches, and says where it ended', async () => {
    const acts = [complete('b', { b: 1 }), complete('a', { a: 1 }), complete('last')];
    const steps = await Promise.all([0, 1, 2, 3].map((count) => tryOut(fork, acts.slice(0, count))));
    expect(steps.map(waitingAt)).toEqual(['a b', 'a', 'last', '']);
    expect(steps.map(({ agreement }) => agreement.kind)).toEqual(['same', 'same', 'same', 'same']);
    expect(steps[3]).toMatchObject({ ended: { status: 'COMPLETED', nodeId: 'e' }, data: { a: 1, b: 1 } });
  });

  it('fires a timer when told, and goes on from its due time', async () => {
    const xml = fileOf(
      `${ends}${tasks('a', 'late')}${attached('t', 'a', timer('P3D'))}<intermediateCatchEvent id="t2">${timer('P1D')}</intermediateCatchEvent>${flows('s -> a -> e', 't -> t2 -> late -> e')}`,
    );
    const first = await tryOut(xml, []);
    const second = await tryOut(xml, [{ kind: 'timer', nodeId: 't' }]);
    const third = await tryOut(xml, [
      { kind: 'timer', nodeId: 't' },
      { kind: 'timer', nodeId: 't2' },
    ]);
    expect(first.waiting).toMatchObject([
      { nodeId: 'a' },
      { nodeId: 't', kind: 'timer', attachedToId: 'a', dueAt: new Date('2026-03-05T01:00:00Z') },
    ]);
    expect(second.waiting).toMatchObject([{ nodeId: 't2', dueAt: new Date('2026-03-06T01:00:00Z') }]);
    expect([waitingAt(third), third.agreement.kind]).toEqual(['late', 'same']);
  });

  it('lets a message arrive with data, and one of two events win', async () => {
    const xml = fileOf(
      `${ends}${tasks('a')}<eventBasedGateway id="g"/><intermediateCatchEvent id="m">${message}</intermediateCatchEvent><intermediateCatchEvent id="t">${timer('P1D')}</intermediateCatchEvent>${flows('s -> g -> m -> a -> e', 'g -> t -> e')}`,
      roots,
    );
    const before = await tryOut(xml, []);
    const after = await tryOut(xml, [{ kind: 'message', nodeId: 'm', output: { paid: true } }]);
    expect(before.waiting).toMatchObject([{ nodeId: 'm', kind: 'message', messageName: 'paid' }, { nodeId: 't' }]);
    expect(after).toMatchObject({ waiting: [{ nodeId: 'a' }], data: { paid: true }, agreement: { kind: 'same' } });
  });

  it('goes into a sub-process and out of it by an error that is caught around it', async () => {
    const inside = `<startEvent id="s2"/><endEvent id="e2"/>${tasks('in')}${flows('s2 -> in -> e2')}`;
    const xml = fileOf(
      `${ends}<subProcess id="S">${inside}</subProcess>${tasks('mend')}${attached('b', 'S', error)}${flows('s -> S -> e', 'b -> mend -> e')}`,
      roots,
    );
    const before = await tryOut(xml, []);
    const done = await tryOut(xml, [complete('in')]);
    const failed = await tryOut(xml, [{ kind: 'bpmnError', nodeId: 'in', code: 'E1' }]);
    expect(before.waiting).toMatchObject([{ nodeId: 'in', errorCodes: ['E1'] }]);
    expect(done).toMatchObject({ ended: { status: 'COMPLETED' }, agreement: { kind: 'same' } });
    expect([waitingAt(failed), failed.agreement.kind]).toEqual(['mend', 'same']);
  });

  it('ends with an error that nobody catches', async () => {
    const result = await tryOut(fork, [{ kind: 'bpmnError', nodeId: 'a', code: 'E9' }]);
    expect(result).toMatchObject({ waiting: [], ended: { status: 'FAILED', nodeId: 'a', errorCode: 'E9' }, agreement: { kind: 'same' } });
  });

  it('lets a person say what automatic steps and called processes answer', async () => {
    const xml = fileOf(
      `${ends}<serviceTask id="w"/><callActivity id="c" calledElement="other"/><sendTask id="n"/><businessRuleTask id="r"/>${flows('s -> w -> c -> n -> r -> e')}`,
    );
    const acts = [complete('w', { a: 1 }), complete('c', { b: 2 }), complete('n'), complete('r', { c: 3 })];
    const called = await tryOut(xml, acts.slice(0, 1));
    const ended = await tryOut(xml, acts);
    expect(called.waiting).toMatchObject([{ nodeId: 'c', kind: 'call', calledElement: 'other' }]);
    expect(ended).toMatchObject({ data: { a: 1, b: 2, c: 3 }, ended: { status: 'COMPLETED' }, agreement: { kind: 'same' } });
  });

  it('waits where a message is sent, in both engines', async () => {
    const xml = fileOf(
      `<startEvent id="s"/><intermediateThrowEvent id="m">${message}</intermediateThrowEvent><endEvent id="e">${message}</endEvent>${flows('s -> m -> e')}`,
      roots,
    );
    const steps = await Promise.all([[], [complete('m')], [complete('m'), complete('e')]].map((acts) => tryOut(xml, acts)));
    expect(steps.map(waitingAt)).toEqual(['m', 'e', '']);
    expect(steps.map(({ agreement }) => agreement.kind)).toEqual(['same', 'same', 'same']);
  });

  it('names the item of a multi-instance step that is done', async () => {
    const xml = fileOf(
      `${ends}<userTask id="v"><multiInstanceLoopCharacteristics engine:collection="= people"/></userTask>${flows('s -> v -> e')}`,
    );
    const data = { people: ['li', 'wang', 'zhao'] };
    const before = await tryOut(xml, [complete('v', {}, 1)], data);
    expect(before.waiting).toMatchObject([
      { nodeId: 'v', at: 0, index: 0 },
      { nodeId: 'v', at: 1, index: 2 },
    ]);
    expect(before.agreement).toEqual({ kind: 'same' });
  });

  it('takes back the last act by leaving it out', async () => {
    const one = await tryOut(fork, [complete('a', { a: 1 })]);
    const again = await tryOut(fork, [complete('a', { a: 1 }), complete('b')].slice(0, -1));
    expect(again).toEqual(one);
  });
});

describe('where bpmn-engine does something else', () => {
  it('says so with the element, and shows what a case does', async () => {
    // given: bpmn-engine 25 never arms the timer of an event sub-process
    const handler = `<subProcess id="H" name="催办" triggeredByEvent="true"><startEvent id="hs">${timer('P1D')}</startEvent><endEvent id="he"/>${tasks('remind')}${flows('hs -> remind -> he')}</subProcess>`;
    const xml = fileOf(`${ends}${tasks('a')}${handler}${flows('s -> a -> e')}`);
    // when
    const before = await tryOut(xml, []);
    const after = await tryOut(xml, [{ kind: 'timer', nodeId: 'hs' }]);
    // then
    expect(before.agreement).toEqual({
      kind: 'different',
      afterAct: 0,
      ours: ['a', 'hs'],
      theirs: ['a'],
      because: [{ reason: 'eventSubProcess', elementId: 'H' }],
    });
    expect(before.names).toMatchObject({ H: '催办' });
    expect(waitingAt(after)).toBe('remind');
    expect(after.agreement).toMatchObject({ kind: 'different', afterAct: 0 });
  });

  it('says so when several tokens wait at one step', async () => {
    const xml = fileOf(
      `${ends}${tasks('a')}<parallelGateway id="f"/><task id="p"/><task id="q"/>${flows('s -> f -> p -> a -> e', 'f -> q -> a')}`,
    );
    const result = await tryOut(xml, []);
    expect(waitingAt(result)).toBe('a a#1');
    expect(result.agreement).toMatchObject({ kind: 'different', ours: ['a', 'a'], because: [{ reason: 'severalTokens', elementId: 'a' }] });
  });

  it('starts a process that only messages start', async () => {
    const xml = fileOf(`<startEvent id="m">${message}</startEvent><endEvent id="e"/>${tasks('a')}${flows('m -> a -> e')}`, roots);
    const result = await tryOut(xml, []);
    expect(waitingAt(result)).toBe('a');
    expect(result.agreement).toMatchObject({ kind: 'different', because: [{ reason: 'triggeredStart', elementId: 'm' }] });
  });
});

describe('what a try-out refuses', () => {
  it.each<[string, TryOutAct]>([
    ['a step that does not exist', complete('nowhere')],
    ['a step that does not wait yet', complete('last')],
    ['more waits at a step than there are', complete('a', {}, 1)],
    ['a timer at a task', { kind: 'timer', nodeId: 'a' }],
    ['a message at a task', { kind: 'message', nodeId: 'a' }],
  ])('%s', async (_name, act) => {
    await expect(tryOut(fork, [act])).rejects.toMatchObject({ code: 'engine.TRY_OUT_NOTHING_WAITS', params: { nodeId: act.nodeId } });
  });

  it('a choice without a way out, with the error a case would meet', async () => {
    const xml = fileOf(`${ends}${tasks('a')}<exclusiveGateway id="x"/>${flows('s -> a -> x -[ok = true]-> e')}`);
    await expect(tryOut(xml, [complete('a', { ok: false })])).rejects.toMatchObject({ code: 'engine.NO_FLOW_TAKEN' });
  });

  it('a drawing that goes round for ever, before bpmn-engine sees it', async () => {
    const xml = fileOf(
      `${ends}<exclusiveGateway id="x"/><task id="a"/><exclusiveGateway id="y" default="y_x"/>${flows('s -> x -> a -> y -[done = true]-> e')}${flow('y', 'x')}`,
    );
    await expect(tryOut(xml, [])).rejects.toMatchObject({ code: 'engine.BUDGET_EXCEEDED' });
  });

  it('does not change a prototype', async () => {
    const result = await tryOut(choice, [complete('ask', JSON.parse('{"amount":1,"__proto__":{"polluted":true}}') as JsonObject)]);
    expect(result.data).toEqual({ amount: 1 });
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('the limits of the second opinion', () => {
  it('gives up on a long chain that a case goes through, with a sentence instead of a crash', async () => {
    // given: 3,000 automatic steps in a row exceed the stack of bpmn-engine
    const ids = Array.from({ length: 3_000 }, (_, at) => `p${at}`);
    const xml = fileOf(
      `${ends}${ids.map((id) => `<task id="${id}"/>`).join('')}${tasks('a')}${flows(`s -> ${ids.join(' -> ')} -> a -> e`)}`,
    );
    const { source } = await parseModel(xml);
    if (!source) throw new Error('unread');
    // when
    const result = await runTryOut({ process: compileProcess(source), model: await readForBpmnEngine(xml) }, { acts: [], now });
    // then
    expect(waitingAt(result)).toBe('a');
    expect(result.agreement).toMatchObject({ kind: 'unchecked', afterAct: 0 });
  });
});
