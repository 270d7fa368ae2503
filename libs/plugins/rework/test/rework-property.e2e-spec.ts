import { testDatabaseKind, verifyInvariants } from '@fashen/testing';
import { Bureau } from './bureau';
import { both, ends, flows, step, timer } from './drawing';
import { type Counts, randomFrom, RandomRun } from './random-run';

const SETTINGS = 'mode="DIRECT" material="ok" allowCrossParallel="true" afterJoin="EITHER"';
const sent = '<serviceTask id="S"><extensionElements><stage:send/></extensionElements></serviceTask>';
const late = `<boundaryEvent id="late" attachedToRef="B" cancelActivity="false">${timer('P1D')}</boundaryEvent>`;

const MODELS: Readonly<Record<string, string>> = {
  line: `${ends}${step('A', 'jia')}${step('B', 'xin')}${step('C', 'mao', SETTINGS)}${step('D', 'wu', SETTINGS)}${flows('s -> A -> B -> C -> D -> e')}`,
  branches: `${ends}${both}${step('A', 'jia')}${step('L1', 'yi', SETTINGS)}${step('L2', 'xin', SETTINGS)}${step('L3', 'ji')}${step('R', 'mao')}${step('Z', 'wu', SETTINGS)}${step('Y', 'ji', SETTINGS)}${flows('s -> A -> split -> L1 -> L2 -> L3 -> join -> Z -> Y -> e', 'split -> R -> join')}`,
  loop: `${ends}<exclusiveGateway id="x" default="x_A"/>${step('A', 'jia')}${step('B', 'xin', SETTINGS)}${sent}${step('C', 'wu', SETTINGS)}${flows('s -> A -> B -> S -> x -[ok = true]-> C -> e', 'x -> A')}`,
  inside: `${ends}${step('A', 'jia')}${step('Z', 'wu', SETTINGS)}<subProcess id="sub"><startEvent id="s1"/><endEvent id="e1"/>${step('I', 'xin')}${step('J', 'yi', SETTINGS)}${step('K', 'mao', SETTINGS)}${flows('s1 -> I -> J -> K -> e1')}</subProcess>${flows('s -> A -> sub -> Z -> e')}`,
  caller: `${ends}${both}${step('A', 'jia')}${step('R', 'mao')}${step('Z', 'wu', SETTINGS)}<callActivity id="call" calledElement="line"/>${flows('s -> A -> split -> call -> join -> Z -> e', 'split -> R -> join')}`,
  terms: `${ends}${step('A', 'jia')}${step('B', 'xin', SETTINGS)}${step('C', 'wu', SETTINGS)}${late}${step('chase', 'ji')}<endEvent id="e2"/><intermediateCatchEvent id="wait">${timer('P1D')}</intermediateCatchEvent>${flows('s -> A -> B -> wait -> C -> e', 'late -> chase -> e2')}`,
};

/** Fewer on the slower database: there the rules are the same, only the rows are written elsewhere. */
const SEQUENCES = testDatabaseKind() === 'sqlite' ? 504 : 60;
const STEPS = 15;

describe('any sequence of completing, returning, resubmitting and taking back', () => {
  it(`leaves ${SEQUENCES} cases sound, and does what was offered`, async () => {
    // given
    const bureau = await Bureau.open(MODELS);
    const counts: Counts = { complete: 0, return: 0, resubmit: 0, takeBack: 0, refused: 0, time: 0 };
    const models = Object.keys(MODELS);
    // when
    for (let seed = 1; seed <= SEQUENCES; seed += 1) {
      const model = models[seed % models.length] ?? '';
      try {
        const driver = await bureau.start(model, [], { ok: true, big: false });
        const run = new RandomRun(bureau, driver, randomFrom(seed), counts);
        for (let count = 0; count < STEPS && (await run.step()); count += 1);
      } catch (error) {
        throw new Error(`sequence ${seed} of ${model}`, { cause: error });
      }
    }
    // then
    const violations = await verifyInvariants(bureau.app.database.dataSource, bureau.app.host.moddles);
    await bureau.app.close();
    expect(violations).toEqual([]);
    for (const kind of ['complete', 'return', 'resubmit', 'takeBack', 'refused'] as const)
      expect(counts[kind]).toBeGreaterThan(SEQUENCES / 10);
  }, 240_000);
});
