import { codeOf, KernelDriver } from './kernel-driver';
import { ends, fileOf, flow, flows, tasks } from './model-text';

const gateway = (kind: string, ...ids: readonly string[]): string => ids.map((id) => `<${kind}Gateway id="${id}"/>`).join('');

describe('exclusive gateway', () => {
  const xml = fileOf(
    `${ends}${tasks('A', 'B', 'C')}<exclusiveGateway id="g" default="g_C"/>${flows('s -> A -> g', 'g -[x > 10]-> B', 'g -[x > 5]-> A')}${flows('g -> C', 'B -> e', 'C -> e')}`,
  );

  it('takes the first flow whose condition is true', async () => {
    const run = await KernelDriver.start(xml);
    run.complete('A', { x: 11 });
    expect(run.waiting).toBe('B');
    expect(run.last.taken).toEqual(['A_g', 'g_B']);
  });

  it('goes back in a loop and then takes the default flow', async () => {
    const run = await KernelDriver.start(xml);
    run.complete('A', { x: 7 });
    expect(run.waiting).toBe('A');
    run.complete('A', { x: null });
    expect(run.waiting).toBe('C');
    expect(run.complete('C').last.ended).toEqual({ status: 'COMPLETED', endNodeId: 'e' });
  });

  it('refuses the act when no flow is open and none is the default', async () => {
    const run = await KernelDriver.start(
      fileOf(`${ends}${tasks('A')}${gateway('exclusive', 'g')}${flows('s -> A -> g', 'g -[x = 1]-> e')}`),
    );
    expect(codeOf(() => run.complete('A', { x: 2 }))).toBe('engine.NO_FLOW_TAKEN');
    expect(run.complete('A', { x: 1 }).status).toBe('COMPLETED');
  });

  it('treats a condition that is not exactly true as closed', async () => {
    const run = await KernelDriver.start(
      fileOf(`${ends}${tasks('A', 'B')}<exclusiveGateway id="g" default="g_e"/>${flows('s -> A -> g', 'g -[x]-> B -> e', 'g -> e')}`),
    );
    expect(run.complete('A', { x: 'true' }).status).toBe('COMPLETED');
  });
});

describe('conditional flows of an activity', () => {
  it('takes all open ones, or the default', async () => {
    const xml = fileOf(
      `${ends}<userTask id="A" default="A_D"/>${tasks('B', 'C', 'D')}${flows('s -> A', 'A -[x > 1]-> B -> e', 'A -[x > 2]-> C -> e', 'A -> D -> e')}`,
    );
    expect((await KernelDriver.start(xml)).complete('A', { x: 3 }).waiting).toBe('B C');
    expect((await KernelDriver.start(xml)).complete('A', { x: 0 }).waiting).toBe('D');
  });
});

describe('parallel gateway', () => {
  it('waits for all branches', async () => {
    const run = await KernelDriver.start(
      fileOf(`${ends}${tasks('A', 'B', 'C')}${gateway('parallel', 'f', 'j')}${flows('s -> f -> A -> j', 'f -> B -> j', 'j -> C -> e')}`),
    );
    expect(run.waiting).toBe('A B');
    expect(run.complete('B').waiting).toBe('A');
    expect(run.complete('A').waiting).toBe('C');
    expect(run.complete('C').status).toBe('COMPLETED');
  });

  it('joins once behind a merge that one branch passes in two ways', async () => {
    const body = `${ends}${tasks('A', 'T', 'after')}${gateway('parallel', 'f', 'j')}${gateway('exclusive', 'm')}<exclusiveGateway id="x" default="x_m"/>`;
    const run = await KernelDriver.start(
      fileOf(`${body}${flows('s -> f -> A -> j', 'f -> x', 'x -[t = true]-> T -> m', 'x -> m -> j', 'j -> after -> e')}`),
      { t: true },
    );
    expect(run.complete('A').waiting).toBe('T');
    expect(run.complete('T').waiting).toBe('after');
  });

  it('counts tokens by incoming flow, so a loop inside one branch does not open the join', async () => {
    const body = `${ends}${tasks('A', 'B')}${gateway('parallel', 'f', 'j')}<exclusiveGateway id="x" default="x_j"/><userTask id="after"/>`;
    const run = await KernelDriver.start(
      fileOf(`${body}${flows('s -> f -> A -> j', 'f -> B -> x', 'x -[again = true]-> B', 'x -> j -> after -> e')}`),
    );
    run.complete('B', { again: true }).complete('B', { again: false });
    expect(run.waiting).toBe('A');
    expect(run.complete('A').waiting).toBe('after');
  });

  it('opens twice when two tokens came on each flow', async () => {
    const body = `${ends}${tasks('A', 'B', 'C', 'D', 'after')}${gateway('parallel', 'f', 'j')}${gateway('exclusive', 'm', 'n')}`;
    const run = await KernelDriver.start(
      fileOf(`${body}${flows('s -> f -> A -> m -> j', 'f -> B -> m', 'f -> C -> n -> j', 'f -> D -> n', 'j -> after -> e')}`),
    );
    run.complete('A').complete('B').complete('C');
    expect(run.waiting).toBe('D after');
    run.complete('D');
    expect(run.waiting).toBe('after after');
  });

  it('refuses an act after which tokens could wait at a join for ever', async () => {
    const run = await KernelDriver.start(
      fileOf(
        `${ends}${tasks('A')}${gateway('parallel', 'j')}<exclusiveGateway id="x" default="d2"/>${flows('s -> A -> x')}${flow('x', 'j', 'true', 'd1')}${flow('x', 'j', undefined, 'd2')}${flows('j -> e')}`,
      ),
    );
    expect(codeOf(() => run.complete('A'))).toBe('engine.JOIN_STUCK');
  });
});

describe('inclusive gateway', () => {
  const split = `${ends}${tasks('A', 'B', 'C', 'after')}<inclusiveGateway id="f" default="f_C"/>${gateway('inclusive', 'j')}`;
  const xml = fileOf(`${split}${flows('s -> f', 'f -[x > 1]-> A -> j', 'f -[x > 2]-> B -> j', 'f -> C -> j', 'j -> after -> e')}`);

  it('waits for the branches that were taken and no others', async () => {
    const run = await KernelDriver.start(xml, { x: 3 });
    expect(run.waiting).toBe('A B');
    expect(run.complete('A').waiting).toBe('B');
    expect(run.complete('B').waiting).toBe('after');
  });

  it('takes the default branch when no condition is true', async () => {
    const run = await KernelDriver.start(xml, { x: 0 });
    expect(run.waiting).toBe('C');
    expect(run.complete('C').waiting).toBe('after');
  });

  it('works nested', async () => {
    // given
    const nodes = `${ends}${tasks('A', 'B', 'C', 'after')}<inclusiveGateway id="f" default="f_C"/><inclusiveGateway id="g" default="g_B"/>${gateway('inclusive', 'i', 'j')}`;
    const outer = `${flows('s -> f', 'f -[x > 1]-> g', 'f -> C -> j', 'j -> after -> e')}${flow('f', 'C', 'x > 0', 'f_C_too')}`;
    const run = await KernelDriver.start(
      fileOf(`${nodes}${outer}${flows('g -[x > 2]-> A -> i', 'g -> B -> i', 'i -> j')}${flow('g', 'B', 'x > 0', 'g_B_too')}`),
      { x: 3 },
    );
    // then
    expect(run.waiting).toBe('A B C');
    expect(run.complete('A').complete('C').waiting).toBe('B');
    expect(run.complete('B').waiting).toBe('after');
  });

  it('works in a loop: a token behind the join that may come back does not hold it up', async () => {
    // given
    const nodes = `${ends}${tasks('A', 'B', 'after')}<inclusiveGateway id="f" default="f_A"/>${gateway('inclusive', 'j')}<exclusiveGateway id="x" default="x_e"/>${gateway('exclusive', 'h')}`;
    const inside = `${flows('s -> h -> f', 'f -[both = true]-> B -> j', 'f -> A -> j')}${flow('f', 'A', 'both = true', 'f_A_too')}`;
    const run = await KernelDriver.start(fileOf(`${nodes}${inside}${flows('j -> after -> x', 'x -[again = true]-> h', 'x -> e')}`), {
      both: true,
    });
    // then
    expect(run.waiting).toBe('A B');
    expect(run.complete('A').waiting).toBe('B');
    run.complete('B').complete('after', { again: true, both: false });
    expect(run.waiting).toBe('A');
    expect(run.complete('A').complete('after', { again: false }).status).toBe('COMPLETED');
  });

  it('is held up by a token that may come through a boundary event', async () => {
    const body = `${ends}${tasks('A', 'B', 'after')}${gateway('parallel', 'f')}${gateway('inclusive', 'j')}<boundaryEvent id="t" attachedToRef="B"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>`;
    const run = await KernelDriver.start(
      fileOf(`${body}<endEvent id="e2"/>${flows('s -> f -> A -> j', 'f -> B -> e2', 't -> j', 'j -> after -> e')}`),
    );
    run.complete('A');
    expect(run.waiting).toBe('B t');
    expect(run.timer('t').waiting).toBe('after');
    const other = await KernelDriver.start(
      fileOf(`${body}<endEvent id="e2"/>${flows('s -> f -> A -> j', 'f -> B -> e2', 't -> j', 'j -> after -> e')}`),
    );
    expect(other.complete('A').complete('B').waiting).toBe('after');
  });
});

describe('event-based gateway', () => {
  const xml = fileOf(
    `${ends}${tasks('A', 'B', 'C')}${gateway('eventBased', 'g')}<intermediateCatchEvent id="m"><messageEventDefinition messageRef="M"/></intermediateCatchEvent><receiveTask id="r" messageRef="M2"/><intermediateCatchEvent id="t"><timerEventDefinition><timeDuration>P3D</timeDuration></timerEventDefinition></intermediateCatchEvent>${flows('s -> g -> m -> A -> e', 'g -> t -> B -> e', 'g -> r -> C -> e')}`,
    '<message id="M" name="paid"/><message id="M2" name="refused"/>',
  );

  it('lets the first event win and forgets the others', async () => {
    const run = await KernelDriver.start(xml);
    expect(run.waiting).toBe('m r t');
    expect(run.last.waits.map(({ role, messageName }) => [role, messageName])).toEqual([
      ['branch', 'paid'],
      ['branch', undefined],
      ['branch', 'refused'],
    ]);
    run.message('m', { paid: true });
    expect(run.waiting).toBe('A');
    expect(run.last.taken).toEqual(['g_m', 'm_A']);
    expect(run.last.closed.map(({ nodeId, cause }) => `${nodeId} ${cause}`).sort()).toEqual(['m completed', 'r cancelled', 't cancelled']);
    expect(run.data).toEqual({ paid: true });
  });

  it('goes on by time and by a receive task', async () => {
    const byTime = await KernelDriver.start(xml);
    expect(byTime.wait('t').dueAt).toEqual(new Date('2026-03-05T01:00:00Z'));
    expect(byTime.timer('t').waiting).toBe('B');
    expect((await KernelDriver.start(xml)).message('r').waiting).toBe('C');
  });
});
