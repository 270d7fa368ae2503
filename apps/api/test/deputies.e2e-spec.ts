import { type Person, startTestApp, type TestApp } from './test-app';

const DAY = 86_400_000;

describe('the header of a deputy', () => {
  let server: TestApp;
  let bing: Person;
  let zi: Person;

  beforeAll(async () => {
    server = await startTestApp();
    bing = await server.signIn('bing');
    zi = await server.signIn('zi');
  });
  afterAll(() => server.drop());

  const now = (): number => server.clock.now().getTime();
  const period = (days: number): { fromAt: string; toAt: string } => ({
    fromAt: new Date(now()).toISOString(),
    toAt: new Date(now() + days * DAY).toISOString(),
  });
  const addRule = async (person: Person, deputyId: string, days = 2): Promise<string> => {
    const body = { deputyId, ...period(days), mode: 'MOVE', reason: '出差' };
    return (await person.post('/api/deputies', body).expect(201)).body.rule.id;
  };
  const endRule = (person: Person, ruleId: string) => person.post(`/api/deputies/${ruleId}/ending`, { reason: '回来' }).expect(200);
  const asDeputyOf = (person: Person, principalId: string) => person.get('/api/tasks').set('x-on-behalf-of', principalId);

  it('is refused without a rule, of whomever it speaks', async () => {
    for (const principalId of ['bing', 'zi', 'nobody', "' OR 1=1 --", 'x'.repeat(500)]) {
      const reply = await asDeputyOf(zi, principalId).expect(403);
      expect(reply.body).toMatchObject({ code: 'deputy.NO_RULE', message: '您现在没有代此人办理的授权。' });
    }
  });

  it('is refused to whoever has a rule of somebody else, and to the principal himself', async () => {
    // given
    const ruleId = await addRule(bing, 'zi');
    const ding = await server.signIn('ding');
    // then
    await asDeputyOf(zi, 'bing').expect(200);
    expect((await asDeputyOf(zi, 'ding').expect(403)).body.code).toBe('deputy.NO_RULE');
    expect((await asDeputyOf(ding, 'bing').expect(403)).body.code).toBe('deputy.NO_RULE');
    expect((await asDeputyOf(bing, 'zi').expect(403)).body.code).toBe('deputy.NO_RULE');
    await endRule(bing, ruleId);
  });

  it('is refused before the rule begins, once it was ended and when its time is over', async () => {
    // given
    const later = { fromAt: new Date(now() + DAY).toISOString(), toAt: new Date(now() + 2 * DAY).toISOString() };
    const planned = (await bing.post('/api/deputies', { deputyId: 'zi', ...later, mode: 'SHARE', reason: '出差' }).expect(201)).body.rule;
    expect((await asDeputyOf(zi, 'bing').expect(403)).body.code).toBe('deputy.NO_RULE');
    await endRule(bing, planned.id);
    // when
    const ruleId = await addRule(bing, 'zi');
    await asDeputyOf(zi, 'bing').expect(200);
    await endRule(bing, ruleId);
    // then
    expect((await asDeputyOf(zi, 'bing').expect(403)).body.code).toBe('deputy.NO_RULE');
    // when
    await addRule(bing, 'zi', 1);
    server.clock.advance({ hours: 24 });
    // then
    zi = await server.signIn('zi');
    bing = await server.signIn('bing');
    expect((await asDeputyOf(zi, 'bing').expect(403)).body.code).toBe('deputy.NO_RULE');
  });

  it('may stand in the query of what is only read, because a link has no headers; a write does not look there', async () => {
    // given
    const ruleId = await addRule(bing, 'zi');
    // then
    await zi.get('/api/attachments/none/content?on-behalf-of=bing').expect(404);
    expect((await zi.get('/api/attachments/none/content?on-behalf-of=ding').expect(403)).body.code).toBe('deputy.NO_RULE');
    await zi.post('/api/deputies/none/ending?on-behalf-of=ding', { reason: '回来' }).expect(404);
    await endRule(bing, ruleId);
  });

  it('gives nobody a right within a ring, however the ring came about', async () => {
    // given
    const ruleId = await addRule(bing, 'zi');
    const ring = await zi.post('/api/deputies', { deputyId: 'bing', ...period(1), mode: 'SHARE', reason: '出差' }).expect(409);
    expect(ring.body).toMatchObject({ code: 'deputy.CYCLE', params: { people: ['子样例', '丙样例', '子样例'] } });
    // when
    await server.database.dataSource.query(
      `INSERT INTO deputy_rule (id, principal_id, deputy_id, from_at, to_at, processes, nodes, mode, reason, created_by, created_at, acts)
       SELECT 'smuggled', deputy_id, principal_id, from_at, to_at, processes, nodes, mode, reason, created_by, created_at, 0
       FROM deputy_rule WHERE id = ?`,
      [ruleId],
    );
    // then
    expect((await asDeputyOf(zi, 'bing').expect(409)).body.code).toBe('deputy.CYCLE');
    await endRule(zi, 'smuggled');
    await asDeputyOf(zi, 'bing').expect(200);
    await endRule(bing, ruleId);
  });

  it('lets a deputy do nothing but the tasks of the principal', async () => {
    // given
    const ruleId = await addRule(bing, 'zi');
    // when
    const body = { deputyId: 'ding', ...period(1), mode: 'SHARE', reason: '出差' };
    const refused = await zi.post('/api/deputies', body).set('x-on-behalf-of', 'bing').expect(403);
    // then
    expect(refused.body.code).toBe('deputy.NOT_THEIR_TASK');
    expect((await zi.get('/api/deputies')).body.items).toHaveLength((await bing.get('/api/deputies')).body.items.length);
    await endRule(bing, ruleId);
  });
});

describe('a deputy who signs for one of several', () => {
  let server: TestApp;

  beforeAll(async () => {
    server = await startTestApp({}, true);
  });
  afterAll(() => server.drop());

  interface Task {
    readonly id: string;
    readonly nodeId: string;
    readonly kind: string;
    readonly state: string;
    readonly assigneeId?: string;
  }
  const openTasks = async (caseId: string): Promise<readonly Task[]> => {
    const jia = await server.signIn('jia');
    const { tasks } = (await jia.get(`/api/cases/${caseId}`).expect(200)).body as { tasks: readonly Task[] };
    return tasks.filter(({ state }) => state === 'READY' || state === 'ASSIGNED');
  };
  const act = async (who: string, caseId: string, path: string, body: object): Promise<void> => {
    const open = await openTasks(caseId);
    const task = open.find(({ assigneeId }) => assigneeId === who) ?? open.find(({ state }) => state === 'READY');
    const person = await server.signIn(who);
    await person.post(`/api/tasks/${task?.id}/${path}`, body).expect(200);
  };

  it('lets the next signer begin, as the vote of the principal would', async () => {
    // given: a document before the deliberation, where the chief speaks last
    const jia = await server.signIn('jia');
    const data = { document: { name: '样例办法', purpose: '规范管理' }, consulted: { people: ['xin', 'ding', 'gui'] } };
    const started = await jia.post('/api/cases', { definitionKey: 'normative-document', title: '样例办法', data }).expect(201);
    const { id } = started.body as { id: string };
    const document = { text: '第一条', basis: '法规', heard: '已征求意见', fairness: true, fairnessResult: '不涉及' };
    await act('jia', id, 'submission', { data: { document } });
    for (const signer of ['xin', 'ding']) await act(signer, id, 'agreement', { opinion: '' });
    const points = { power: true, noNewPower: true, noBurden: true, market: true, procedure: true };
    await act('bing', id, 'submission', { data: { review: { ...points, opinion: '合法', verdict: 'PASSED' } } });
    const wu = await server.signIn('wu');
    const from = server.clock.now().getTime();
    const period = { fromAt: new Date(from).toISOString(), toAt: new Date(from + DAY).toISOString() };
    await wu.post('/api/deputies', { deputyId: 'ding', ...period, mode: 'SHARE', reason: '出差' }).expect(201);
    // when
    const seat = (await openTasks(id)).find(({ kind }) => kind === 'SEAT');
    const ding = await server.signIn('ding');
    await ding.post(`/api/tasks/${seat?.id}/agreement`, { opinion: '' }).set('x-on-behalf-of', 'wu').expect(200);
    // then
    expect((await openTasks(id)).filter(({ kind }) => kind === 'SEAT')).toMatchObject([{ nodeId: 'deliberate', assigneeId: 'ji' }]);
  });
});
