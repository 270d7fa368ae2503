import { verifyInvariants } from '@fashen/testing';
import { Instances } from '@fashen/plugin-api';
import type { Board } from '../model';
import { BoardService } from '../server/board.service';
import { verifySeats } from '../invariants';
import { SigningRoom } from './signing-room';

const why = { reason: '案情复杂' };
const add = (position: string, personIds: readonly string[], more: object = {}): { body: object } => ({
  body: { position, personIds, order: 'parallel', rule: 'all', childVeto: false, opinion: '', weight: 1, place: 'next', ...why, ...more },
});

describe('signing together', () => {
  let room: SigningRoom;

  beforeAll(async () => {
    room = await SigningRoom.open();
  });
  afterAll(() => room.app.close());
  afterEach(async () => {
    expect(await verifyInvariants(room.app.database.dataSource, room.app.host.moddles)).toEqual([]);
    expect(await verifySeats(room.app.database.dataSource)).toEqual([]);
  });

  it('passes when two of three agree, once, and writes who voted how', async () => {
    const driver = await room.at({ mode: 'ratio', threshold: '2/3' });
    await room.act(driver, 'bing', 'agree');
    await room.act(driver, 'ding', 'agree');
    expect(await room.open(driver)).toEqual(['jia After VISIT']);
    expect(await room.result(driver)).toMatchObject({
      result: 'passed',
      agree: 2,
      votes: [{ person: 'bing', choice: 'agree', weight: 1 }, { person: 'ding' }],
    });
  });

  it('takes the other way when all are against (E61)', async () => {
    const driver = await room.at({ mode: 'anyAgree' });
    for (const person of ['bing', 'ding', 'wu']) await room.act(driver, person, 'object');
    expect(await driver.instance()).toMatchObject({
      status: 'COMPLETED',
      endNodeId: 'no',
      variables: { Sign: { result: 'notPassed', against: 3 } },
    });
  });

  it('decides once when all vote at the same time', async () => {
    const driver = await room.at({ mode: 'ratio', threshold: '1/3' });
    const results = await Promise.allSettled(['bing', 'ding', 'wu'].map((person) => room.act(driver, person, 'agree')));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'approval.TASK_ENDED' } });
    expect(await room.open(driver)).toEqual(['jia After VISIT']);
  });

  it('starts signers one after another, also after a restart, and the next when the current one is removed (E27, E34)', async () => {
    const driver = await room.at({ mode: 'sequential', chair: 'person:wu' });
    expect(await room.open(driver)).toEqual(['bing Sign SEAT']);
    await room.act(driver, 'bing', 'agree');
    await driver.restart();
    room.app = driver.app;
    const ding = await room.taskOf(driver, 'ding');
    await room.act(driver, 'wu', 'removeSigner', { taskId: ding.id, body: { seatId: ding.id, ...why } });
    expect(await room.open(driver)).toEqual(['wu Sign SEAT']);
    await room.act(driver, 'wu', 'agree');
    expect(await room.result(driver)).toMatchObject({ result: 'passed', agree: 2 });
  });

  it('lets removing the last open seat decide, and nobody else remove (E26, E28)', async () => {
    const driver = await room.at({ mode: 'all' });
    await room.act(driver, 'bing', 'addSigners', add('parallel', ['ji']));
    for (const person of ['bing', 'ding', 'wu']) await room.act(driver, person, 'agree');
    const ji = await room.taskOf(driver, 'ji');
    const remove = { taskId: ji.id, body: { seatId: ji.id, ...why } };
    await expect(room.act(driver, 'mao', 'removeSigner', remove)).rejects.toMatchObject({ code: 'engine.TASK_MISSING' });
    const rehearsal = await room.act(driver, 'bing', 'removeSigner', { ...remove, mode: { dryRun: true } });
    expect(await room.open(driver)).toEqual(['ji Sign SEAT']);
    const done = await room.act(driver, 'bing', 'removeSigner', remove);
    expect(done.affected.map(({ kind, personId }) => [kind, personId])).toEqual(
      rehearsal.affected.map(({ kind, personId }) => [kind, personId]),
    );
    expect(await room.result(driver)).toMatchObject({ result: 'passed', agree: 3 });
  });

  it('transfers a seat, and advice with who asked (E18, E21)', async () => {
    const driver = await room.at({ mode: 'all' });
    await room.act(driver, 'bing', 'transfer', { body: { personId: 'zi', ...why } });
    await room.act(driver, 'zi', 'delegate', { body: { personId: 'geng', ...why } });
    await expect(room.act(driver, 'zi', 'agree')).rejects.toMatchObject({ code: 'approval.WAITS_FOR_OTHERS' });
    await expect(room.act(driver, 'geng', 'delegate', { body: { personId: 'ji', ...why } })).rejects.toMatchObject({
      code: 'approval.TOO_DEEP',
    });
    await expect(room.act(driver, 'geng', 'transfer', { body: { personId: 'zi', ...why } })).rejects.toMatchObject({
      code: 'approval.BACK_TO_OWNER',
    });
    await room.act(driver, 'geng', 'transfer', { body: { personId: 'ji', ...why } });
    await expect(room.act(driver, 'ji', 'agree')).rejects.toMatchObject({ code: 'approval.NOT_FOR_THIS_TASK' });
    await room.act(driver, 'ji', 'advise', { body: { opinion: '可行' } });
    expect(await room.open(driver)).toEqual(['ding Sign SEAT', 'wu Sign SEAT', 'zi Sign SEAT']);
    await expect(room.act(driver, 'zi', 'transfer', { body: { personId: 'ding', ...why } })).rejects.toMatchObject({
      code: 'approval.DUPLICATE_SIGNER',
    });
    await expect(room.act(driver, 'zi', 'transfer', { body: { personId: 'nobody', ...why } })).rejects.toMatchObject({
      code: 'approval.TARGET_INACTIVE',
    });
  });

  it("asks for advice until a time, which is the asked person's own", async () => {
    // given
    const driver = await room.at({ mode: 'all' });
    const dueAt = '2099-10-13T17:30:00+08:00';
    const over = room.act(driver, 'bing', 'delegate', { body: { personId: 'zi', dueAt: '2020-10-13T17:30:00+08:00', ...why } });
    await expect(over).rejects.toMatchObject({ code: 'approval.DUE_OVER' });
    // when
    await room.act(driver, 'bing', 'delegate', { body: { personId: 'zi', dueAt, ...why } });
    // then
    expect((await room.taskOf(driver, 'zi')).dueAt).toEqual(new Date(dueAt));
    expect((await room.taskOf(driver, 'bing')).dueAt).toBeUndefined();
  });

  it('cancels advice when the vote is decided meanwhile (E19)', async () => {
    const driver = await room.at({ mode: 'anyFirst' });
    await room.act(driver, 'bing', 'delegate', { body: { personId: 'zi', ...why } });
    await room.act(driver, 'ding', 'agree');
    expect(await room.open(driver)).toEqual(['jia After VISIT']);
  });

  it('asks before: their word is advice, unless the holder gave them the last word', async () => {
    const driver = await room.at({ mode: 'all', earlyFail: 'false' });
    await room.act(driver, 'bing', 'addSigners', add('before', ['zi', 'geng'], { order: 'sequential' }));
    await room.act(driver, 'zi', 'object');
    await room.act(driver, 'geng', 'agree');
    await room.act(driver, 'bing', 'agree');
    await room.act(driver, 'ding', 'addSigners', add('before', ['ji'], { childVeto: true }));
    await room.act(driver, 'ji', 'object');
    await room.act(driver, 'wu', 'agree');
    expect(await room.result(driver)).toMatchObject({ result: 'notPassed', agree: 2, against: 1 });
  });

  it('asks after: one against makes the seat against, the opinion stays (E31)', async () => {
    const driver = await room.at({ mode: 'all' });
    await room.act(driver, 'bing', 'addSigners', add('after', ['zi'], { opinion: '同意拟办意见' }));
    await room.act(driver, 'zi', 'object');
    expect(await room.result(driver)).toMatchObject({ result: 'notPassed', against: 1 });
    expect(await driver.tasks()).toEqual(
      expect.arrayContaining([expect.objectContaining({ endedBy: 'bing', outcome: { choice: 'agree', opinion: '同意拟办意见' } })]),
    );
  });

  it('opens the own seat again while undecided (E16), and has one seat reworked while the others go on (E63)', async () => {
    const driver = await room.at({ mode: 'all' });
    const { id } = await room.taskOf(driver, 'bing');
    await room.act(driver, 'bing', 'agree');
    await expect(room.act(driver, 'ding', 'takeBack', { taskId: id, body: why })).rejects.toMatchObject({ code: 'approval.NOT_YOUR_TASK' });
    await room.act(driver, 'bing', 'takeBack', { taskId: id, body: why });
    await room.act(driver, 'bing', 'rework', { body: { personId: 'jia', ...why } });
    await room.act(driver, 'ding', 'agree');
    await room.act(driver, 'jia', 'advise', { body: { opinion: '已补正' } });
    await room.act(driver, 'bing', 'agree');
    await room.act(driver, 'wu', 'agree');
    expect(await room.result(driver)).toMatchObject({ result: 'passed', agree: 3 });
  });

  it('makes a plain task into seats, and lets its holder revoke', async () => {
    const driver = await room.at(undefined, '<assignment:assignment kind="person" value="bing"/>');
    await room.act(driver, 'bing', 'delegate', { body: { personId: 'zi', ...why } });
    await room.act(driver, 'bing', 'revoke', { body: why });
    await room.act(driver, 'bing', 'addSigners', add('parallel', ['ding']));
    await expect(room.act(driver, 'bing', 'addSigners', add('parallel', ['ding']))).rejects.toMatchObject({
      code: 'approval.DUPLICATE_SIGNER',
    });
    await expect(room.act(driver, 'bing', 'addSigners', add('parallel', ['wu', 'ji', 'ji']))).rejects.toMatchObject({
      ...{ code: 'approval.DUPLICATE_SIGNER', params: { personId: 'ji' } },
    });
    await room.act(driver, 'ding', 'agree');
    await room.act(driver, 'bing', 'agree');
    expect(await room.result(driver)).toMatchObject({ result: 'passed', agree: 2 });
  });

  it('asks a candidate to claim first (E30), and a stranger is refused', async () => {
    const driver = await room.at(undefined, '<assignment:assignment kind="role" value="legal-reviewer"/>');
    const { id } = await driver.openTask('Sign');
    await expect(room.act(driver, 'bing', 'transfer', { taskId: id, body: { personId: 'zi', ...why } })).rejects.toMatchObject({
      code: 'approval.CLAIM_FIRST',
    });
    await expect(room.act(driver, 'mao', 'transfer', { taskId: id, body: { personId: 'zi', ...why } })).rejects.toMatchObject({
      code: 'engine.TASK_MISSING',
    });
  });

  it('gives a new visit new seats (E7, E62), and one person one seat (E56)', async () => {
    const driver = await room.at({ mode: 'anyAgree' }, '<assignment:assignment kind="role" value="deputy-head chief-head deputy-head"/>');
    await room.act(driver, 'wu', 'agree');
    const [visit] = (await driver.tasks()).filter(({ kind, nodeId }) => kind === 'VISIT' && nodeId === 'Sign');
    await room.app
      .as('jia')
      .run((tx) => room.app.moves.back(tx, { instanceId: driver.instanceId, reopen: [visit?.executionId ?? ''], cause: 'return' }));
    expect(await room.open(driver)).toEqual(['ji Sign SEAT', 'wu Sign SEAT']);
    const { id } = await room.taskOf(driver, 'ji');
    const board = await room.app.as('ji').read((tx) => room.app.get(BoardService).read(tx, id));
    expect(board).toMatchObject({ verdict: 'open', sums: { all: 2, open: 2 }, needed: 1 });
  });

  it('shows the board of a visit that ended without a result as void, whatever was voted there', async () => {
    // given
    const driver = await room.at({ mode: 'ratio', threshold: '2/3' });
    const { id } = await room.taskOf(driver, 'bing');
    const board = (): Promise<Board> => room.app.as('bing').read((tx) => room.app.get(BoardService).read(tx, id));
    await room.act(driver, 'bing', 'agree');
    expect(await board()).toMatchObject({ isVoid: false, isOpen: true, verdict: 'open' });
    // when
    await room.app.as('jia').run((tx) => room.app.get(Instances).terminate(tx, driver.instanceId, '不再办理'));
    // then
    expect(await board()).toMatchObject({ isVoid: true, isOpen: false });
  });
});
