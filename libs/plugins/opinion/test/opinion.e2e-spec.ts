import { testContext, verifyInvariants } from '@fashen/testing';
import { ClauseController } from '../server/clause.controller';
import { OpinionReadingController } from '../server/opinion-reading.controller';
import { PhraseController } from '../server/phrase.controller';
import { SmallOpinion } from './small-opinion';

describe('opinions', () => {
  let desk: SmallOpinion;

  beforeAll(async () => {
    desk = await SmallOpinion.open();
  });
  afterAll(() => desk.close());
  afterEach(async () => expect(await verifyInvariants(desk.app.database.dataSource, desk.app.host.moddles)).toEqual([]));

  it.each([
    ['同意。', 'opinion.BARE_PHRASE'],
    ['准予', 'opinion.TOO_SHORT'],
    ['  ', 'opinion.REQUIRED'],
  ])('refuse %p when the task ends', async (text, code) => {
    // given
    const caseId = await desk.start();
    await desk.draft('jia', caseId, text);
    // when
    const ended = desk.end('jia', caseId);
    // then
    await expect(ended).rejects.toMatchObject({ code });
    expect(await desk.opinions('jia', caseId)).toEqual([]);
  });

  it('are kept with the end of the task; the draft and its versions are gone', async () => {
    // given
    const caseId = await desk.start();
    const { id: taskId } = await desk.openTask(caseId);
    await desk.draft('jia', caseId, '初步看法，待核', true);
    await desk.draft('jia', caseId, '事实清楚，证据充分', true);
    const versions = await desk.controller.versions(await desk.context('jia'), taskId);
    // when
    await desk.end('jia', caseId);
    // then
    expect(versions.map(({ no, text }) => [no, text])).toEqual([
      [1, '初步看法，待核'],
      [2, '事实清楚，证据充分'],
    ]);
    expect(await desk.opinions('jia', caseId)).toMatchObject([{ taskId, personName: '甲样例', text: '事实清楚，证据充分' }]);
    expect(await desk.foundBy('jia', taskId)).toBeUndefined();
    expect(await desk.controller.versions(await desk.context('jia'), taskId)).toEqual([]);
  });

  it('say for whom they were given when somebody acts for another', async () => {
    // given
    const caseId = await desk.start();
    const { id: taskId, rowVersion: baseVersion } = await desk.openTask(caseId);
    const own = await desk.context('yi');
    const acting = { ...own, actor: { ...own.actor, onBehalfOf: { personId: 'jia', name: '甲样例', ruleId: 'rule' } } };
    const opinion = { text: '事实清楚，证据充分', clauses: [] };
    // when
    await desk.controller.save(acting, taskId, { baseVersion, keepVersion: false, opinion });
    await desk.app.units.run(acting, (tx) => desk.app.tasks.complete(tx, taskId, {}));
    // then
    expect(await desk.opinions('jia', caseId)).toMatchObject([
      { personId: 'yi', personName: '乙样例', onBehalfOf: 'jia', onBehalfOfName: '甲样例' },
    ]);
  });

  it('are one opinion when the same decision is posted twice', async () => {
    // given
    const caseId = await desk.start();
    const { id: taskId } = await desk.openTask(caseId);
    await desk.draft('jia', caseId, '事实清楚，证据充分');
    const context = await desk.context('jia');
    const keyed = testContext(context.actor, { now: context.now, idempotency: { key: `twice-${caseId}`, fingerprint: 'same' } });
    const post = () => desk.app.units.run(keyed, (tx) => desk.app.tasks.complete(tx, taskId, {}));
    // when
    await post();
    await post();
    const unkeyed = desk.app.as('jia').run((tx) => desk.app.tasks.complete(tx, taskId, {}));
    // then
    await expect(unkeyed).rejects.toMatchObject({ code: 'engine.TASK_ENDED' });
    expect(await desk.opinions('jia', caseId)).toHaveLength(1);
  });

  it('keep a hundred versions of a draft, and go on with the latest', async () => {
    // given
    const caseId = await desk.start();
    const { id: taskId } = await desk.openTask(caseId);
    // when
    for (let no = 1; no <= 102; no++) await desk.draft('jia', caseId, `第 ${no} 稿`, true);
    // then
    const versions = await desk.controller.versions(await desk.context('jia'), taskId);
    expect(versions).toHaveLength(100);
    expect([versions[0], versions[99]]).toMatchObject([
      { no: 3, text: '第 3 稿' },
      { no: 102, text: '第 102 稿' },
    ]);
  });

  it('are corrected by their author with a new one; the old one stays', async () => {
    // given
    const caseId = await desk.start();
    await desk.draft('jia', caseId, '事实清楚，证据充分');
    await desk.end('jia', caseId);
    const [old] = await desk.opinions('jia', caseId);
    const reading = desk.app.get(OpinionReadingController);
    const body = { text: '事实清楚，证据确凿', clauses: ['行政处罚法 第五十八条'], reason: '用词不准' };
    // when
    await reading.correct(await desk.context('jia'), old?.id ?? '', body, {});
    const foreign = reading.correct(await desk.context('wu'), old?.id ?? '', body, {});
    // then
    await expect(foreign).rejects.toMatchObject({ code: 'opinion.NOT_THE_AUTHOR' });
    const bare = reading.correct(await desk.context('jia'), old?.id ?? '', { ...body, text: '同意' }, {});
    await expect(bare).rejects.toMatchObject({ code: 'opinion.BARE_PHRASE' });
    const [first, second] = await desk.opinions('jia', caseId);
    expect(first).toEqual(old);
    expect(second).toMatchObject({ correctsId: old?.id, reason: '用词不准', clauses: body.clauses });
  });

  it('are not there for who does not see the case, as if nobody had given them', async () => {
    // given
    const caseId = await desk.start();
    await desk.draft('jia', caseId, '事实清楚，证据充分');
    await desk.end('jia', caseId);
    const [{ id } = { id: '' }] = await desk.opinions('jia', caseId);
    const body = { text: '事实清楚，证据确凿', clauses: [], reason: '用词不准' };
    const correct = async (opinionId: string) =>
      desk.app.get(OpinionReadingController).correct(await desk.context('mao'), opinionId, body, {});
    // then
    for (const opinionId of [id, 'unknown'])
      await expect(correct(opinionId)).rejects.toMatchObject({ code: 'opinion.OPINION_MISSING', params: { opinionId } });
  });

  it('show drafts to nobody but their author', async () => {
    // given
    const caseId = await desk.start();
    const { id: taskId, rowVersion } = await desk.openTask(caseId);
    await desk.draft('jia', caseId, '只给自己看');
    // when
    const [chief, stranger] = [await desk.foundBy('ji', taskId), desk.foundBy('mao', taskId)];
    const foreign = desk.save('ji', taskId, { baseVersion: rowVersion, opinion: { text: '改你的', clauses: [] } });
    // then
    expect(chief).toBeUndefined();
    await expect(stranger).rejects.toMatchObject({ code: 'engine.TASK_MISSING' });
    await expect(foreign).rejects.toMatchObject({ code: 'opinion.NOT_THE_HOLDER' });
    expect(await desk.foundBy('jia', taskId)).toMatchObject({ opinion: { text: '只给自己看' } });
  });

  it('refuse a draft for a task that has changed, and say so of one that is found', async () => {
    // given
    const caseId = await desk.start();
    const { id: taskId, rowVersion } = await desk.openTask(caseId);
    await desk.draft('jia', caseId, '先写一点');
    await desk.app.as('setup').run((tx) => desk.app.tasks.mark(tx, taskId, 'note'));
    // when
    const late = desk.save('jia', taskId, { baseVersion: rowVersion, opinion: { text: '再写', clauses: [] } });
    // then
    await expect(late).rejects.toMatchObject({ code: 'opinion.DRAFT_STALE' });
    const found = await desk.foundBy('jia', taskId);
    expect(found).toMatchObject({ isStale: true, opinion: { text: '先写一点' } });
    await desk.save('jia', taskId, { baseVersion: found?.baseVersion ?? 0, form: { version: 1, data: { a: 1 } } });
    expect(await desk.foundBy('jia', taskId)).toMatchObject({ isStale: false, opinion: { text: '先写一点' }, form: { data: { a: 1 } } });
  });

  it('are not written over by another window that has not seen the last save', async () => {
    // given
    const caseId = await desk.start();
    const { id: taskId, rowVersion: baseVersion } = await desk.openTask(caseId);
    const save = (text: string, revision: number) => desk.save('jia', taskId, { baseVersion, revision, opinion: { text, clauses: [] } });
    const { revision: first } = await save('左边的窗口', 0);
    const { revision: second } = await save('左边又写', first);
    // when
    const unseen = save('右边的窗口', first);
    // then
    await expect(unseen).rejects.toMatchObject({ code: 'opinion.DRAFT_ELSEWHERE', params: { revision: second } });
    expect(await desk.foundBy('jia', taskId)).toMatchObject({ opinion: { text: '左边又写' }, revision: second });
    // when
    await save('右边的窗口', second);
    // then
    expect(await desk.foundBy('jia', taskId)).toMatchObject({ opinion: { text: '右边的窗口' } });
  });

  it('offer clauses cited before, those of the case first', async () => {
    // given
    const cite = async (clause: string): Promise<string> => {
      const caseId = await desk.start();
      const { id: taskId, rowVersion: baseVersion } = await desk.openTask(caseId);
      await desk.save('jia', taskId, { baseVersion, opinion: { text: '事实清楚，证据充分', clauses: [clause] } });
      await desk.end('jia', caseId);
      return caseId;
    };
    const caseId = await cite('处罚法 第五十七条');
    await cite('处罚法 第五十八条');
    const { id: taskId } = await desk.openTask(caseId);
    const clauses = desk.app.get(ClauseController);
    // when
    const namesFor = async (who: string): Promise<readonly string[]> =>
      (await clauses.list(await desk.context(who), taskId, {})).map(({ name }) => name);
    const [forAuthor, forOther] = [await namesFor('jia'), await namesFor('wu')];
    // then
    expect(forAuthor.slice(0, 2)).toEqual(['处罚法 第五十七条', '处罚法 第五十八条']);
    expect(forOther).toEqual(['处罚法 第五十七条']);
    await expect(clauses.list(await desk.context('mao'), taskId, {})).rejects.toMatchObject({ code: 'engine.TASK_MISSING' });
  });

  it('keep a draft from its author’s old visit of the step, and not from the holder before', async () => {
    // given
    const { caseId, taskId } = await desk.inDecision('还没想好');
    const visits = await desk.app.as('wu').run((tx) => desk.app.moves.visits(tx, caseId));
    const review = visits.find(({ nodeId }) => nodeId === 'review')?.executionId ?? '';
    await desk.app.as('wu').run((tx) => desk.app.moves.back(tx, { instanceId: caseId, reopen: [review], cause: 'return', reason: '补正' }));
    await desk.draft('jia', caseId, '事实清楚，证据充分');
    await desk.end('jia', caseId);
    const again = await desk.openTask(caseId);
    // when
    const found = await desk.foundBy('wu', again.id);
    await desk.app.as('setup').run((tx) => desk.app.tasks.assign(tx, again.id, { assigneeId: 'ji' }));
    // then
    expect(again.id).not.toBe(taskId);
    expect(found).toMatchObject({ opinion: { text: '还没想好' }, isStale: false });
    expect(await desk.foundBy('ji', again.id)).toBeUndefined();
    expect(await desk.foundBy('wu', again.id)).toMatchObject({ opinion: { text: '还没想好' } });
  });

  it('take phrases in the order of their use, with gaps filled; others’ phrases do not exist', async () => {
    // given
    const phrases = desk.app.get(PhraseController);
    const caseId = await desk.start();
    const { id: taskId, businessKey } = await desk.openTask(caseId);
    await phrases.add(await desk.context('jia'), { scope: 'personal', text: '事实清楚' });
    const { id } = await phrases.add(await desk.context('jia'), { scope: 'personal', text: '{案号}经{环节}，无异议' });
    await phrases.use(await desk.context('jia'), id);
    // when
    const listed = await phrases.list(await desk.context('jia'), { taskId });
    const foreign = await Promise.allSettled([
      phrases.remove(await desk.context('wu'), id),
      phrases.add(await desk.context('jia'), { scope: 'unit', text: '本队统一用语' }),
    ]);
    // then
    expect(listed.map(({ filled, uses }) => [filled, uses])).toEqual([
      [`${businessKey}经审核，无异议`, 1],
      ['事实清楚', 0],
    ]);
    expect(foreign).toMatchObject([{ reason: { code: 'opinion.PHRASE_MISSING' } }, { reason: { code: 'opinion.NOT_YOUR_PHRASE' } }]);
    await phrases.add(await desk.context('ding'), { scope: 'node', text: '依法审核', definitionKey: 'small-opinion', nodeId: 'review' });
    expect((await phrases.list(await desk.context('jia'), { taskId })).map(({ text }) => text)).toContain('依法审核');
  });
});
