import { codeOf, KernelDriver } from './kernel-driver';
import { anyError, ends, error, fileOf, flows, message, roots, tasks, timer } from './model-text';

const boundary = (id: string, host: string, event: string, more = ''): string =>
  `<boundaryEvent id="${id}" attachedToRef="${host}" ${more}>${event}</boundaryEvent>`;
const accompanying = 'cancelActivity="false"';
const sub = (id: string, inside: string, more = ''): string => `<subProcess id="${id}" ${more}>${inside}</subProcess>`;

describe('timers', () => {
  const catching = (text: string, kind?: 'timeDate' | 'timeCycle'): string =>
    fileOf(`${ends}<intermediateCatchEvent id="t">${timer(text, kind)}</intermediateCatchEvent>${flows('s -> t -> e')}`);

  it.each([
    ['PT1H', undefined, '2026-03-02T02:00:00.000Z'],
    ['P30D', undefined, '2026-04-01T01:00:00.000Z'],
    ['P90D', undefined, '2026-05-31T01:00:00.000Z'],
    ['P3Y', undefined, '2029-03-02T01:00:00.000Z'],
    ['P2W', undefined, '2026-03-16T01:00:00.000Z'],
    ['= duration("P" + string(days) + "D")', undefined, '2026-03-17T01:00:00.000Z'],
    ['= hearing.until', undefined, '2026-03-07T01:00:00.000Z'],
    ['2026-06-01', 'timeDate', '2026-05-31T16:00:00.000Z'],
    ['2026-06-01T09:30:00+08:00', 'timeDate', '2026-06-01T01:30:00.000Z'],
    ['= date(notice.servedOn) + duration("P5D")', 'timeDate', '2026-03-05T16:00:00.000Z'],
    ['= now() + duration("P1D")', 'timeDate', '2026-03-03T01:00:00.000Z'],
    ['2020-01-01', 'timeDate', '2019-12-31T16:00:00.000Z'],
  ] as const)('%s is due at %s', async (text, kind, due) => {
    const run = await KernelDriver.start(catching(text, kind), { days: 15, hearing: { until: 'P5D' }, notice: { servedOn: '2026-03-01' } });
    expect(run.wait('t').dueAt?.toISOString()).toBe(due);
    expect(run.timer('t').status).toBe('COMPLETED');
  });

  it('adds calendar months and stops at the end of a short one', async () => {
    const driver = await KernelDriver.load(catching('P1M'));
    driver.now = new Date('2026-01-30T20:00:00Z');
    expect(driver.act({ kind: 'start' }).wait('t').dueAt).toEqual(new Date('2026-02-27T20:00:00Z'));
  });

  it.each(['= missing', '= null', '= 5', '= "soon"'])('refuses the act when %s gives no time', async (text) => {
    const driver = await KernelDriver.load(catching(text));
    expect(codeOf(() => driver.act({ kind: 'start' }))).toBe('engine.TIMER_INVALID');
  });
});

describe('boundary events', () => {
  it('a timer that interrupts takes the task away', async () => {
    const run = await KernelDriver.start(
      fileOf(`${ends}${tasks('A', 'B')}${boundary('t', 'A', timer('P1D'))}${flows('s -> A -> e', 't -> B -> e')}`),
    );
    expect(run.waiting).toBe('A t');
    expect(run.wait('t')).toMatchObject({ role: 'boundary', attachedTo: run.wait('A').executionId });
    run.timer('t');
    expect(run.waiting).toBe('B');
    expect(run.last.closed).toEqual([
      { executionId: '2', nodeId: 't', kind: 'timer', cause: 'completed' },
      { executionId: '1', nodeId: 'A', kind: 'task', cause: 'cancelled', causedBy: 't' },
    ]);
  });

  it('the timer goes when the task is done', async () => {
    const run = await KernelDriver.start(
      fileOf(`${ends}${tasks('A', 'B')}${boundary('t', 'A', timer('P1D'))}${flows('s -> A -> B -> e', 't -> e')}`),
    );
    const { executionId } = run.wait('t');
    run.complete('A');
    expect(run.waiting).toBe('B');
    expect(codeOf(() => run.act({ kind: 'timer', executionId }))).toBe('engine.NOTHING_WAITS');
  });

  it('a repeating timer that does not interrupt fires as often as drawn, each turn a wait of its own', async () => {
    const run = await KernelDriver.start(
      fileOf(
        `${ends}${tasks('A')}<task id="R"/>${boundary('t', 'A', timer('R3/PT1H', 'timeCycle'), accompanying)}${flows('s -> A -> e', 't -> R')}`,
      ),
    );
    const ids = [run.wait('t').executionId];
    const due = [run.wait('t').dueAt];
    for (let turn = 0; turn < 2; turn += 1) {
      run.timer('t');
      ids.push(run.wait('t').executionId);
      due.push(run.wait('t').dueAt);
    }
    expect(new Set(ids).size).toBe(3);
    expect(due.map((date) => date?.toISOString().slice(11, 16))).toEqual(['02:00', '03:00', '04:00']);
    expect(run.timer('t').waiting).toBe('A');
    expect(run.entered).toBe('s A t R t R t R');
    expect(run.complete('A').status).toBe('COMPLETED');
  });

  it('an endless timer that fires late counts on from then', async () => {
    const run = await KernelDriver.start(
      fileOf(
        `${ends}${tasks('A')}${boundary('t', 'A', timer('R/P1D', 'timeCycle'), accompanying)}<endEvent id="e2"/>${flows('s -> A -> e', 't -> e2')}`,
      ),
    );
    run.now = new Date('2026-04-02T09:00:00Z');
    run.timer('t');
    expect(run.wait('t').dueAt).toEqual(new Date('2026-04-03T09:00:00Z'));
  });

  it('a message that does not interrupt may come several times', async () => {
    const run = await KernelDriver.start(
      fileOf(`${ends}${tasks('A', 'H')}${boundary('m', 'A', message, accompanying)}${flows('s -> A -> e', 'm -> H -> e')}`, roots),
    );
    expect(run.wait('m')).toMatchObject({ kind: 'message', messageName: 'paid' });
    run.message('m', { a: 1 }).message('m', { b: 2 });
    expect(run.waiting).toBe('A H H m');
    expect(run.data).toEqual({ a: 1, b: 2 });
    expect(run.complete('A').waiting).toBe('H H');
  });

  it('a message that interrupts ends a whole sub-process', async () => {
    const inside = `<startEvent id="s2"/><endEvent id="e2"/>${tasks('A', 'B')}<parallelGateway id="f"/>${flows('s2 -> f -> A -> e2', 'f -> B -> e2')}`;
    const run = await KernelDriver.start(
      fileOf(`${ends}${sub('S', inside)}${tasks('H')}${boundary('m', 'S', message)}${flows('s -> S -> e', 'm -> H -> e')}`, roots),
    );
    expect(run.waiting).toBe('A B m');
    run.message('m');
    expect(run.waiting).toBe('H');
    expect(run.last.closed.filter(({ cause }) => cause === 'cancelled').map(({ nodeId, causedBy }) => [nodeId, causedBy])).toEqual([
      ['A', 'm'],
      ['B', 'm'],
    ]);
  });
});

describe('messages, work and links', () => {
  it('waits in catch events and receive tasks', async () => {
    const run = await KernelDriver.start(
      fileOf(
        `${ends}<intermediateCatchEvent id="m">${message}</intermediateCatchEvent><receiveTask id="r" messageRef="M2"/>${flows('s -> m -> r -> e')}`,
        roots,
      ),
    );
    expect(run.wait('m').messageName).toBe('paid');
    run.message('m', { fine: 5 });
    expect(run.wait('r').messageName).toBe('refused');
    expect(run.message('r').status).toBe('COMPLETED');
    expect(run.data).toEqual({ fine: 5 });
  });

  it('asks somebody else to do service, send and business rule tasks and to throw messages', async () => {
    const body = `<startEvent id="s"/><serviceTask id="a"/><sendTask id="b"/><businessRuleTask id="c"/><intermediateThrowEvent id="d">${message}</intermediateThrowEvent><endEvent id="e">${message}</endEvent>`;
    const run = await KernelDriver.start(fileOf(`${body}${flows('s -> a -> b -> c -> d -> e')}`, roots));
    for (const id of ['a', 'b', 'c', 'd', 'e']) {
      expect(run.last.waits).toMatchObject([{ nodeId: id, kind: 'work', role: 'activity' }]);
      run.complete(id, { [id]: true });
    }
    expect(run.last.ended).toEqual({ status: 'COMPLETED', endNodeId: 'e' });
    expect(Object.keys(run.data)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('gives manual tasks to people and passes abstract tasks', async () => {
    const run = await KernelDriver.start(fileOf(`${ends}<task id="t"/><manualTask id="m"/>${flows('s -> t -> m -> e')}`));
    expect(run.last.waits).toMatchObject([{ nodeId: 'm', kind: 'task' }]);
    expect(run.complete('m').entered).toBe('s t m e');
  });

  it('jumps from a link to its target', async () => {
    const link = '<linkEventDefinition name="L"/>';
    const run = await KernelDriver.start(
      fileOf(
        `${ends}${tasks('A', 'B')}<intermediateThrowEvent id="x">${link}</intermediateThrowEvent><intermediateCatchEvent id="y">${link}</intermediateCatchEvent>${flows('s -> A -> x', 'y -> B -> e')}`,
      ),
    );
    expect(run.complete('A').waiting).toBe('B');
  });

  it('waits for a called process and merges its result', async () => {
    const run = await KernelDriver.start(
      fileOf(
        `${ends}<callActivity id="c" calledElement="hearing"/>${tasks('A')}${boundary('x', 'c', error)}${flows('s -> c -> e', 'x -> A -> e')}`,
        roots,
      ),
    );
    expect(run.wait('c')).toMatchObject({ kind: 'call', calledElement: 'hearing' });
    expect(run.childEnded('c', { held: true }).status).toBe('COMPLETED');
    expect(run.data).toEqual({ held: true });
  });
});

describe('errors', () => {
  it('a failing task is caught at its boundary, by code before by any', async () => {
    const xml = fileOf(
      `${ends}${tasks('A', 'B', 'C')}${boundary('x', 'A', error)}${boundary('y', 'A', anyError)}${flows('s -> A -> e', 'x -> B -> e', 'y -> C -> e')}`,
      roots,
    );
    expect((await KernelDriver.start(xml)).fail('A', { code: 'E1' }).waiting).toBe('B');
    const other = (await KernelDriver.start(xml)).fail('A', { code: 'E9', message: 'no stamp' });
    expect(other.waiting).toBe('C');
    expect(other.last.closed).toMatchObject([{ nodeId: 'A', cause: 'cancelled', causedBy: 'y' }]);
  });

  it('an error end event fails its scope and is caught around it', async () => {
    const inside = `<startEvent id="s2"/><endEvent id="e2">${error}</endEvent><endEvent id="e3"/>${tasks('A', 'B')}<parallelGateway id="f"/>${flows('s2 -> f -> A -> e2', 'f -> B -> e3')}`;
    const run = await KernelDriver.start(
      fileOf(`${ends}${sub('S', inside)}${tasks('H')}${boundary('x', 'S', error)}${flows('s -> S -> e', 'x -> H -> e')}`, roots),
    );
    run.complete('A');
    expect(run.waiting).toBe('H');
    expect(run.complete('H').last.ended).toEqual({ status: 'COMPLETED', endNodeId: 'e' });
  });

  it('an error nobody catches fails the instance', async () => {
    const run = await KernelDriver.start(
      fileOf(`${ends}${tasks('A', 'B')}<parallelGateway id="f"/>${flows('s -> f -> A -> e', 'f -> B -> e')}`),
    );
    run.fail('A', { code: 'E7', message: 'lost' });
    expect(run.last).toMatchObject({ waits: [], ended: { status: 'FAILED', error: { code: 'E7', message: 'lost', nodeId: 'A' } } });
    expect(run.last.closed.map(({ nodeId }) => nodeId)).toEqual(['A', 'B']);
  });

  it('passes scopes that catch other codes only', async () => {
    const inner = `<startEvent id="s3"/><endEvent id="e3"/>${tasks('A')}${flows('s3 -> A -> e3')}`;
    const outer = `<startEvent id="s2"/><endEvent id="e2"/>${sub('I', inner)}${boundary('no', 'I', '<errorEventDefinition errorRef="E2"/>')}${flows('s2 -> I -> e2', 'no -> e2')}`;
    const run = await KernelDriver.start(
      fileOf(`${ends}${sub('O', outer)}${tasks('H')}${boundary('yes', 'O', error)}${flows('s -> O -> e', 'yes -> H -> e')}`, roots),
    );
    expect(run.fail('A', { code: 'E1' }).waiting).toBe('H');
  });

  it('an error event sub-process takes over its scope and does not catch its own errors', async () => {
    const handler = sub(
      'X',
      `<startEvent id="xs">${error}</startEvent>${tasks('H')}<endEvent id="xe"/>${flows('xs -> H -> xe')}`,
      'triggeredByEvent="true"',
    );
    const run = await KernelDriver.start(
      fileOf(`${ends}${tasks('A', 'B')}<parallelGateway id="f"/>${flows('s -> f -> A -> e', 'f -> B -> e')}${handler}`, roots),
    );
    run.fail('A', { code: 'E1' });
    expect(run.waiting).toBe('H');
    expect(run.fail('H', { code: 'E1' }).status).toBe('FAILED');
  });
});

describe('terminate', () => {
  it('a terminate end event ends its scope only', async () => {
    const inside = `<startEvent id="s2"/><endEvent id="te"><terminateEventDefinition/></endEvent><endEvent id="e2"/>${tasks('A', 'B')}<parallelGateway id="f"/>${flows('s2 -> f -> A -> te', 'f -> B -> e2')}`;
    const run = await KernelDriver.start(fileOf(`${ends}${sub('S', inside)}${tasks('C')}${flows('s -> S -> C -> e')}`));
    run.complete('A');
    expect(run.waiting).toBe('C');
    expect(run.last.closed).toContainEqual({
      executionId: expect.any(String),
      nodeId: 'B',
      kind: 'task',
      cause: 'cancelled',
      causedBy: 'te',
    });
  });

  it('on process level it ends the instance', async () => {
    const run = await KernelDriver.start(
      fileOf(
        `<startEvent id="s"/><endEvent id="e"/><endEvent id="te"><terminateEventDefinition/></endEvent>${tasks('A', 'B')}<parallelGateway id="f"/>${flows('s -> f -> A -> te', 'f -> B -> e')}`,
      ),
    );
    expect(run.complete('A').last.ended).toEqual({ status: 'COMPLETED', endNodeId: 'te' });
  });

  it('from outside everything is cancelled', async () => {
    const run = await KernelDriver.start(
      fileOf(`${ends}${tasks('A')}${boundary('t', 'A', timer('P1D'))}${flows('s -> A -> e', 't -> e')}`),
    );
    run.act({ kind: 'terminate' });
    expect(run.last).toMatchObject({ ended: { status: 'TERMINATED' }, waits: [], state: { t: [] } });
    expect(codeOf(() => run.act({ kind: 'terminate' }))).toBe('engine.NOTHING_WAITS');
  });
});

describe('event sub-processes', () => {
  const handler = (start: string, more = ''): string =>
    sub(
      'X',
      `<startEvent id="xs" ${more}>${start}</startEvent>${tasks('H')}<endEvent id="xe"/>${flows('xs -> H -> xe')}`,
      'triggeredByEvent="true"',
    );
  const plain = `${ends}${tasks('A', 'B')}${flows('s -> A -> B -> e')}`;

  it('by message, interrupting', async () => {
    const run = await KernelDriver.start(fileOf(`${plain}${handler(message)}`, roots));
    expect(run.waiting).toBe('A xs');
    expect(run.wait('xs')).toMatchObject({ role: 'eventStart', messageName: 'paid' });
    expect(run.message('xs', { paid: 1 }).waiting).toBe('H');
    expect(run.complete('H').last.ended).toEqual({ status: 'COMPLETED', endNodeId: 'xe' });
  });

  it('by message, beside the work and several times', async () => {
    const run = await KernelDriver.start(fileOf(`${plain}${handler(message, 'isInterrupting="false"')}`, roots));
    run.message('xs').message('xs');
    expect(run.waiting).toBe('A H H xs');
    run.complete('A').complete('B').complete('H');
    expect(run.status).toBe('RUNNING');
    expect(run.complete('H').status).toBe('COMPLETED');
  });

  it('by time, once and repeating', async () => {
    const once = await KernelDriver.start(fileOf(`${plain}${handler(timer('P5D'))}`));
    expect(once.timer('xs').waiting).toBe('H');
    const often = await KernelDriver.start(fileOf(`${plain}${handler(timer('R2/P5D', 'timeCycle'), 'isInterrupting="false"')}`));
    expect(often.timer('xs').timer('xs').waiting).toBe('A H H');
  });

  it('inside a sub-process it lives as long as that', async () => {
    const inside = `<startEvent id="s2"/><endEvent id="e2"/>${tasks('A')}${flows('s2 -> A -> e2')}${handler(message)}`;
    const xml = fileOf(`${ends}${sub('S', inside)}${tasks('C')}${flows('s -> S -> C -> e')}`, roots);
    expect((await KernelDriver.start(xml)).complete('A').waiting).toBe('C');
    const run = (await KernelDriver.start(xml)).message('xs');
    expect(run.waiting).toBe('H');
    expect(run.complete('H').waiting).toBe('C');
  });
});
