import { type ProcessDriver, verifyInvariants } from '@fashen/testing';
import { Bureau, refusalOf } from './bureau';
import { both, ends, flows, roleStep, seatStep, step, timer } from './drawing';

const REAL = { dryRun: false };
const END = 'onNotPassed="END_REJECTED"';
const line = `${ends}${step('A', 'jia')}${step('B', 'xin', END)}${step('C', 'wu', END)}${flows('s -> A -> B -> C -> e')}`;
const MODELS: Readonly<Record<string, string>> = {
  line,
  opened: line,
  never: line,
  upToB: line,
  statutory: `${ends}${step('A', 'jia')}${step('B', 'xin', 'statutory="true"')}${step('C', 'wu')}${flows('s -> A -> B -> C -> e')}`,
  branches: `${ends}${both}${step('A', 'jia')}${step('L', 'yi', END)}${step('R', 'mao')}${step('Z', 'wu')}${flows('s -> A -> split -> L -> join -> Z -> e', 'split -> R -> join')}`,
  caller: `${ends}${both}${step('A', 'jia')}${step('R', 'mao')}<callActivity id="call" calledElement="line"/>${flows('s -> A -> split -> call -> join -> e', 'split -> R -> join')}`,
  pool: `${ends}${step('A', 'jia')}${roleStep('B', 'legal-reviewer')}${step('C', 'wu')}${flows('s -> A -> B -> C -> e')}`,
  lenient: `${ends}${step('A', 'jia', 'takeBack="UNTIL_DECIDED"')}${step('B', 'xin')}${flows('s -> A -> B -> e')}`,
  sends: `${ends}${step('A', 'jia')}<serviceTask id="S"><extensionElements><stage:send/></extensionElements></serviceTask>${step('B', 'xin')}${flows('s -> A -> S -> B -> e')}`,
  signs: `${ends}${step('A', 'jia')}${seatStep('M', 'wu ji')}${flows('s -> A -> M -> e')}`,
  terms: `${ends}${step('A', 'jia')}${step('B', 'xin')}<boundaryEvent id="late" attachedToRef="B" cancelActivity="false">${timer('P3D')}</boundaryEvent>${step('chase', 'ji')}<endEvent id="e2"/>${flows('s -> A -> B -> e', 'late -> chase -> e2')}`,
};
const WITHDRAWAL = { opened: 'until="FIRST_OPENED"', never: 'until="NEVER"', upToB: 'until="NODE" node="C"' };

describe('ending a case, and taking back', () => {
  let bureau: Bureau;

  beforeAll(async () => {
    bureau = await Bureau.open(MODELS, WITHDRAWAL);
  });
  afterAll(() => bureau.app.close());
  afterEach(async () => expect(await verifyInvariants(bureau.app.database.dataSource, bureau.app.host.moddles)).toEqual([]));

  const withdraw = async (driver: ProcessDriver, who = 'jia', mode = REAL): ReturnType<typeof bureau.cases.withdraw> =>
    bureau.cases.withdraw(await bureau.as(who), driver.instanceId, mode, { reason: '不办了' });
  const reject = async (driver: ProcessDriver, nodeId: string): ReturnType<typeof bureau.tasks.reject> => {
    const task = await driver.openTask(nodeId);
    return bureau.tasks.reject(await bureau.as(await bureau.holderOf(task)), task.id, REAL, { reason: '事实不清' });
  };
  const open = async (driver: ProcessDriver, nodeId: string): Promise<void> => {
    const task = await driver.openTask(nodeId);
    await bureau.tasks.open(await bureau.as(await bureau.holderOf(task)), task.id);
  };

  describe('not passed', () => {
    it('ends every branch at once, and says how the case ended', async () => {
      const driver = await bureau.start('branches', ['A']);
      const { affected } = await reject(driver, 'L');
      expect(affected.map(({ kind }) => kind).sort()).toEqual(['caseEnded', 'taskCancelled', 'taskCancelled']);
      expect(await driver.instance()).toMatchObject({ status: 'TERMINATED' });
      expect(await bureau.rework(driver)).toMatchObject({ ending: { kind: 'REJECTED', reason: '事实不清', byName: '乙样例' } });
      expect((await driver.tasks()).filter(({ endedAt }) => !endedAt)).toEqual([]);
    });

    it('E47 in a called process ends the calling case too, in the same unit', async () => {
      const driver = await bureau.start('caller', ['A']);
      const child = await childOf(driver.instanceId);
      await bureau.act(child, 'A');
      await reject(child, 'B');
      expect(await driver.instance()).toMatchObject({ status: 'TERMINATED' });
      expect(await child.instance()).toMatchObject({ status: 'TERMINATED' });
      expect((await driver.tasks()).filter(({ endedAt }) => !endedAt)).toEqual([]);
      expect(await bureau.rework(driver)).toMatchObject({ ending: { kind: 'REJECTED' } });
    });

    it('is refused where the drawing decides what follows', async () => {
      const driver = await bureau.start('line');
      expect(await refusalOf(reject(driver, 'A'))).toMatchObject({ code: 'rework.REJECTION_FORBIDDEN' });
    });
  });

  describe('withdrawing', () => {
    it('is for the starter, until somebody has decided', async () => {
      const one = await bureau.start('line', ['A']);
      expect(await refusalOf(withdraw(one, 'xin'))).toMatchObject({ code: 'rework.NOT_THE_STARTER' });
      await withdraw(one);
      expect(await one.instance()).toMatchObject({ status: 'TERMINATED' });
      expect(await bureau.rework(one)).toMatchObject({ ending: { kind: 'WITHDRAWN', byName: '甲样例' } });
      const two = await bureau.start('line', ['A', 'B']);
      expect(await bureau.rework(two)).toMatchObject({ withdrawal: { reason: 'rework.ALREADY_DECIDED' } });
      expect(await refusalOf(withdraw(two))).toMatchObject({ code: 'rework.ALREADY_DECIDED' });
    });

    it('or until somebody has opened it, or a step is reached, or never', async () => {
      const opened = await bureau.start('opened', ['A']);
      expect((await bureau.rework(opened)).withdrawal).toEqual({});
      await open(opened, 'B');
      expect(await refusalOf(withdraw(opened))).toMatchObject({ code: 'rework.ALREADY_OPENED' });
      expect(await refusalOf(withdraw(await bureau.start('never')))).toMatchObject({ code: 'rework.WITHDRAWAL_FORBIDDEN' });
      const far = await bureau.start('upToB', ['A', 'B']);
      expect(await refusalOf(withdraw(far))).toMatchObject({ code: 'rework.ALREADY_PAST' });
      await withdraw(await bureau.start('upToB', ['A']));
    });

    it('is never possible after a step the law demands, nor for a part of a case', async () => {
      expect(await refusalOf(withdraw(await bureau.start('statutory', ['A', 'B'])))).toMatchObject({ code: 'rework.STATUTORY_DONE' });
      const driver = await bureau.start('caller', ['A']);
      expect(await refusalOf(withdraw(await childOf(driver.instanceId)))).toMatchObject({ code: 'rework.PART_OF_A_CASE' });
      await withdraw(driver);
    });

    it('says in a dry run whose work ends', async () => {
      const driver = await bureau.start('branches', ['A']);
      const { affected } = await withdraw(driver, 'jia', { dryRun: true });
      expect(affected.flatMap(({ personId }) => personId ?? []).sort()).toEqual(['mao', 'yi']);
      expect(await driver.waiting()).toEqual(['L', 'R']);
    });

    it('E55 against the last signature: of 50 tries exactly one wins each time', async () => {
      const outcomes = new Set<string>();
      for (let round = 0; round < 50; round += 1) {
        const driver = await bureau.start('lenient', ['A']);
        const both = [(): Promise<unknown> => withdraw(driver), (): Promise<unknown> => bureau.act(driver, 'B')];
        const results = await Promise.allSettled((round % 2 === 0 ? both : [...both].reverse()).map((act) => act()));
        expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
        const { status } = await driver.instance();
        const { ending } = await bureau.rework(driver);
        expect(ending?.kind).toBe(status === 'COMPLETED' ? undefined : 'WITHDRAWN');
        outcomes.add(status);
      }
      expect(outcomes.size).toBeGreaterThan(0);
    });
  });

  describe('taking back', () => {
    it('opens the task again as long as nobody has begun with what came of it', async () => {
      const driver = await bureau.start('line', ['A']);
      await bureau.takeBack(driver, 'A');
      expect(await driver.waiting()).toEqual(['A']);
      const tasks = await driver.tasks();
      expect(tasks.map(({ nodeId, state, mark, cause }) => [nodeId, state, mark, cause])).toEqual([
        ['A', 'DONE', 'taken-back', undefined],
        ['B', 'CANCELLED', undefined, 'takeBack'],
        ['A', 'ASSIGNED', undefined, undefined],
      ]);
      for (const node of ['A', 'B', 'C']) await bureau.act(driver, node);
      expect(await driver.instance()).toMatchObject({ status: 'COMPLETED' });
    });

    it('E14 is refused once the next one has opened, claimed, delegated or decided it, with name and time', async () => {
      const opened = await bureau.start('line', ['A']);
      await open(opened, 'B');
      expect(await refusalOf(bureau.takeBack(opened, 'A'))).toMatchObject({
        code: 'rework.SUCCESSOR_OPENED',
        params: { byName: '辛样例', step: 'B' },
      });
      const claimed = await bureau.start('pool', ['A']);
      const task = await claimed.openTask('B');
      await bureau.app.as('zi').run((tx) => bureau.app.tasks.assign(tx, task.id, { assigneeId: 'zi', candidates: task.candidates }));
      expect(await refusalOf(bureau.takeBack(claimed, 'A'))).toMatchObject({
        code: 'rework.SUCCESSOR_OPENED',
        params: { byName: '子样例' },
      });
      const delegated = await bureau.start('line', ['A']);
      const held = await delegated.openTask('B');
      await bureau.app.as('xin').run(async (tx) => {
        await bureau.app.tasks.addSeats(tx, held.id, [{ kind: 'ADVICE', assigneeId: 'yi' }]);
        await bureau.app.tasks.mark(tx, held.id, 'delegated');
      });
      expect(await refusalOf(bureau.takeBack(delegated, 'A'))).toMatchObject({ code: 'rework.SUCCESSOR_OPENED' });
      const decided = await bureau.start('line', ['A', 'B']);
      expect(await refusalOf(bureau.takeBack(decided, 'A'))).toMatchObject({
        code: 'rework.SUCCESSOR_DECIDED',
        params: { byName: '辛样例' },
      });
    });

    it('the drawing may allow it until the next one decides, or forbid it', async () => {
      const lenient = await bureau.start('lenient', ['A']);
      await open(lenient, 'B');
      await bureau.takeBack(lenient, 'A');
      expect(await lenient.waiting()).toEqual(['A']);
      const statutory = await bureau.start('statutory', ['A', 'B']);
      expect(await refusalOf(bureau.takeBack(statutory, 'B'))).toMatchObject({ code: 'rework.TAKING_BACK_FORBIDDEN' });
    });

    it('E15 at a split is refused with the branch that was touched; untouched it takes all of them', async () => {
      const touched = await bureau.start('branches', ['A']);
      await open(touched, 'R');
      expect(await refusalOf(bureau.takeBack(touched, 'A'))).toMatchObject({ code: 'rework.SUCCESSOR_OPENED', params: { step: 'R' } });
      const untouched = await bureau.start('branches', ['A']);
      await bureau.takeBack(untouched, 'A');
      expect(await untouched.waiting()).toEqual(['A']);
    });

    it('before a join takes back the arrival there, and nothing of the other branch', async () => {
      const driver = await bureau.start('branches', ['A', 'L']);
      const other = await driver.openTask('R');
      await bureau.takeBack(driver, 'L');
      expect(await driver.waiting()).toEqual(['L', 'R']);
      expect(await driver.openTask('R')).toEqual(other);
    });

    it('E16 E65 a step signed by several: refused once one of them has signed', async () => {
      const driver = await bureau.start('signs', ['A']);
      const seat = (await driver.tasks()).find(({ assigneeId, kind }) => kind === 'SEAT' && assigneeId === 'wu');
      await bureau.app.as('wu').run((tx) => bureau.app.tasks.endSeat(tx, seat?.id ?? '', { state: 'DONE', outcome: 'agree' }));
      expect(await refusalOf(bureau.takeBack(driver, 'A'))).toMatchObject({
        code: 'rework.SUCCESSOR_DECIDED',
        params: { byName: '戊样例' },
      });
    });

    it('is refused after a service was called or a timer went off', async () => {
      const sent = await bureau.start('sends', ['A']);
      expect(await refusalOf(bureau.takeBack(sent, 'A'))).toMatchObject({ code: 'rework.EFFECT_SENT', params: { step: 'S' } });
      const late = await bureau.start('terms', ['A']);
      await late.advance({ days: 3 });
      expect(await refusalOf(bureau.takeBack(late, 'A'))).toMatchObject({ code: 'rework.EFFECT_SENT' });
    });

    it('is for the person who did it, and not after a return', async () => {
      const driver = await bureau.start('line', ['A', 'B']);
      const done = (await driver.tasks())[0];
      const foreign = bureau.tasks.takeBack(await bureau.as('wu'), done?.id ?? '', REAL, { reason: '误' });
      expect(await refusalOf(foreign)).toMatchObject({ code: 'rework.NOT_YOUR_ACT' });
      await bureau.giveBack(driver, ['C', 'A']);
      expect(await refusalOf(bureau.takeBack(driver, 'B'))).toMatchObject({ code: 'rework.NOT_THE_LAST' });
    });

    it('E17 in the same moment as the next one decides: of 50 tries exactly one wins each time', async () => {
      for (let round = 0; round < 50; round += 1) {
        const driver = await bureau.start('lenient', ['A']);
        const acts = [(): Promise<unknown> => bureau.takeBack(driver, 'A'), (): Promise<unknown> => bureau.act(driver, 'B')];
        const results = await Promise.allSettled((round % 2 === 0 ? acts : [...acts].reverse()).map((act) => act()));
        expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
        const { status, waiting } = await driver.instance();
        expect([status, ...waiting.map(({ nodeId }) => nodeId)].join(' ')).toMatch(/^(COMPLETED|RUNNING A)$/);
      }
    });

    it('a dry run says what goes, and does nothing', async () => {
      const driver = await bureau.start('branches', ['A']);
      const dry = await bureau.takeBack(driver, 'A', true);
      expect(await driver.waiting()).toEqual(['L', 'R']);
      const real = await bureau.takeBack(driver, 'A');
      const shown = (all: typeof real): unknown => all.affected.map(({ kind, nodeId, personId }) => [kind, nodeId, personId]);
      expect(shown(dry)).toEqual(shown(real));
    });

    it('survives a restart before every act', async () => {
      const driver = await bureau.start('branches');
      await bureau.restart(driver);
      await bureau.act(driver, 'A');
      await bureau.restart(driver);
      await bureau.takeBack(driver, 'A');
      await bureau.restart(driver);
      for (const node of ['A', 'L', 'R', 'Z']) {
        await bureau.restart(driver);
        await bureau.act(driver, node);
      }
      expect(await driver.instance()).toMatchObject({ status: 'COMPLETED' });
    });
  });

  async function childOf(parentId: string): Promise<ProcessDriver> {
    const { items } = await bureau.app
      .as('jia')
      .read((tx) => bureau.app.instances.list(tx, { definitionKey: 'line', status: 'RUNNING', limit: 200 }));
    for (const { id } of items) {
      const parent = await bureau.app.as('jia').read((tx) => bureau.app.instances.parentOf(tx, id));
      if (parent?.instanceId === parentId) return bureau.of(id);
    }
    throw new Error('no called process');
  }
});
