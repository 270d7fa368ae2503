import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { endpointsOf } from '../src/create-app';
import type { Endpoint } from '../src/http/endpoints';
import { sampleBody } from './sample-body';
import { type Person, startTestApp, type TestApp } from './test-app';

/** Ids in addresses that lead to one case, with an existing one each. */
type CaseIds = Readonly<Record<(typeof OF_A_CASE)[number], string>>;
const OF_A_CASE = [
  ...(['caseId', 'instanceId', 'taskId', 'attachmentId', 'clockId', 'copyId', 'requestId'] as const),
  ...(['opinionId', 'signatureId', 'remedyId'] as const),
] as const;

/** Ids of what belongs to one person. */
const OF_A_PERSON = ['phraseId', 'ruleId', 'id'];

/** Ids of what belongs to the house: a permission guards it, or everybody may know it. */
const OF_THE_HOUSE = [
  ...['accountId', 'year', 'key', 'versionId', 'definitionId', 'code', 'personId', 'unitId', 'jobId', 'migrationId'],
  ...['handOverId', 'itemId', 'webhookId', 'deliveryId'],
];

/** What operators do to cases they do not see. */
const OF_OPERATORS = [
  'GET /cases/:caseId/control-requests',
  'POST /cases/:caseId/resumption',
  'POST /cases/:caseId/suspension',
  'POST /control-requests/:requestId/confirmation',
  'POST /control-requests/:requestId/refusal',
  'POST /tasks/:taskId/assignment',
  'POST /tasks/:taskId/removed-signer',
];

const DATA = {
  party: { name: '样例公司', type: 'ORGANISATION' },
  case: { cause: '扬尘', conduct: '未覆盖', conductDate: '2026-09-10', place: '样例路', source: 'PATROL' },
  officers: { lead: 'jia', co: 'yi' },
};

const paramsOf = ({ path }: Endpoint): readonly string[] => [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
const nameOf = ({ method, path }: Endpoint): string => `${method} ${path}`;
const isCaseParam = (name: string): name is keyof CaseIds => OF_A_CASE.some((one) => one === name);

describe('a person without sight of a case', () => {
  let server: TestApp;
  let jia: Person;
  let ids: CaseIds;
  let endpoints: readonly Endpoint[];

  beforeAll(async () => {
    server = await startTestApp({}, true);
    jia = await server.signIn('jia');
    ids = await aCase();
    const ofCases = endpointsOf(server.app).filter((endpoint) => paramsOf(endpoint).some(isCaseParam));
    // Of two with the same address the first one answers.
    endpoints = [...new Map([...ofCases].reverse().map((endpoint) => [nameOf(endpoint), endpoint])).values()].reverse();
    const yin = await server.signIn('yin');
    const unit = { unitId: 'squad-2', posts: [], certificates: [] };
    await yin
      .post('/api/people', { id: 'shen', name: '申样例', ...unit, roles: ['unit-head', 'legal-modeler', 'account-admin'] })
      .expect(201);
    await yin.post('/api/accounts', { personId: 'shen', name: 'shen', password: 'Probe-2026-bureau' }).expect(201);
  });

  afterAll(() => server.drop());

  /** A case of jia with one of everything. */
  async function aCase(): Promise<CaseIds> {
    const started = await jia.post('/api/cases', { definitionKey: 'penalty-ordinary', title: '样例案', data: DATA }).expect(201);
    const caseId: string = started.body.id;
    await file(caseId);
    const text = { name: 'a.txt', content: Buffer.from('样例') };
    const attached = await jia.upload(`/api/cases/${caseId}/attachments`, text).expect(201);
    const copied = await jia.post(`/api/cases/${caseId}/copies`, { personIds: ['yi'] }).expect(200);
    expect(copied.body.dryRun).toBe(false);
    const sent = await jia.get(`/api/cases/${caseId}/copies`).expect(200);
    const clocks = await jia.get(`/api/cases/${caseId}/clocks`).expect(200);
    const { id: taskId } = await openTask(jia, caseId);
    return {
      ...{ caseId, instanceId: caseId, taskId, attachmentId: attached.body.id },
      ...{ clockId: clocks.body.clocks[0].id, copyId: sent.body.receipts[0].id },
      ...(await insertRows(caseId, taskId)),
    };
  }

  async function openTask(person: Person, caseId: string): Promise<{ readonly id: string; readonly state: string }> {
    const { tasks } = (await person.get(`/api/cases/${caseId}`).expect(200)).body;
    return tasks.find(({ state }: { state: string }) => state === 'READY' || state === 'ASSIGNED');
  }

  /** Filing starts the clock of the case. */
  async function file(caseId: string): Promise<void> {
    const steps: readonly (readonly [string, object])[] = [
      ['jia', { reason: '现场检查发现', competent: true, withinLimitation: true, proposedOn: '2026-09-14' }],
      ['yi', { coAgrees: true }],
      ['wu', { approved: true, comment: '同意立案', filedOn: '2026-09-14' }],
    ];
    for (const [name, filing] of steps) await submit(name, caseId, filing);
  }

  async function submit(name: string, caseId: string, filing: object): Promise<void> {
    const person = await server.signIn(name);
    const task = await openTask(person, caseId);
    if (task.state === 'READY') await person.post(`/api/tasks/${task.id}/claim`).expect(200);
    await person.get(`/api/tasks/${task.id}/form`).expect(200);
    await person.post(`/api/tasks/${task.id}/submission`, { data: { filing } }).expect(200);
  }

  /** What takes many steps to come about. */
  async function insertRows(
    caseId: string,
    taskId: string,
  ): Promise<Pick<CaseIds, 'requestId' | 'opinionId' | 'signatureId' | 'remedyId'>> {
    const [requestId, opinionId, signatureId, remedyId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const insert = (table: string, row: Readonly<Record<string, unknown>>): Promise<unknown> => {
      const values = Object.values(row);
      const sql = `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${values.map(() => '?').join(', ')})`;
      return server.database.dataSource.query(sql, values);
    };
    const at = server.clock.now().getTime();
    const place = { instance_id: caseId, task_id: taskId, person_id: 'jia', hash: 'x' };
    const asked = { action: 'terminate', reason: '误立', state: 'OPEN', requested_by: 'wu', requested_at: at };
    await insert('case_control_request', { id: requestId, instance_id: caseId, ...asked });
    await insert('opinion_signature', {
      id: signatureId,
      ...place,
      method: 'password',
      snapshot: '{"attachmentHashes":[]}',
      shown: '{}',
      signed_at: at,
    });
    const said = { node_id: 'n', node_name: '环节', text: '同意', clauses: '[]', submitted_at: at, signature_id: signatureId };
    await insert('opinion_opinion', { id: opinionId, ...place, ...said });
    const filed = { kind: 'FILED', what: 'SUIT', day: '2026-10-09', note: '', noted_by: 'jia', noted_at: at };
    await insert('penalty_execution_entry', { id: remedyId, case_id: caseId, seq: 1, remedy_id: remedyId, ...filed });
    return { requestId, opinionId, signatureId, remedyId };
  }

  const addressOf = ({ path }: Endpoint, here: CaseIds): string =>
    `/api${path.replace(/:(\w+)/g, (_all, name: string) => (isCaseParam(name) ? here[name] : 'x'))}`;

  async function ask(
    person: Person,
    endpoint: Endpoint,
    taskId = ids.taskId,
  ): Promise<{ status: number; code: string; params?: object; message?: string }> {
    const { method, body, takesFile } = endpoint;
    const address = addressOf(endpoint, { ...ids, taskId });
    const content = body.kind === 'parsed' && body.schema instanceof z.ZodType ? sampleBody(body.schema) : {};
    const send = (): ReturnType<Person['get']> => {
      if (method === 'GET') return person.get(address);
      if (method === 'DELETE') return person.delete(address);
      if (takesFile) return person.upload(address, { name: 'b.txt', content: Buffer.from('样例') });
      return method === 'PUT' ? person.put(address, content) : person.post(address, content);
    };
    const { status, body: reply } = await send();
    return { status, code: reply.code, params: reply.params, message: reply.message };
  }

  /** What answers this person in another way than that there is nothing. */
  async function open(person: Person): Promise<readonly string[]> {
    const answers: string[] = [];
    for (const endpoint of endpoints) {
      const { status, code } = await ask(person, endpoint);
      const isHidden = status === 404 || (status === 403 && code === 'api.FORBIDDEN');
      if (!isHidden) answers.push(nameOf(endpoint));
    }
    return answers;
  }

  it('knows every kind of id there is: a new one has to be named in this file', () => {
    const known: readonly string[] = [...OF_A_CASE, ...OF_A_PERSON, ...OF_THE_HOUSE];
    const unknown = endpointsOf(server.app).flatMap((endpoint) => paramsOf(endpoint).filter((name) => !known.includes(name)));
    expect(unknown).toEqual([]);
    const house = endpointsOf(server.app).filter((endpoint) => paramsOf(endpoint).some((name) => OF_THE_HOUSE.includes(name)));
    const open = house.filter(({ policy }) => policy?.kind !== 'permission').map(nameOf);
    expect(open).toEqual(['GET /calendar/years/:year']);
  });

  it('asks with bodies that are in order, for things that are there', async () => {
    expect(endpoints.length).toBeGreaterThan(60);
    for (const { method, path, body } of endpoints) {
      if (body.kind !== 'parsed' || !(body.schema instanceof z.ZodType)) continue;
      const parsed = body.schema.safeParse(sampleBody(body.schema));
      expect(`${method} ${path} ${parsed.success}`).toBe(`${method} ${path} true`);
    }
    const reading = endpoints.filter(({ method }) => method === 'GET');
    const replies: string[] = [];
    for (const endpoint of reading) replies.push(`${nameOf(endpoint)} ${(await ask(jia, endpoint)).status}`);
    expect(replies.filter((reply) => !reply.endsWith(' 200'))).toEqual([]);
  });

  it.each(['mao', 'shen'])('finds neither the case nor anything in it (%s)', async (name) => {
    expect(await open(await server.signIn(name))).toEqual([]);
  });

  it('as an operator acts on cases as a whole, and on who works on them', async () => {
    expect(await open(await server.signIn('yin'))).toEqual(OF_OPERATORS);
  });

  it('cannot tell a task they may not see from one that never was', async () => {
    const mao = await server.signIn('mao');
    const ofTasks = endpoints.filter((endpoint) => paramsOf(endpoint).includes('taskId'));
    const told = async (endpoint: Endpoint, taskId: string): Promise<string> =>
      JSON.stringify(await ask(mao, endpoint, taskId)).replaceAll(taskId, 'x');
    for (const endpoint of ofTasks) {
      const [unseen, unknown] = [await told(endpoint, ids.taskId), await told(endpoint, randomUUID())];
      expect(`${nameOf(endpoint)} ${unseen}`).toBe(`${nameOf(endpoint)} ${unknown}`);
      expect(unseen).not.toContain(ids.caseId);
    }
    expect(ofTasks.length).toBeGreaterThan(20);
  });

  it('keeps sight of it once they have held a task there and given it away, and takes no part any more', async () => {
    // given
    const { body: started } = await jia
      .post('/api/cases', { definitionKey: 'penalty-ordinary', title: '转办案', data: { ...DATA, officers: { lead: 'jia', co: 'mao' } } })
      .expect(201);
    const caseId: string = started.id;
    const mao = await server.signIn('mao');
    await submit('jia', caseId, { reason: '现场检查发现', competent: true, withinLimitation: true, proposedOn: '2026-09-14' });
    const { id: taskId } = await openTask(jia, caseId);
    // when
    await mao.post(`/api/tasks/${taskId}/transfer`, { personId: 'yi', reason: '外出' }).expect(200);
    // then
    await mao.get(`/api/cases/${caseId}`).expect(200);
    await mao.get(`/api/cases/${caseId}/record`).expect(200);
    const { items } = (await mao.get('/api/cases').expect(200)).body;
    expect(items.map(({ id }: { id: string }) => id)).toContain(caseId);
    await mao.post(`/api/cases/${caseId}/messages`, { name: 'x', data: {} }).expect(403);
    await mao.post(`/api/tasks/${taskId}/submission`, { data: { filing: { coAgrees: true } } }).expect(403);
    await (await server.signIn('gui')).get(`/api/cases/${caseId}`).expect(404);
  });

  it('finds nothing where ids come in other ways', async () => {
    const mao = await server.signIn('mao');
    await mao.get(`/api/phrases?taskId=${ids.taskId}`).expect(404);
    await mao.get(`/api/events?caseId=${ids.caseId}`).expect(404);
    const reply = await mao.post('/api/tasks/batch-submission', { taskIds: [ids.taskId] });
    expect(JSON.stringify(reply.body)).toContain('engine.TASK_MISSING');
  });

  it('changes nothing that belongs to somebody else', async () => {
    // given
    const mao = await server.signIn('mao');
    const phrase = await jia.post('/api/phrases', { scope: 'personal', text: '情况属实' }).expect(201);
    const period = { fromAt: '2026-09-01T00:00:00Z', toAt: '2026-12-31T00:00:00Z' };
    const rule = await jia.post('/api/deputies', { deputyId: 'yi', mode: 'SHARE', reason: '出差', ...period });
    expect({ status: rule.status, body: rule.body }).toMatchObject({ status: 201 });
    // then
    await mao.post(`/api/phrases/${phrase.body.id}/use`).expect(404);
    await mao.delete(`/api/phrases/${phrase.body.id}`).expect(404);
    for (const act of ['ending', 'open-tasks']) {
      const reply = await mao.post(`/api/deputies/${rule.body.id}/${act}`, act === 'ending' ? { reason: '误设' } : {});
      expect([403, 404]).toContain(reply.status);
    }
  });
});
