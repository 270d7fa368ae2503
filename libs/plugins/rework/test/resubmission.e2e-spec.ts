import { verifyInvariants } from '@fashen/testing';
import { Bureau, refusalOf } from './bureau';
import { both, ends, flows, roleStep, step } from './drawing';

const DIRECT = 'modeChoice="NODE_DEFAULT" mode="DIRECT" material="facts penalty.amount" allowCrossParallel="true"';
const MODELS: Readonly<Record<string, string>> = {
  line: `${ends}${step('A', 'jia')}${step('B', 'xin', DIRECT)}${step('C', 'mao')}${step('D', 'wu', DIRECT)}${flows('s -> A -> B -> C -> D -> e')}`,
  chosen: `${ends}${step('A', 'jia')}${step('B', 'xin')}${step('C', 'wu', 'modeChoice="RETURNER_CHOOSES"')}${step('D', 'ji', 'modeChoice="SUBMITTER_CHOOSES"')}${flows('s -> A -> B -> C -> D -> e')}`,
  statutory: `${ends}${step('A', 'jia')}${step('B', 'xin', 'statutory="true"')}${step('D', 'wu', DIRECT)}${flows('s -> A -> B -> D -> e')}`,
  apart: `${ends}${both}${step('A', 'jia')}${step('L', 'yi')}${step('R', 'mao')}${step('Z', 'wu', DIRECT)}${flows('s -> A -> split -> L -> join -> Z -> e', 'split -> R -> join')}`,
  inBranch: `${ends}${both}${step('A', 'jia')}${step('L1', 'yi')}${step('L2', 'xin')}${step('L3', 'ji', DIRECT)}${step('R', 'mao')}${step('Z', 'wu')}${flows('s -> A -> split -> L1 -> L2 -> L3 -> join -> Z -> e', 'split -> R -> join')}`,
  fork: `${ends}<exclusiveGateway id="x" default="x_C"/>${step('A', 'jia')}${step('B', 'xin')}${step('C', 'yi')}${step('D', 'wu', DIRECT)}${flows('s -> A -> x -[big = true]-> B -> D -> e', 'x -> C -> D')}`,
  late: `${ends}<exclusiveGateway id="x" default="x_D"/>${step('A', 'jia')}${step('B', 'xin')}${step('C', 'yi')}${step('D', 'wu', DIRECT)}${flows('s -> A -> B -> x -> D -> e', 'x -[big = true]-> C -> D')}`,
  rule: `${ends}${step('A', 'jia')}${step('B', 'xin')}<serviceTask id="S"><extensionElements><stage:send/></extensionElements></serviceTask>${step('D', 'wu', DIRECT)}${flows('s -> A -> B -> S -> D -> e')}`,
  pool: `${ends}${step('A', 'jia')}${step('B', 'xin')}${roleStep('D', 'legal-reviewer', DIRECT)}${flows('s -> A -> B -> D -> e')}`,
  short: `${ends}${step('A', 'jia')}${step('D', 'wu', DIRECT)}${flows('s -> A -> D -> e')}`,
};

describe('resubmitting a case', () => {
  let bureau: Bureau;

  beforeAll(async () => {
    bureau = await Bureau.open(MODELS);
  });
  afterAll(() => bureau.app.close());
  afterEach(async () => expect(await verifyInvariants(bureau.app.database.dataSource, bureau.app.host.moddles)).toEqual([]));

  const last = async (driver: Awaited<ReturnType<Bureau['start']>>): Promise<unknown> => (await bureau.rework(driver)).returns.at(-1);

  it('step by step everything between is done again', async () => {
    const driver = await bureau.start('chosen', ['A', 'B']);
    await bureau.giveBack(driver, ['C', 'A'], { mode: 'STEPWISE' });
    await bureau.resubmit(driver, 'A');
    expect(await driver.waiting()).toEqual(['B']);
  });

  it('straight back goes to the person who returned it; who is passed by is told and keeps a row', async () => {
    // given
    const driver = await bureau.start('line', ['A', 'B', 'C']);
    await bureau.giveBack(driver, ['D', 'A'], { defects: [{ what: '错字' }] });
    // when
    const { affected } = await bureau.resubmit(driver, 'A', { note: '已改' });
    // then
    expect(await driver.waiting()).toEqual(['D']);
    expect(await driver.openTask('D')).toMatchObject({ assigneeId: 'wu' });
    expect(affected.some(({ kind, nodeId }) => kind === 'taskCreated' && nodeId === 'D')).toBe(true);
    const passed = (await driver.tasks()).filter(({ nodeId, mark }) => nodeId === 'B' && mark === 'skipped');
    expect(passed).toMatchObject([{ state: 'CANCELLED' }]);
    expect(await last(driver)).toMatchObject({ isOpen: false, mode: 'DIRECT', defects: [{ answer: { isFixed: true } }] });
    // and a step that was passed by is no target, those before it are
    expect(await bureau.offers(driver, 'D')).toMatchObject({ A: 'offered', B: 'SKIPPED' });
    await bureau.act(driver, 'D');
    expect(await driver.instance()).toMatchObject({ status: 'COMPLETED' });
  });

  it('a straight way of one step needs no jump', async () => {
    const driver = await bureau.start('short', ['A']);
    await bureau.giveBack(driver, ['D', 'A']);
    await bureau.resubmit(driver, 'A');
    expect(await last(driver)).toMatchObject({ isOpen: false, mode: 'DIRECT' });
    expect((await last(driver)) as object).not.toHaveProperty('stepwiseBecause');
    expect((await driver.tasks()).filter(({ mark }) => mark === 'skipped')).toEqual([]);
  });

  it('E10 E11 returns nest: A goes back to B, B back to D', async () => {
    // given
    const driver = await bureau.start('line', ['A', 'B', 'C']);
    await bureau.giveBack(driver, ['D', 'B'], { defects: [{ what: '甲' }] });
    await bureau.giveBack(driver, ['B', 'A'], { defects: [{ what: '乙' }] });
    expect((await bureau.rework(driver)).returns.map(({ isOpen }) => isOpen)).toEqual([true, true]);
    // when
    await bureau.resubmit(driver, 'A');
    // then
    expect(await driver.waiting()).toEqual(['B']);
    expect((await bureau.rework(driver)).returns.map(({ isOpen }) => isOpen)).toEqual([true, false]);
    await bureau.resubmit(driver, 'B');
    expect(await driver.waiting()).toEqual(['D']);
    await bureau.act(driver, 'D');
    expect(await driver.instance()).toMatchObject({ status: 'COMPLETED' });
  });

  it('E10 twice to the starter, with a task each time', async () => {
    const driver = await bureau.start('line', ['A', 'B', 'C']);
    for (const _round of [1, 2]) {
      await bureau.giveBack(driver, ['D', 'A']);
      expect(await driver.openTask('A')).toMatchObject({ assigneeId: 'jia' });
      await bureau.resubmit(driver, 'A');
      expect(await driver.waiting()).toEqual(['D']);
    }
  });

  it('E11 a frame whose way was walked anew is void, and said to be', async () => {
    // given
    const driver = await bureau.start('line', ['A', 'B', 'C']);
    await bureau.giveBack(driver, ['D', 'B']);
    await bureau.giveBack(driver, ['B', 'A']);
    // when: the material changed, so A goes on step by step
    await bureau.resubmit(driver, 'A', { facts: '新事实' });
    // then
    expect((await bureau.rework(driver)).returns).toMatchObject([
      { targetNodeId: 'B', isOpen: false, stepwiseBecause: 'FRAME_VOID' },
      { targetNodeId: 'A', isOpen: false, stepwiseBecause: 'MATERIAL_CHANGED' },
    ]);
    expect(await driver.waiting()).toEqual(['B']);
    await bureau.act(driver, 'B');
    expect(await driver.waiting()).toEqual(['C']);
  });

  it.each([
    ['E12 a material fact changed', 'line', ['A', 'B', 'C'], { facts: '改' }, 'MATERIAL_CHANGED', ['B']],
    ['a step the law demands lies between', 'statutory', ['A', 'B'], {}, 'STATUTORY_BETWEEN', ['B']],
    ['branches lie between', 'apart', ['A', 'L', 'R'], {}, 'SPLIT_BETWEEN', ['L', 'R']],
    ['the facts lead another way', 'fork', ['A', 'B'], { big: false }, 'OTHER_PATH', ['C']],
    ['a condition further on reads what changed', 'late', ['A', 'B'], { big: true }, 'OTHER_PATH', ['B']],
    ['an automatic step lies between', 'rule', ['A', 'B'], {}, 'AUTOMATIC_BETWEEN', ['B']],
  ] as const)('goes step by step when %s', async (...[, model, done, output, because, waiting]) => {
    // given
    const driver = await bureau.start(model, done, { facts: '旧', big: model === 'fork', penalty: { amount: 1 } });
    await bureau.giveBack(driver, [await waitingOne(driver), 'A']);
    // when
    await bureau.resubmit(driver, 'A', output);
    // then
    expect(await last(driver)).toMatchObject({ isOpen: false, stepwiseBecause: because });
    expect(await driver.waiting()).toEqual(waiting);
  });

  it('goes straight back within a branch, the other one untouched', async () => {
    const driver = await bureau.start('inBranch', ['A', 'L1', 'L2']);
    const other = await driver.openTask('R');
    await bureau.giveBack(driver, ['L3', 'L1']);
    await bureau.resubmit(driver, 'L1');
    expect(await driver.waiting()).toEqual(['L3', 'R']);
    expect(await driver.openTask('R')).toEqual(other);
    for (const node of ['R', 'L3', 'Z']) await bureau.act(driver, node);
    expect(await driver.instance()).toMatchObject({ status: 'COMPLETED' });
  });

  it('E13 goes step by step when the returner has left or lost the post', async () => {
    for (const change of [{ active: false }, { roles: [] as never[] }]) {
      const driver = await bureau.start('pool', ['A', 'B']);
      const returner = await bureau.holderOf(await driver.openTask('D'));
      await bureau.giveBack(driver, ['D', 'A']);
      await bureau.change(returner, change);
      await bureau.resubmit(driver, 'A');
      expect(await last(driver)).toMatchObject({ stepwiseBecause: 'RETURNER_GONE' });
      expect(await driver.waiting()).toEqual(['B']);
      await bureau.change(returner, { active: true, roles: ['legal-reviewer'] });
    }
  });

  it('lets the returner choose, or whoever corrects', async () => {
    const one = await bureau.start('chosen', ['A', 'B']);
    await bureau.giveBack(one, ['C', 'A'], { mode: 'DIRECT' });
    await bureau.resubmit(one, 'A');
    expect(await one.waiting()).toEqual(['C']);
    await bureau.act(one, 'C');
    await bureau.giveBack(one, ['D', 'A'], { mode: 'DIRECT' });
    expect(await last(one)).toMatchObject({ mode: 'STEPWISE', isModeChosen: true });
    const task = await one.openTask('A');
    await bureau.tasks.resubmit(await bureau.as('jia'), task.id, { dryRun: false }, { answers: [], mode: 'DIRECT', output: {} });
    expect(await one.waiting()).toEqual(['D']);
  });

  it('asks for an answer to every defect, also of who submits the form the usual way', async () => {
    // given
    const driver = await bureau.start('line', ['A', 'B', 'C']);
    await bureau.giveBack(driver, ['D', 'A'], { defects: [{ what: '甲' }, { what: '乙' }] });
    const task = await driver.openTask('A');
    const [first, second] = (await bureau.rework(driver)).returns[0]?.defects ?? [];
    const answer = async (body: object): Promise<unknown> =>
      bureau.tasks.resubmit(await bureau.as('jia'), task.id, { dryRun: false }, { answers: [], ...body });
    const fixed = { defectId: first?.id ?? '', isFixed: true, text: '' };
    // then
    expect(await refusalOf(driver.act('jia', 'A'))).toMatchObject({ code: 'rework.DEFECTS_UNANSWERED', params: { count: 2 } });
    expect(await refusalOf(answer({ answers: [fixed] }))).toMatchObject({ code: 'rework.DEFECTS_UNANSWERED', params: { count: 1 } });
    const silent = { defectId: second?.id ?? '', isFixed: false, text: '' };
    expect(await refusalOf(answer({ answers: [fixed, silent] }))).toMatchObject({ code: 'rework.ANSWER_INCOMPLETE' });
    // when: answered first, then submitted with the form
    await answer({ answers: [fixed, { ...silent, text: '无需补充' }] });
    expect(await driver.waiting()).toEqual(['A']);
    await driver.act('jia', 'A', { output: { note: 1 } });
    // then
    expect(await driver.waiting()).toEqual(['D']);
    expect(await last(driver)).toMatchObject({
      defects: [{ answer: { isFixed: true } }, { answer: { isFixed: false, text: '无需补充' } }],
    });
  });

  it('shows what has changed since the return, and is refused on a task that was not returned', async () => {
    const driver = await bureau.start('line', ['A', 'B', 'C'], { facts: '旧' });
    await bureau.giveBack(driver, ['D', 'A']);
    await bureau.app.as('jia').run((tx) => bureau.app.instances.setVariables(tx, driver.instanceId, { note: '补' }));
    expect(await last(driver)).toMatchObject({ changes: [{ path: 'note', after: '补' }] });
    await bureau.resubmit(driver, 'A');
    const task = await driver.openTask('D');
    const again = bureau.tasks.resubmit(await bureau.as('wu'), task.id, { dryRun: false }, { answers: [], output: {} });
    expect(await refusalOf(again)).toMatchObject({ code: 'rework.NOT_RETURNED' });
  });

  it('a dry run of a resubmission says what it would do, and does nothing', async () => {
    const driver = await bureau.start('line', ['A', 'B', 'C']);
    await bureau.giveBack(driver, ['D', 'A']);
    const task = await driver.openTask('A');
    const send = async (dryRun: boolean): Promise<Awaited<ReturnType<Bureau['resubmit']>>> =>
      bureau.tasks.resubmit(await bureau.as('jia'), task.id, { dryRun }, { answers: [], output: { x: 1 } });
    const dry = await send(true);
    expect(await driver.waiting()).toEqual(['A']);
    const real = await send(false);
    const shown = (all: typeof real): unknown => all.affected.map(({ kind, nodeId, personId }) => [kind, nodeId, personId]);
    expect(shown(dry)).toEqual(shown(real));
  });

  it('E43 what comes after a return is never ended by itself', async () => {
    const driver = await bureau.start('line', ['A', 'B', 'C']);
    await bureau.giveBack(driver, ['D', 'A']);
    await bureau.resubmit(driver, 'A', { facts: '新' });
    for (const node of ['B', 'C', 'D']) {
      expect(await driver.waiting()).toEqual([node]);
      await bureau.act(driver, node);
    }
  });

  async function waitingOne(driver: Awaited<ReturnType<Bureau['start']>>): Promise<string> {
    return (await driver.waiting())[0] ?? '';
  }
});
