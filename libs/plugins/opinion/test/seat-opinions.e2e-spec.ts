import type { TaskView } from '@fashen/plugin-api';
import { approvalPlugin } from '@fashen/plugins/approval/server';
import { verifyInvariants } from '@fashen/testing';
import { wantedSignature } from '../model';
import { SmallOpinion } from './small-opinion';

const SIGNER_AFTER = {
  ...{ position: 'after', personIds: ['bing'], reason: '请复核' },
  ...{ order: 'parallel', rule: 'all', childVeto: false, weight: 1, place: 'next' },
};

type Act = 'agree' | 'object' | 'advise' | 'delegate' | 'addSigners';
type Acts = Record<Act, (context: unknown, taskId: string, mode: object, body: object) => Promise<unknown>>;

describe('opinions where several people work at one step', () => {
  let desk: SmallOpinion;
  let acts: Acts;

  beforeAll(async () => {
    desk = await SmallOpinion.open();
    const controller = (approvalPlugin.controllers ?? []).find(({ name }) => name === 'ApprovalController');
    if (!controller) throw new Error('approval has no controller of its acts');
    acts = desk.app.get(controller as never);
  });
  afterAll(() => desk.close());
  afterEach(async () => expect(await verifyInvariants(desk.app.database.dataSource, desk.app.host.moddles)).toEqual([]));

  const partOf = async (caseId: string, who: string): Promise<TaskView> => {
    const tasks = await desk.app.as('setup').read((tx) => desk.app.tasks.ofInstance(tx, caseId));
    const part = tasks.find(({ state, assigneeId }) => state === 'ASSIGNED' && assigneeId === who);
    if (!part) throw new Error(`${who} has nothing open`);
    return part;
  };
  const act = async (name: Act, who: string, caseId: string, body: object): Promise<string> => {
    const { id } = await partOf(caseId, who);
    await acts[name].call(acts, await desk.context(who), id, { dryRun: false }, body);
    desk.app.clock.advance({ minutes: 1 });
    return id;
  };
  const opinions = async (caseId: string): Promise<readonly string[]> =>
    (await desk.opinions('jia', caseId)).map(({ personId, nodeId, text, result }) => [personId, nodeId, text, result].join(' '));
  const start = (): Promise<string> => desk.start('seat-opinions');
  const agreed = async (): Promise<string> => {
    const caseId = await start();
    await act('agree', 'wu', caseId, { opinion: '证据确凿' });
    await act('agree', 'ji', caseId, { opinion: '裁量适当' });
    return caseId;
  };

  it('are judged with each vote: what is refused leaves the vote open', async () => {
    // given
    const caseId = await start();
    // when
    const bare = act('agree', 'wu', caseId, { opinion: '同意。' });
    // then
    await expect(bare).rejects.toMatchObject({ code: 'opinion.BARE_PHRASE' });
    await expect(act('agree', 'wu', caseId, { opinion: '' })).rejects.toMatchObject({ code: 'opinion.REQUIRED' });
    expect(await partOf(caseId, 'wu')).toMatchObject({ kind: 'SEAT' });
    expect(await opinions(caseId)).toEqual([]);
  });

  it('are kept one by one, under the seat of their author; who ends the step is not asked for the others', async () => {
    // given
    const caseId = await start();
    // when
    const seatOfWu = await act('agree', 'wu', caseId, { opinion: '证据确凿' });
    const seatOfJi = await act('object', 'ji', caseId, { opinion: '裁量过重' });
    // then
    expect(await opinions(caseId)).toEqual(['wu meeting 证据确凿 agree', 'ji meeting 裁量过重 against']);
    expect((await desk.opinions('jia', caseId)).map(({ taskId }) => taskId)).toEqual([seatOfWu, seatOfJi]);
  });

  it('come from the draft of the seat when the act has no words, with its clauses in any case', async () => {
    // given
    const caseId = await start();
    const { id, rowVersion: baseVersion } = await partOf(caseId, 'wu');
    await desk.save('wu', id, { baseVersion, opinion: { text: '证据确凿，准予处罚', clauses: ['处罚法 第五十七条'] } });
    // when
    await act('agree', 'wu', caseId, { opinion: '' });
    // then
    expect(await desk.opinions('jia', caseId)).toMatchObject([{ text: '证据确凿，准予处罚', clauses: ['处罚法 第五十七条'] }]);
    expect(await desk.foundBy('wu', id)).toBeUndefined();
  });

  it('are judged when somebody answers for another, who then still speaks for themselves', async () => {
    // given
    const caseId = await start();
    await act('delegate', 'wu', caseId, { personId: 'bing', reason: '请核对' });
    // when
    const bare = act('advise', 'bing', caseId, { opinion: '同意' });
    // then
    await expect(bare).rejects.toMatchObject({ code: 'opinion.BARE_PHRASE' });
    await act('advise', 'bing', caseId, { opinion: '金额无误' });
    await act('agree', 'wu', caseId, { opinion: '采纳核对意见' });
    expect(await opinions(caseId)).toEqual(['bing meeting 金额无误 ', 'wu meeting 采纳核对意见 agree']);
  });

  it('of signers who are added afterwards are judged like that of who added them', async () => {
    // given
    const caseId = await start();
    const add = (opinion: string) => act('addSigners', 'wu', caseId, { ...SIGNER_AFTER, opinion });
    // when
    await expect(add('同意')).rejects.toMatchObject({ code: 'opinion.BARE_PHRASE' });
    await add('证据确凿');
    // then
    await expect(act('agree', 'bing', caseId, { opinion: '同意' })).rejects.toMatchObject({ code: 'opinion.BARE_PHRASE' });
    await act('agree', 'bing', caseId, { opinion: '复核无误' });
    expect(await opinions(caseId)).toEqual(['wu meeting 证据确凿 agree', 'bing meeting 复核无误 agree']);
  });

  it('are signed with the vote: another vote than the signed one is refused', async () => {
    // given
    const caseId = await agreed();
    const body = { opinion: '准予处罚，责令改正' };
    // when
    const { code, params } = await desk.refusal(act('agree', 'wu', caseId, body));
    const { content } = wantedSignature.parse(params);
    const { id } = await partOf(caseId, 'wu');
    const { signatureId } = await desk.signContent('wu', id, content);
    // then
    expect(code).toBe('opinion.SIGNATURE_REQUIRED');
    expect(content).toMatchObject({ op: 'act', data: { choice: 'agree' }, opinion: { text: body.opinion, result: 'agree' } });
    await expect(act('object', 'wu', caseId, body)).rejects.toMatchObject({ code: 'opinion.SIGNATURE_STALE' });
    await act('agree', 'wu', caseId, body);
    expect(await desk.verify('jia', signatureId)).toMatchObject({ isCovered: true });
    expect((await desk.opinions('jia', caseId)).at(-1)).toMatchObject({ personId: 'wu', signatureId, result: 'agree' });
  });

  it('of a holder who has others sign afterwards are the draft of the task, signed there', async () => {
    // given
    const { caseId, taskId } = await desk.inDecision('证据确凿，准予处罚');
    const add = () => act('addSigners', 'wu', caseId, { ...SIGNER_AFTER, opinion: '' });
    // when
    const { content } = wantedSignature.parse((await desk.refusal(add())).params);
    const { signatureId } = await desk.signContent('wu', taskId, content);
    await add();
    // then
    expect((await desk.opinions('jia', caseId)).at(-1)).toMatchObject({ personId: 'wu', text: '证据确凿，准予处罚', signatureId });
    expect(await desk.foundBy('wu', taskId)).toBeUndefined();
    expect(await partOf(caseId, 'bing')).toMatchObject({ kind: 'AFTER' });
  });
});
