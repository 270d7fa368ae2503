import { CaseContentController } from '@fashen/plugins/form/server';
import { SeatHolders } from '@fashen/plugins/approval/model';
import { verifyInvariants } from '@fashen/testing';
import { verifyAnswers, verifySeats, verifyVotes } from '../invariants';
import { ApprovalController } from '../server/approval.controller';
import { BoardService } from '../server/board.service';
import { TransferOffer } from '../server/offers';
import { EachRoom, said } from './each-room';

const why = { reason: '请核对' };
const before = {
  ...{ position: 'before' as const, personIds: ['ji'], order: 'parallel' as const, rule: 'all' as const },
  ...{ childVeto: false, opinion: '', weight: 1 },
};

describe('a step that each fills in', () => {
  let room: EachRoom;

  beforeAll(async () => {
    room = await EachRoom.open();
  });
  afterAll(async () => {
    const { dataSource } = room.app.database;
    const seats = [...(await verifySeats(dataSource)), ...(await verifyVotes(dataSource)), ...(await verifyAnswers(dataSource))];
    const violations = [...(await verifyInvariants(dataSource, room.app.host.moddles)), ...seats];
    await room.app.close();
    expect(violations).toEqual([]);
  });

  it('is filled in by one after another in the order of the list, also after a restart, and ends with the last', async () => {
    // given
    const driver = await room.at('order="sequential"', ['wu', 'bing', 'ding']);
    expect(await room.open(driver)).toEqual(['wu Say SEAT']);
    // when
    await room.say(driver, 'wu', said('可行'));
    await driver.restart();
    room.app = driver.app;
    expect(await room.open(driver)).toEqual(['bing Say SEAT']);
    await room.say(driver, 'bing', said('须修改'));
    await room.say(driver, 'ding', said('无意见'));
    // then
    expect(await room.open(driver)).toEqual(['jia After VISIT']);
    expect((await driver.instance()).variables['Say']).toEqual({
      ...{ result: 'answered', answered: 3 },
      answers: [
        { person: 'wu', answer: said('可行') },
        { person: 'bing', answer: said('须修改') },
        { person: 'ding', answer: said('无意见') },
      ],
    });
    expect((await driver.tasks()).filter(({ nodeId, kind }) => nodeId === 'Say' && kind === 'VISIT')).toHaveLength(1);
  });

  it('is filled in at the same time where it is drawn so, and once when the last two end at once', async () => {
    const driver = await room.at('order="parallel"');
    await room.say(driver, 'bing', said('一'));
    const [ding, wu] = [await room.taskOf(driver, 'ding'), await room.taskOf(driver, 'wu')];
    const ends = await Promise.allSettled([room.say(driver, 'ding', said('二'), ding), room.say(driver, 'wu', said('三'), wu)]);
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect(await room.open(driver)).toEqual(['jia After VISIT']);
    expect((await driver.instance()).trail.nodes['After']).toBe(1);
  });

  it('takes the answers of one person once, however often the same request comes', async () => {
    // given
    const driver = await room.at('order="sequential"', ['bing', 'wu']);
    const { id } = await room.taskOf(driver, 'bing');
    // when
    const answers = await Promise.all(Array.from({ length: 8 }, () => room.send('bing', id, said('一'), { key: driver.instanceId })));
    // then
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    await expect(room.send('bing', id, said('另'))).rejects.toMatchObject({ code: 'approval.TASK_ENDED' });
    expect(await room.open(driver)).toEqual(['wu Say SEAT']);
  });

  it('is refused to whoever has no seat, and to the next before their turn', async () => {
    const driver = await room.at('order="sequential"');
    const own = await room.taskOf(driver, 'bing');
    await expect(room.say(driver, 'ding', said('抢先'), own)).rejects.toMatchObject({ code: 'approval.NOT_YOUR_TASK' });
    await expect(room.send('mao', own.id, said('外人'))).rejects.toMatchObject({ code: 'engine.TASK_MISSING' });
    const visit = (await driver.tasks()).find(({ kind }) => kind === 'VISIT');
    await expect(room.say(driver, 'bing', said('整步'), visit)).rejects.toMatchObject({ code: 'approval.NOT_YOUR_TASK' });
    const whole = driver.act('bing', 'Say', { output: said('整步') });
    await expect(whole).rejects.toMatchObject({ code: 'engine.NOT_YOUR_TASK' });
    expect(await room.open(driver)).toEqual(['bing Say SEAT']);
  });

  it('judges the answers of each by the form, and keeps nothing of what is refused or rehearsed', async () => {
    // given
    const driver = await room.at('order="sequential"', ['bing', 'wu']);
    const { id } = await room.taskOf(driver, 'bing');
    // when
    await expect(room.send('bing', id, {})).rejects.toMatchObject({ code: 'form.INVALID' });
    await expect(room.send('bing', id, { say: { text: '一' }, more: 1 })).rejects.toMatchObject({ code: 'form.INVALID' });
    const rehearsal = await room.send('bing', id, said('一'), { dryRun: true });
    // then
    expect(rehearsal).toMatchObject({
      affected: [
        { kind: 'taskDone', personId: 'bing' },
        { kind: 'taskCreated', personId: 'wu' },
      ],
    });
    expect(await room.open(driver)).toEqual(['bing Say SEAT']);
  });

  it('has one form for all of them, also when another is published before the turn of the last', async () => {
    const driver = await room.at('order="sequential"', ['bing', 'wu']);
    await room.say(driver, 'bing', said('一二三四五'));
    room.app.clock.advance({ minutes: 1 });
    await room.publishForm(2);
    await room.say(driver, 'wu', said('一二三四五'));
    await room.publishForm(100);
    expect(await room.open(driver)).toEqual(['jia After VISIT']);
  });

  it('knows no votes, and nothing that is not drawn', async () => {
    // given
    const driver = await room.at('order="parallel"');
    const task = await room.taskOf(driver, 'bing');
    const context = await room.app.as('bing').context();
    const acts = room.app.get(ApprovalController);
    const real = { dryRun: false };
    // then
    const refused = { code: 'approval.NOT_ALLOWED_HERE' };
    await expect(acts.agree(context, task.id, real, { opinion: '同意' })).rejects.toMatchObject(refused);
    await expect(acts.object(context, task.id, real, { opinion: '不同意' })).rejects.toMatchObject(refused);
    await expect(acts.abstain(context, task.id, real, { opinion: '' })).rejects.toMatchObject(refused);
    await expect(acts.transfer(context, task.id, real, { personId: 'zi', ...why })).rejects.toMatchObject(refused);
    await expect(acts.delegate(context, task.id, real, { personId: 'zi', ...why })).rejects.toMatchObject(refused);
    for (const position of ['before', 'after', 'parallel'] as const)
      await expect(acts.addSigners(context, task.id, real, { ...before, ...why, position, place: 'next' })).rejects.toMatchObject(refused);
    await expect(acts.removeSigner(context, task.id, real, { seatId: task.id, ...why })).rejects.toMatchObject(refused);
    await room.say(driver, 'bing', said('一'));
    await expect(acts.takeBack(context, task.id, real, why)).rejects.toMatchObject(refused);
    const ding = await room.taskOf(driver, 'ding');
    expect(await room.app.as('ding').read((tx) => room.app.get(TransferOffer).offer(tx, ding))).toBeUndefined();
  });

  it('does what is drawn: others are asked first, somebody joins, and each has their say once', async () => {
    // given
    const driver = await room.at('order="parallel" operations="before parallel"', ['bing', 'wu']);
    const acts = room.app.get(ApprovalController);
    const add = async (who: string, body: object): Promise<unknown> =>
      acts.addSigners(await room.app.as(who).context(), (await room.taskOf(driver, who)).id, { dryRun: false }, body as never);
    // when
    await expect(add('bing', { ...before, ...why, childVeto: true })).rejects.toMatchObject({ code: 'approval.NOT_FOR_THIS_TASK' });
    await add('bing', { ...before, ...why });
    await expect(room.say(driver, 'bing', said('一'))).rejects.toMatchObject({ code: 'approval.WAITS_FOR_OTHERS' });
    const ji = await room.taskOf(driver, 'ji');
    await acts.agree(await room.app.as('ji').context(), ji.id, { dryRun: false }, { opinion: '可行' });
    await room.say(driver, 'bing', said('一'));
    await add('wu', { ...before, ...why, position: 'parallel', personIds: ['zi'], place: 'end', weight: 5 });
    await expect(add('wu', { ...before, ...why, position: 'parallel', personIds: ['bing'], place: 'end' })).rejects.toMatchObject({
      code: 'approval.DUPLICATE_SIGNER',
    });
    const { id } = await room.taskOf(driver, 'wu');
    expect(await room.app.as('wu').read((tx) => room.app.get(BoardService).read(tx, id))).toMatchObject({ sums: { all: 3, answered: 1 } });
    await room.say(driver, 'wu', said('二'));
    await room.say(driver, 'zi', said('三'));
    // then
    expect((await driver.instance()).variables['Say']).toMatchObject({ answered: 3, answers: [{ person: 'bing' }, { person: 'wu' }, {}] });
  });

  it('begins anew with all of them when the case is led back over it', async () => {
    // given
    const driver = await room.at('order="sequential"', ['bing', 'wu']);
    await room.say(driver, 'bing', said('一'));
    await room.say(driver, 'wu', said('二'));
    const { executionId } = await driver.openTask('After');
    const jump = { instanceId: driver.instanceId, executionId, nodeId: 'Say', cause: 'jump', reason: '重填' } as const;
    // when
    await room.app.as('operator').run((tx) => room.app.moves.jump(tx, jump));
    expect(await room.open(driver)).toEqual(['bing Say SEAT']);
    await room.say(driver, 'bing', said('三'));
    const { sections } = await room.app.get(CaseContentController).show(await room.app.as('jia').context(), driver.instanceId);
    await room.say(driver, 'wu', said('四'));
    // then
    expect(sections.map(({ personId, fields }) => [personId, fields[0]?.value])).toEqual([['bing', '三']]);
    expect((await driver.instance()).variables['Say']).toMatchObject({ answers: [{ answer: said('三') }, { answer: said('四') }] });
  });

  it('leaves no open part behind when the case is led away from it', async () => {
    const driver = await room.at('order="sequential"', ['bing', 'wu']);
    await room.say(driver, 'bing', said('一'));
    const { executionId } = await driver.openTask('Say');
    const jump = { instanceId: driver.instanceId, executionId, nodeId: 'After', cause: 'jump', reason: '不再需要' } as const;
    await room.app.as('operator').run((tx) => room.app.moves.jump(tx, jump));
    expect(await room.open(driver)).toEqual(['jia After VISIT']);
  });

  it('goes on with a successor, whether the turn has come or not, and with nobody twice', async () => {
    // given
    const driver = await room.at('order="sequential"');
    const bing = await room.taskOf(driver, 'bing');
    const holders = room.app.get(SeatHolders);
    // when
    await room.app.as('operator').run((tx) => room.app.tasks.assign(tx, bing.id, { assigneeId: 'zi' }, '调离'));
    await room.app.as('operator').run(async (tx) => {
      const turn = (await holders.waitingOf(tx, 'ding')).find(({ instanceId }) => instanceId === driver.instanceId);
      if (turn) await holders.handOn(tx, turn, 'ji');
    });
    await room.say(driver, 'zi', said('一'));
    const ji = await room.taskOf(driver, 'ji');
    const twice = room.app.as('operator').run((tx) => room.app.tasks.assign(tx, ji.id, { assigneeId: 'zi' }, '换人'));
    // then
    await expect(twice).rejects.toMatchObject({ code: 'approval.DUPLICATE_SIGNER' });
    await room.say(driver, 'ji', said('二'));
    await room.say(driver, 'wu', said('三'));
    expect((await driver.instance()).variables['Say']).toMatchObject({ answers: [{ person: 'zi' }, { person: 'ji' }, { person: 'wu' }] });
  });

  it('is filled in by the one who gets it when nobody was named', async () => {
    const driver = await room.at('order="sequential"', []);
    const { id } = await driver.openTask('Say');
    await room.app.as('operator').run((tx) => room.app.tasks.assign(tx, id, { assigneeId: 'wu' }, '指定'));
    await room.send('wu', id, said('一'));
    expect((await driver.instance()).variables['Say']).toMatchObject({ answered: 1, answers: [{ person: 'wu', answer: said('一') }] });
  });

  it('shows who has had their say and whose turn it is, without anything to pass', async () => {
    const driver = await room.at('order="sequential"');
    await room.say(driver, 'bing', said('一'));
    const { id } = await room.taskOf(driver, 'ding');
    const board = await room.app.as('ding').read((tx) => room.app.get(BoardService).read(tx, id));
    expect(board).toMatchObject({ mode: 'each', order: 'sequential', verdict: 'open', sums: { all: 3, answered: 1, open: 2, agree: 0 } });
    expect(board).not.toHaveProperty('needed');
    expect(board.seats.map(({ personId, status }) => `${personId} ${status}`)).toEqual(['bing DONE', 'ding PENDING', 'wu NOT_STARTED']);
  });
});
