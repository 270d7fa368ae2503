import { type ProcessDriver, verifyInvariants } from '@fashen/testing';
import type { JumpReply } from '../model';
import { Bureau, refusalOf } from './bureau';
import { both, ends, flows, step } from './drawing';

const MODELS: Readonly<Record<string, string>> = {
  line: `${ends}${step('A', 'jia')}${step('B', 'xin')}${step('C', 'mao')}${step('D', 'wu', 'needs="penalty.amount"')}${flows('s -> A -> B -> C -> D -> e')}`,
  review: `${ends}${step('A', 'jia')}${step('B', 'xin')}${step('V', 'bing', 'statutory="true"')}${step('D', 'wu')}${flows('s -> A -> B -> V -> D -> e')}`,
  optional: `${ends}<exclusiveGateway id="x" default="x_D"/>${step('A', 'jia')}${step('V', 'bing', 'statutory="true"')}${step('D', 'wu')}<exclusiveGateway id="y" default="y_A"/>${flows('s -> A -> x -[big = true]-> V -> D -> y -[ok = true]-> e', 'x -> D', 'y -> A')}`,
  hidden: `${ends}${step('A', 'jia')}${step('D', 'wu')}<subProcess id="sub"><startEvent id="s1"/><endEvent id="e1"/>${step('V', 'bing', 'statutory="true"')}${flows('s1 -> V -> e1')}</subProcess>${flows('s -> A -> sub -> D -> e')}`,
  branches: `${ends}${both}${step('A', 'jia')}${step('L1', 'yi')}${step('L2', 'xin')}${step('R', 'mao')}${step('Z', 'wu')}${flows('s -> A -> split -> L1 -> L2 -> join -> Z -> e', 'split -> R -> join')}`,
  caller: `${ends}${step('A', 'jia')}${step('Z', 'wu')}<callActivity id="call" calledElement="line"/>${flows('s -> A -> call -> Z -> e')}`,
};

describe('jumping', () => {
  let bureau: Bureau;

  beforeAll(async () => {
    bureau = await Bureau.open(MODELS);
  });
  afterAll(() => bureau.app.close());
  afterEach(async () => expect(await verifyInvariants(bureau.app.database.dataSource, bureau.app.host.moddles)).toEqual([]));

  async function jump(driver: ProcessDriver, [from, to]: readonly [string, string], who = 'wu', dryRun = false): Promise<JumpReply> {
    const wait = (await driver.instance()).waiting.find(({ nodeId }) => nodeId === from);
    const body = { executionId: wait?.executionId ?? 'none', nodeId: to, reason: '纠错' };
    return (await bureau.cases.jump(await bureau.as(who), driver.instanceId, { dryRun }, body)).result;
  }

  it('leads forward and back along a plain way', async () => {
    const driver = await bureau.start('line', ['A'], { penalty: { amount: 5 } });
    expect(await jump(driver, ['B', 'D'])).toEqual({ state: 'DONE', skipped: ['B', 'C'] });
    expect(await driver.waiting()).toEqual(['D']);
    expect(await jump(driver, ['D', 'B'])).toEqual({ state: 'DONE', skipped: [] });
    for (const node of ['B', 'C', 'D']) await bureau.act(driver, node);
    expect(await driver.instance()).toMatchObject({ status: 'COMPLETED' });
  });

  it('is refused when what the step needs is not there', async () => {
    const driver = await bureau.start('line', ['A']);
    expect(await refusalOf(jump(driver, ['B', 'D']))).toMatchObject({ code: 'rework.DATA_MISSING', params: { names: 'penalty.amount' } });
  });

  it.each([
    ['over it', 'review', ['A'], ['B', 'D']],
    ['away from it while it is open', 'review', ['A', 'B'], ['V', 'D']],
    ['past a gateway that may lead to it', 'optional', [], ['A', 'D']],
    ['over a sub-process that holds it', 'hidden', [], ['A', 'D']],
  ] as const)('never leaves out a step the law demands: %s', async (_name, model, done, way) => {
    const driver = await bureau.start(model, done);
    const before = await driver.instance();
    expect(await refusalOf(jump(driver, way))).toMatchObject({ code: 'rework.STATUTORY_SKIPPED', params: { names: 'V' } });
    expect(await driver.instance()).toEqual(before);
  });

  it('does not cross splits, joins or called processes', async () => {
    const driver = await bureau.start('branches', ['A']);
    for (const way of [
      ['L1', 'Z'],
      ['L1', 'A'],
    ] as const)
      expect(await refusalOf(jump(driver, way))).toMatchObject({ code: 'rework.JUMP_CROSSES_SPLIT' });
    expect(await refusalOf(jump(driver, ['L1', 'R']))).toMatchObject({ code: 'rework.JUMP_TARGET_UNFIT' });
    await jump(driver, ['L1', 'L2']);
    expect(await driver.waiting()).toEqual(['L2', 'R']);
    const caller = await bureau.start('caller');
    expect(await refusalOf(jump(caller, ['A', 'Z']))).toMatchObject({ code: 'rework.JUMP_CROSSES_SPLIT', params: { names: 'call' } });
  });

  it('to or from a step the law demands needs a second person', async () => {
    // given
    const driver = await bureau.start('review', ['A']);
    // when
    expect(await jump(driver, ['B', 'V'], 'wu')).toMatchObject({ state: 'PROPOSED' });
    // then
    expect(await driver.waiting()).toEqual(['B']);
    expect((await bureau.rework(driver)).proposals).toMatchObject([{ nodeId: 'V', proposedBy: 'wu' }]);
    expect(await refusalOf(jump(driver, ['B', 'V'], 'wu'))).toMatchObject({ code: 'rework.SECOND_PERSON_NEEDED' });
    expect(await jump(driver, ['B', 'V'], 'ji')).toMatchObject({ state: 'DONE' });
    expect(await driver.waiting()).toEqual(['V']);
    expect((await bureau.rework(driver)).proposals).toEqual([]);
  });

  it('is refused where nothing waits, and to where it stands', async () => {
    const driver = await bureau.start('line', ['A']);
    expect(await refusalOf(jump(driver, ['A', 'C']))).toMatchObject({ code: 'rework.NOTHING_WAITS' });
    expect(await refusalOf(jump(driver, ['B', 'B']))).toMatchObject({ code: 'rework.JUMP_SAME_STEP' });
  });

  it('a dry run changes nothing, and a frame that led to the left step is void', async () => {
    const driver = await bureau.start('line', ['A', 'B', 'C']);
    await bureau.giveBack(driver, ['D', 'B']);
    await jump(driver, ['B', 'C'], 'wu', true);
    expect(await driver.waiting()).toEqual(['B']);
    await jump(driver, ['B', 'C']);
    expect((await bureau.rework(driver)).returns).toMatchObject([{ isOpen: false, stepwiseBecause: 'FRAME_VOID' }]);
  });
});
