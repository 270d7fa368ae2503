import { verifyInvariants } from '@fashen/testing';
import { ReturnOperation } from '../server/rework.operations';
import { Bureau, refusalOf } from './bureau';
import { both, ends, fileOf, flows, roleStep, seatStep, step, timer } from './drawing';

const MODELS: Readonly<Record<string, string>> = {
  line: `${ends}${step('A', 'jia')}${step('B', 'xin')}${step('C', 'wu')}${flows('s -> A -> B -> C -> e')}`,
  branches: `${ends}${both}${step('A', 'jia')}${step('L1', 'yi')}${step('L2', 'xin', 'allowCrossParallel="true"')}${step('R', 'mao')}${step('Z', 'wu', 'afterJoin="EITHER"')}${flows('s -> A -> split -> L1 -> L2 -> join -> Z -> e', 'split -> R -> join')}`,
  strict: `${ends}${both}${step('A', 'jia')}${step('L1', 'yi')}${step('L2', 'xin')}${step('R', 'mao')}${step('Z', 'wu')}${flows('s -> A -> split -> L1 -> L2 -> join -> Z -> e', 'split -> R -> join')}`,
  inclusive: `${ends}<inclusiveGateway id="split" default="split_N"/><inclusiveGateway id="join"/>${step('A', 'jia')}${step('L', 'yi')}${step('R', 'mao')}${step('N', 'xin')}${step('Z', 'wu')}${flows('s -> A -> split -[l = true]-> L -> join -> Z -> e', 'split -[r = true]-> R -> join', 'split -> N -> join')}`,
  seats: `${ends}${step('A', 'jia')}${seatStep('M1', 'bing zi ding')}${seatStep('M2', 'wu ji')}${flows('s -> A -> M1 -> M2 -> e')}`,
  loop: `${ends}<exclusiveGateway id="x" default="x_A"/>${step('A', 'jia')}${step('B', 'xin')}${step('C', 'wu')}${flows('s -> A -> B -> x -[ok = true]-> C -> e', 'x -> A')}`,
  terms: `${ends}${step('A', 'jia')}${step('B', 'xin')}${step('C', 'wu')}<boundaryEvent id="late" attachedToRef="B" cancelActivity="false">${timer('P3D')}</boundaryEvent>${step('chase', 'ji')}<endEvent id="e2"/>${flows('s -> A -> B -> C -> e', 'late -> chase -> e2')}`,
  inside: `${ends}${step('A', 'jia')}${step('Z', 'wu')}<subProcess id="sub"><startEvent id="s1"/><endEvent id="e1"/>${step('I', 'xin')}${step('J', 'yi')}${flows('s1 -> I -> J -> e1')}</subProcess>${flows('s -> A -> sub -> Z -> e')}`,
  caller: `${ends}${step('A', 'jia')}${step('Z', 'wu')}<callActivity id="call" calledElement="line"/>${flows('s -> A -> call -> Z -> e')}`,
  pool: `${ends}${step('A', 'jia')}${roleStep('B', 'legal-reviewer')}${step('C', 'wu', 'maxRounds="2"')}${step('D', 'ji', 'returnBy="NOBODY"')}${flows('s -> A -> B -> C -> D -> e')}`,
};

describe('returning a case', () => {
  let bureau: Bureau;

  beforeAll(async () => {
    bureau = await Bureau.open(MODELS);
  });
  afterAll(() => bureau.app.close());
  afterEach(async () => expect(await verifyInvariants(bureau.app.database.dataSource, bureau.app.host.moddles)).toEqual([]));

  it('goes back to any earlier step; whoever did it last holds it again', async () => {
    // given
    const driver = await bureau.start('line', ['A', 'B']);
    // when
    await bureau.giveBack(driver, ['C', 'A'], { defects: [{ what: '缺询问笔录', clause: '第五十五条', material: '笔录' }] });
    // then
    const again = await driver.openTask('A');
    expect(again).toMatchObject({ assigneeId: 'jia' });
    expect((await driver.tasks()).find(({ nodeId }) => nodeId === 'C')).toMatchObject({
      state: 'CANCELLED',
      cause: 'return',
      mark: 'returned',
    });
    const { returns } = await bureau.rework(driver);
    expect(returns).toMatchObject([
      {
        targetTaskId: again.id,
        round: 1,
        isOpen: true,
        mode: 'STEPWISE',
        reason: '材料不全',
        defects: [{ what: '缺询问笔录', clause: '第五十五条', material: '笔录' }],
      },
    ]);
  });

  it('is grey at the first step, with the reason, and open from the second on', async () => {
    const driver = await bureau.start('line', []);
    const offerFor = async (nodeId: string, person: string): Promise<unknown> => {
      const task = await driver.openTask(nodeId);
      return bureau.app.as(person).read((tx) => bureau.app.get(ReturnOperation).offer(tx, task));
    };
    expect(await offerFor('A', 'jia')).toEqual({ id: 'rework.return', reason: 'rework.NO_EARLIER_STEP', params: { step: 'A' } });
    await bureau.act(driver, 'A');
    expect(await offerFor('B', 'xin')).toEqual({ id: 'rework.return' });
  });

  it('shows in a query who loses work and what is void, and says the same in a dry run', async () => {
    // given
    const driver = await bureau.start('branches', ['A', 'L1']);
    // when
    const target = (await bureau.targets(driver, 'L2')).find(({ nodeId }) => nodeId === 'A');
    const dry = await bureau.sendBack(driver, ['L2', 'A'], {}, true);
    // then
    expect(target).toMatchObject({ isOffered: true, round: 1, personId: 'jia', losses: [{ nodeId: 'R', personIds: ['mao'] }] });
    expect([...(target?.undone ?? [])].sort()).toEqual(['A', 'L1']);
    expect(await driver.waiting()).toEqual(['L2', 'R']);
    const real = await bureau.giveBack(driver, ['L2', 'A']);
    const shown = (all: typeof real): unknown => all.affected.map(({ kind, nodeId, personId }) => [kind, nodeId, personId]);
    expect(shown(real)).toEqual(shown(dry));
    expect(await driver.waiting()).toEqual(['A']);
  });

  it('E1 before the split with the other branch done: both run again, the join waits for both', async () => {
    // given
    const driver = await bureau.start('branches', ['A', 'R', 'L1']);
    // when
    await bureau.giveBack(driver, ['L2', 'A']);
    // then
    await bureau.act(driver, 'A');
    expect(await driver.waiting()).toEqual(['L1', 'R']);
    for (const node of ['L1', 'L2']) await bureau.act(driver, node);
    expect(await driver.waiting()).toEqual(['R']);
    for (const node of ['R', 'Z']) await bureau.act(driver, node);
    expect(await driver.instance()).toMatchObject({ status: 'COMPLETED' });
  });

  it('E2 with the other branch open: its task is cancelled, nothing is left over', async () => {
    const driver = await bureau.start('branches', ['A', 'L1']);
    const { affected } = await bureau.giveBack(driver, ['L2', 'A']);
    expect(affected).toContainEqual(expect.objectContaining({ kind: 'taskCancelled', nodeId: 'R', personId: 'mao' }));
    expect((await driver.tasks()).filter(({ endedAt }) => !endedAt).map(({ nodeId }) => nodeId)).toEqual(['A']);
  });

  it('E2 is refused unless the step allows it, whether the other branch is open or done', async () => {
    for (const done of [
      ['A', 'L1'],
      ['A', 'L1', 'R'],
    ]) {
      const driver = await bureau.start('strict', done);
      expect(await bureau.offers(driver, 'L2')).toMatchObject({ A: 'CROSSES_PARALLEL', L1: 'offered' });
      expect(await refusalOf(bureau.giveBack(driver, ['L2', 'A']))).toMatchObject({
        code: 'rework.CROSSES_PARALLEL',
        params: { step: 'A' },
      });
    }
  });

  it('E3 within a branch the other one is not touched', async () => {
    // given
    const driver = await bureau.start('strict', ['A', 'L1']);
    const other = await driver.openTask('R');
    // when
    await bureau.giveBack(driver, ['L2', 'L1']);
    // then
    expect(await driver.openTask('R')).toEqual(other);
    expect(await driver.waiting()).toEqual(['L1', 'R']);
  });

  it('E4 after the join one branch is redone, or all of them', async () => {
    // given
    const one = await bureau.start('branches', ['A', 'L1', 'L2', 'R']);
    const all = await bureau.start('branches', ['A', 'L1', 'L2', 'R']);
    // when
    await bureau.giveBack(one, ['Z', 'R'], { scope: 'BRANCH_ONLY' });
    await bureau.giveBack(all, ['Z', 'L2'], { scope: 'ALL' });
    // then
    expect(await one.waiting()).toEqual(['R']);
    expect(await all.waiting()).toEqual(['L1', 'R']);
    await bureau.act(one, 'R');
    expect(await one.waiting()).toEqual(['Z']);
    for (const node of ['R', 'L1', 'L2', 'Z']) await bureau.act(all, node);
    expect(await all.instance()).toMatchObject({ status: 'COMPLETED' });
  });

  it('E4 the drawing says which of the two', async () => {
    const driver = await bureau.start('strict', ['A', 'L1', 'L2', 'R']);
    expect(await refusalOf(bureau.giveBack(driver, ['Z', 'R'], { scope: 'ALL' }))).toMatchObject({ code: 'rework.SCOPE_FORBIDDEN' });
    await bureau.giveBack(driver, ['Z', 'A'], { scope: 'BRANCH_ONLY' });
    expect(await driver.waiting()).toEqual(['A']);
  });

  it('E5 across an inclusive split with a branch that was never taken', async () => {
    const driver = await bureau.start('inclusive', ['A', 'L'], { l: true, r: false });
    await bureau.giveBack(driver, ['Z', 'A']);
    await bureau.act(driver, 'A', { r: true });
    expect(await driver.waiting()).toEqual(['L', 'R']);
    for (const node of ['R', 'L', 'Z']) await bureau.act(driver, node);
    expect(await driver.instance()).toMatchObject({ status: 'COMPLETED' });
  });

  it('E6 E7 E8 E67 one signer returns: the votes are void but kept, the step signed before comes up with all seats', async () => {
    // given
    const driver = await bureau.start('seats', ['A', 'M1']);
    const wu = (await driver.tasks()).find(({ nodeId, assigneeId }) => nodeId === 'M2' && assigneeId === 'wu');
    await bureau.app.as('wu').run((tx) => bureau.app.tasks.endSeat(tx, wu?.id ?? '', { state: 'DONE', outcome: { vote: 'agree' } }));
    // when
    await bureau.giveBack(driver, ['M2', 'M1'], { person: 'ji' });
    // then
    const tasks = await driver.tasks();
    expect(tasks.find(({ id }) => id === wu?.id)).toMatchObject({ state: 'DONE', outcome: { vote: 'agree' } });
    expect(tasks.find(({ nodeId, assigneeId }) => nodeId === 'M2' && assigneeId === 'ji')).toMatchObject({
      state: 'CANCELLED',
      mark: 'returned',
    });
    const open = tasks.filter(({ endedAt, kind }) => !endedAt && kind === 'SEAT');
    expect(open.map(({ assigneeId }) => assigneeId).sort()).toEqual(['bing', 'ding', 'zi']);
    // and a new visit has new sums
    await bureau.act(driver, 'M1');
    expect((await driver.tasks()).filter(({ nodeId, endedAt, kind }) => nodeId === 'M2' && !endedAt && kind === 'SEAT')).toHaveLength(2);
  });

  it('E9 people who were asked are cancelled before the visit is', async () => {
    // given
    const driver = await bureau.start('seats', ['A', 'M1']);
    const wu = (await driver.tasks()).find(({ nodeId, assigneeId }) => nodeId === 'M2' && assigneeId === 'wu');
    const visit = await driver.openTask('M2');
    await bureau.app.as('wu').run(async (tx) => {
      await bureau.app.tasks.addSeats(tx, visit.id, [{ kind: 'BEFORE', assigneeId: 'xin', parentId: wu?.id ?? '' }]);
      await bureau.app.tasks.mark(tx, wu?.id ?? '', 'blocked');
    });
    // when
    expect(await refusalOf(bureau.giveBack(driver, ['M2', 'A'], { person: 'wu' }))).toMatchObject({ code: 'rework.WAITS_FOR_OTHERS' });
    await bureau.giveBack(driver, ['M2', 'A'], { person: 'ji' });
    // then
    expect((await driver.tasks()).find(({ kind }) => kind === 'BEFORE')).toMatchObject({ state: 'CANCELLED', cause: 'return' });
    expect(await driver.waiting()).toEqual(['A']);
  });

  it('E62 R12 in a loop the last visit is the target, with its round', async () => {
    const driver = await bureau.start('loop', ['A', 'B', 'A'], { ok: false });
    await bureau.act(driver, 'B', { ok: true });
    const targets = await bureau.targets(driver, 'C');
    expect(targets.map(({ nodeId, round }) => [nodeId, round])).toEqual([
      ['B', 2],
      ['A', 2],
    ]);
    await bureau.giveBack(driver, ['C', 'B']);
    await bureau.act(driver, 'B', { ok: false });
    expect(await driver.waiting()).toEqual(['A']);
  });

  it('E64 a step of a sibling branch is refused with the reason', async () => {
    const driver = await bureau.start('branches', ['A', 'L1', 'R']);
    expect(await bureau.offers(driver, 'L2')).toEqual({ R: 'OTHER_BRANCH', L1: 'offered', A: 'offered' });
    expect(await refusalOf(bureau.giveBack(driver, ['L2', 'R']))).toMatchObject({ code: 'rework.OTHER_BRANCH' });
  });

  it('E38 the term of the step runs anew', async () => {
    const driver = await bureau.start('terms', ['A', 'B']);
    bureau.app.clock.advance({ days: 2 });
    await bureau.giveBack(driver, ['C', 'B']);
    await driver.advance({ days: 2 });
    expect(await driver.waiting()).toEqual(['B', 'late']);
    await driver.advance({ days: 1 });
    expect(await driver.waiting()).toEqual(['B', 'chase']);
  });

  it('R7 R8 out of a sub-process and back into one that has ended', async () => {
    const driver = await bureau.start('inside', ['A', 'I', 'J']);
    await bureau.giveBack(driver, ['Z', 'I']);
    expect(await driver.waiting()).toEqual(['I']);
    await bureau.giveBack(driver, ['I', 'A']);
    expect(await driver.waiting()).toEqual(['A']);
    for (const node of ['A', 'I', 'J', 'Z']) await bureau.act(driver, node);
    expect(await driver.instance()).toMatchObject({ status: 'COMPLETED' });
  });

  it('E47 R9 R10 out of a called process, which ends as returned, and back to the call as a whole', async () => {
    // given
    const driver = await bureau.start('caller', ['A']);
    const child = await childOf(driver.instanceId);
    await bureau.act(child, 'A');
    // when
    const target = (await bureau.targets(child, 'B')).find(({ instanceId }) => instanceId === driver.instanceId);
    const task = await child.openTask('B');
    const where = { instanceId: driver.instanceId, executionId: target?.executionId ?? '' };
    await bureau.tasks.giveBack(
      await bureau.as('xin'),
      task.id,
      { dryRun: false },
      { ...where, scope: 'BRANCH_ONLY', reason: '重来', defects: [] },
    );
    // then
    expect(await driver.waiting()).toEqual(['A']);
    expect(await child.instance()).toMatchObject({ status: 'TERMINATED' });
    expect(await bureau.rework(child)).toMatchObject({ ending: { kind: 'RETURNED', reason: '重来' } });
    // when
    await bureau.act(driver, 'A');
    const second = await childOf(driver.instanceId);
    for (const node of ['A', 'B', 'C']) await bureau.act(second, node);
    expect(await bureau.offers(driver, 'Z')).toMatchObject({ call: 'offered', A: 'offered' });
    await bureau.giveBack(driver, ['Z', 'call']);
    // then
    expect((await childOf(driver.instanceId)).instanceId).not.toBe(second.instanceId);
  });

  it('E13 a holder who has left does not get the step again: it goes to whom the drawing offers it', async () => {
    // given
    const driver = await bureau.start('pool', ['A', 'B']);
    const done = (await driver.tasks()).find(({ nodeId }) => nodeId === 'B')?.endedBy ?? '';
    await bureau.leave(done);
    // when
    await bureau.giveBack(driver, ['C', 'B']);
    // then
    const task = await driver.openTask('B');
    expect(task).toMatchObject({ state: 'READY', candidates: ['role:legal-reviewer'] });
    await bureau.leave(done, false);
  });

  it('returns only as often as the drawing lets it, and not at all where it says so', async () => {
    const driver = await bureau.start('pool', ['A', 'B']);
    for (const _round of [1, 2]) {
      await bureau.giveBack(driver, ['C', 'B']);
      await bureau.act(driver, 'B');
    }
    expect(await refusalOf(bureau.giveBack(driver, ['C', 'B']))).toMatchObject({
      code: 'rework.ROUNDS_EXHAUSTED',
      params: { maxRounds: 2 },
    });
    await bureau.act(driver, 'C');
    expect(await refusalOf(bureau.giveBack(driver, ['D', 'B']))).toMatchObject({ code: 'rework.RETURN_FORBIDDEN' });
  });

  it('is for whoever holds the task, and tells the loser of a race who was faster', async () => {
    const driver = await bureau.start('line', ['A', 'B']);
    const task = await driver.openTask('C');
    const [target] = await bureau.targets(driver, 'C');
    const body = {
      instanceId: driver.instanceId,
      executionId: target?.executionId ?? '',
      scope: 'BRANCH_ONLY' as const,
      reason: '无',
      defects: [],
    };
    expect(await refusalOf(bureau.tasks.giveBack(await bureau.as('ji'), task.id, { dryRun: false }, body))).toMatchObject({
      code: 'rework.NOT_THE_HOLDER',
    });
    await bureau.act(driver, 'C');
    expect(await refusalOf(bureau.tasks.giveBack(await bureau.as('wu'), task.id, { dryRun: false }, body))).toMatchObject({
      code: 'rework.TASK_ENDED',
      params: { byName: '戊样例' },
    });
  });

  it('E46 E59 goes on after 200 rounds as quickly as at first', async () => {
    // given
    const driver = await bureau.start('branches', ['A', 'L1', 'L2', 'R']);
    // when
    for (let round = 0; round < 200; round += 1) {
      await bureau.giveBack(driver, ['Z', 'R']);
      await bureau.act(driver, 'R');
    }
    // then
    expect(await bureau.offers(driver, 'Z')).toEqual({ R: 'offered', L2: 'offered', L1: 'offered', A: 'offered' });
    const { returns } = await bureau.rework(driver);
    expect(returns.at(-1)).toMatchObject({ round: 200, isOpen: false });
    await bureau.act(driver, 'Z');
    expect(await driver.instance()).toMatchObject({ status: 'COMPLETED' });
  });

  it('survives a restart before every act', async () => {
    const driver = await bureau.start('branches');
    for (const node of ['A', 'L1', 'L2', 'R']) {
      await bureau.restart(driver);
      await bureau.act(driver, node);
    }
    await bureau.restart(driver);
    await bureau.giveBack(driver, ['Z', 'L1'], { defects: [{ what: '错字' }] });
    await bureau.restart(driver);
    expect(await bureau.rework(driver)).toMatchObject({ returns: [{ isOpen: true }] });
    await bureau.resubmit(driver, 'L1');
    await bureau.restart(driver);
    for (const node of ['L2', 'Z']) await bureau.act(driver, node);
    expect(await driver.instance()).toMatchObject({ status: 'COMPLETED' });
  });

  async function childOf(parentId: string): Promise<Awaited<ReturnType<Bureau['start']>>> {
    const { items } = await bureau.app
      .as('jia')
      .read((tx) => bureau.app.instances.list(tx, { definitionKey: 'line', status: 'RUNNING', limit: 200 }));
    for (const { id } of items) {
      const parent = await bureau.app.as('jia').read((tx) => bureau.app.instances.parentOf(tx, id));
      if (parent?.instanceId === parentId) return bureau.of(id);
    }
    throw new Error('no called process');
  }

  it('refuses drawings with wrong settings', async () => {
    const wrong = fileOf(
      'wrong',
      `${ends}${step('A', 'jia', 'mode="FAST"')}${step('B', 'xin', 'onNotPassed="RETURN_TO" returnTo="gone"')}${flows('s -> A -> B -> e')}`,
    );
    const findings = await bureau.app.definitions.check(wrong);
    expect(findings.filter(({ severity }) => severity === 'error').map(({ rule, elementId }) => [rule, elementId])).toEqual([
      ['rework.known-settings', 'A'],
      ['rework.named-steps', 'B'],
    ]);
  });
});
