import { codeOf, KernelDriver } from './kernel-driver';
import { ends, fileOf, flows, message, roots, tasks, timer } from './model-text';
import { startSubscriptions, compileProcess } from '../../kernel';
import { parseModel } from '../../model';

const loop = (attributes: string, inside = ''): string =>
  `<multiInstanceLoopCharacteristics ${attributes}>${inside}</multiInstanceLoopCharacteristics>`;
const collection = 'engine:collection="= reviewers" engine:itemVariable="reviewer"';
const until = (text: string): string => `<completionCondition>= ${text.replaceAll('<', '&lt;')}</completionCondition>`;

describe('sub-process', () => {
  it('ends when its last token has ended', async () => {
    const inside = `<startEvent id="s2"/><endEvent id="e2"/>${tasks('A', 'B')}<parallelGateway id="f"/>${flows('s2 -> f -> A -> e2', 'f -> B -> e2')}`;
    const run = await KernelDriver.start(
      fileOf(`${ends}<subProcess id="S">${inside}</subProcess>${tasks('C')}${flows('s -> S -> C -> e')}`),
    );
    expect(run.complete('A').waiting).toBe('B');
    expect(run.complete('B').waiting).toBe('C');
    expect(run.entered).toBe('s S s2 f A B e2 e2 C');
  });

  it('nests', async () => {
    let inside = `<startEvent id="s9"/><endEvent id="e9"/>${tasks('A')}${flows('s9 -> A -> e9')}`;
    for (let depth = 8; depth > 0; depth -= 1) {
      inside = `<startEvent id="s${depth}"/><endEvent id="e${depth}"/><subProcess id="S${depth}">${inside}</subProcess>${flows(`s${depth} -> S${depth} -> e${depth}`)}`;
    }
    const run = await KernelDriver.start(fileOf(inside));
    expect(run.waiting).toBe('A');
    expect(run.complete('A').last.ended).toEqual({ status: 'COMPLETED', endNodeId: 'e1' });
  });
});

describe('multi-instance', () => {
  const reviewers = ['li', 'wang', 'zhao'];
  const parallel = fileOf(
    `${ends}<userTask id="A">${loop(collection, until('count(votes) >= 2'))}</userTask>${tasks('B')}${flows('s -> A -> B -> e')}`,
  );

  it('opens one task for each item and keeps the items whatever happens to the list', async () => {
    const run = await KernelDriver.start(parallel, { reviewers, votes: [] });
    expect(run.waiting).toBe('A[0] A[1] A[2]');
    run.complete('A', { reviewers: ['somebody else'] }, 1);
    expect(run.last.waits.map((wait) => [wait.loop, wait.locals])).toEqual([
      [{ index: 0, count: 3, item: 'li' }, { reviewer: 'li' }],
      [{ index: 2, count: 3, item: 'zhao' }, { reviewer: 'zhao' }],
    ]);
  });

  it('ends early when the completion condition is met and cancels the rest', async () => {
    const run = await KernelDriver.start(parallel, { reviewers, votes: [] });
    run.complete('A', { votes: ['yes'] }, 0).complete('A', { votes: ['yes', 'yes'] }, 2);
    expect(run.waiting).toBe('B');
    expect(run.last.closed).toContainEqual({
      executionId: expect.any(String),
      nodeId: 'A',
      kind: 'task',
      cause: 'cancelled',
      causedBy: 'A',
    });
  });

  it('knows how many are done', async () => {
    const condition = until('numberOfCompletedInstances / numberOfInstances > 0.5 and numberOfActiveInstances < 2');
    const run = await KernelDriver.start(
      fileOf(`${ends}<userTask id="A">${loop(collection, condition)}</userTask>${flows('s -> A -> e')}`),
      { reviewers },
    );
    run.complete('A', {}, 0);
    expect(run.status).toBe('RUNNING');
    expect(run.complete('A', {}, 1).status).toBe('COMPLETED');
  });

  it('goes one after the other', async () => {
    const run = await KernelDriver.start(
      fileOf(`${ends}<userTask id="A">${loop(`isSequential="true" ${collection}`)}</userTask>${flows('s -> A -> e')}`),
      { reviewers },
    );
    for (const [index, item] of reviewers.entries()) {
      expect(run.last.waits).toMatchObject([{ nodeId: 'A', loop: { index, count: 3, item } }]);
      run.complete('A');
    }
    expect(run.status).toBe('COMPLETED');
  });

  it('counts by cardinality and passes an empty list', async () => {
    const counted = fileOf(
      `${ends}<userTask id="A">${loop('', '<loopCardinality>= n</loopCardinality>')}</userTask>${flows('s -> A -> e')}`,
    );
    expect((await KernelDriver.start(counted, { n: 2 })).waiting).toBe('A[0] A[1]');
    expect((await KernelDriver.start(counted, { n: 0 })).status).toBe('COMPLETED');
    expect((await KernelDriver.start(parallel, { reviewers: [], votes: [] })).waiting).toBe('B');
  });

  it.each([{ n: 'many' }, { n: 2.5 }, { n: -1 }, { n: 1_000_000 }, {}])('refuses the cardinality of %j', async (variables) => {
    const driver = await KernelDriver.load(
      fileOf(`${ends}<userTask id="A">${loop('', '<loopCardinality>= n</loopCardinality>')}</userTask>${flows('s -> A -> e')}`),
      variables,
    );
    expect(codeOf(() => driver.act({ kind: 'start' }))).toBe('engine.COLLECTION_INVALID');
  });

  it('runs sub-processes, each with its own item', async () => {
    const inside = `<startEvent id="s2"/><endEvent id="e2"/>${tasks('A', 'C')}<exclusiveGateway id="g" default="g_C"/>${flows('s2 -> g', 'g -[reviewer = "li"]-> A -> e2', 'g -> C -> e2')}`;
    const run = await KernelDriver.start(
      fileOf(`${ends}<subProcess id="S">${loop(collection)}${inside}</subProcess>${tasks('B')}${flows('s -> S -> B -> e')}`),
      { reviewers },
    );
    expect(run.waiting).toBe('A C C');
    expect(run.wait('C').locals).toEqual({ reviewer: 'wang' });
    run.complete('A').complete('C');
    expect(run.waiting).toBe('C');
    expect(run.complete('C').waiting).toBe('B');
  });

  it('has boundary events around all instances together', async () => {
    const run = await KernelDriver.start(
      fileOf(
        `${ends}<userTask id="A">${loop(collection)}</userTask>${tasks('B')}<boundaryEvent id="t" attachedToRef="A">${timer('P2D')}</boundaryEvent>${flows('s -> A -> e', 't -> B -> e')}`,
      ),
      { reviewers },
    );
    expect(run.complete('A', {}, 1).waiting).toBe('A[0] A[2] t');
    expect(run.timer('t').waiting).toBe('B');
  });

  it('counts a cancelled instance as done', async () => {
    const run = await KernelDriver.start(fileOf(`${ends}<userTask id="A">${loop(collection)}</userTask>${flows('s -> A -> e')}`), {
      reviewers,
    });
    run.cancel('A', 0).complete('A', {}, 1);
    expect(run.complete('A', {}, 2).status).toBe('COMPLETED');
  });
});

describe('acts', () => {
  it('merges output as RFC 7396 says and never touches prototypes', async () => {
    const run = await KernelDriver.start(fileOf(`${ends}${tasks('A')}${flows('s -> A -> e')}`), {
      a: { b: 1, c: 2 },
      gone: true,
      list: [1, 2],
    });
    run.complete('A', JSON.parse('{"a":{"b":null,"d":3},"gone":null,"list":[9],"__proto__":{"polluted":true}}'));
    expect(run.data).toEqual({ a: { c: 2, d: 3 }, list: [9] });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('refuses a wait that is over, of another kind or unknown', async () => {
    const run = await KernelDriver.start(fileOf(`${ends}${tasks('A', 'B')}${flows('s -> A -> B -> e')}`));
    const { executionId } = run.wait('A');
    run.complete('A');
    expect(codeOf(() => run.act({ kind: 'complete', executionId }))).toBe('engine.NOTHING_WAITS');
    expect(codeOf(() => run.act({ kind: 'timer', executionId: run.wait('B').executionId }))).toBe('engine.NOTHING_WAITS');
    expect(codeOf(() => run.act({ kind: 'complete', executionId: 'zz' }))).toBe('engine.NOTHING_WAITS');
    expect(codeOf(() => run.act({ kind: 'start' }))).toBe('engine.NOTHING_WAITS');
  });

  it('cancelling the last wait ends the instance', async () => {
    const run = await KernelDriver.start(fileOf(`${ends}${tasks('A')}${flows('s -> A -> e')}`));
    expect(run.cancel('A').last.ended).toEqual({ status: 'COMPLETED' });
  });

  it('leaves its arguments as they are', async () => {
    const run = await KernelDriver.start(fileOf(`${ends}${tasks('A', 'B')}${flows('s -> A -> B -> e')}`), { x: { y: 1 } });
    const before = JSON.stringify([run.last.state, run.data]);
    const { state } = run.last;
    const variables = run.data;
    run.complete('A', { x: { y: 2 } });
    expect(JSON.stringify([state, variables])).toBe(before);
  });

  it('never gives an execution id twice', async () => {
    const body = `${ends}${tasks('A')}<exclusiveGateway id="g" default="g_e"/>${flows('s -> A -> g', 'g -[again]-> A', 'g -> e')}`;
    const run = await KernelDriver.start(fileOf(body));
    const ids = new Set([run.wait('A').executionId]);
    for (let turn = 0; turn < 50; turn += 1) ids.add(run.complete('A', { again: true }).wait('A').executionId);
    expect(ids.size).toBe(51);
  });

  it('stops a model that loops without waiting', async () => {
    const driver = await KernelDriver.load(
      fileOf(`${ends}<exclusiveGateway id="g"/><exclusiveGateway id="h" default="h_g"/>${flows('s -> g -> h -> g', 'h -[never]-> e')}`),
    );
    expect(codeOf(() => driver.act({ kind: 'start' }))).toBe('engine.BUDGET_EXCEEDED');
  });

  it('runs long chains of automatic nodes', async () => {
    const ids = Array.from({ length: 480 }, (_, index) => `t${index}`);
    const run = await KernelDriver.start(
      fileOf(`${ends}${ids.map((id) => `<task id="${id}"/>`).join('')}${flows(['s', ...ids, 'e'].join(' -> '))}`),
    );
    expect(run.last).toMatchObject({ ended: { status: 'COMPLETED' }, steps: 482 });
  });
});

describe('start events', () => {
  it('starts at message and timer start events, which wait outside any instance', async () => {
    // given
    const xml = fileOf(
      `${ends}<startEvent id="ms">${message}</startEvent><startEvent id="ts">${timer('2026-12-01', 'timeDate')}</startEvent>${tasks('A', 'B', 'C')}${flows('s -> A -> e', 'ms -> B -> e', 'ts -> C -> e')}`,
      roots,
    );
    const { source } = await parseModel(xml);
    // then
    expect(source && startSubscriptions(compileProcess(source), new Date('2026-01-01T00:00:00Z'))).toEqual([
      { nodeId: 'ms', kind: 'message', messageName: 'paid' },
      { nodeId: 'ts', kind: 'timer', dueAt: new Date('2026-11-30T16:00:00Z') },
    ]);
    expect((await KernelDriver.start(xml)).waiting).toBe('A');
    expect((await KernelDriver.start(xml, {}, 'ms')).waiting).toBe('B');
    expect((await KernelDriver.start(xml, {}, 'ts')).waiting).toBe('C');
  });
});
