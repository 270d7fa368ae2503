import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Person, startTestApp, type TestApp } from './test-app';

/** A case over HTTP alone, from the drawing of its process to the end of its record. */
describe('a case over HTTP', () => {
  let server: TestApp;
  let people: Record<'jia' | 'xin' | 'mao' | 'ren' | 'ding' | 'yin', Person>;

  beforeAll(async () => {
    server = await startTestApp();
    const signedIn = async (name: string): Promise<[string, Person]> => [name, await server.signIn(name)];
    people = Object.fromEntries(await Promise.all(['jia', 'xin', 'mao', 'ren', 'ding', 'yin'].map(signedIn))) as typeof people;
    const xml = await readFile(join(__dirname, 'case-journey.bpmn'), 'utf8');
    await people.ren.post('/api/processes/journey/publication', { xml, reason: '启用' }).expect(201);
  });
  afterAll(() => server.drop());

  const start = async (): Promise<string> => {
    const reply = await people.jia.post('/api/cases', { definitionKey: 'journey', title: '占道经营' }).expect(201);
    return (reply.body as { id: string }).id;
  };
  const firstTask = async (who: Person, view: string, caseId: string): Promise<string> => {
    const reply = await who.get(`/api/tasks?view=${view}&limit=200`).expect(200);
    const { items } = reply.body as { items: { id: string; instanceId: string }[] };
    return items.find((item) => item.instanceId === caseId)?.id ?? '';
  };

  it('cannot be started on a process that does not exist', async () => {
    const reply = await people.jia.post('/api/cases', { definitionKey: 'nowhere', title: '占道经营', data: { party: { name: 'x' } } });
    expect(reply.status).toBe(404);
    expect(reply.body).toMatchObject({ code: 'engine.NO_SUCH_PROCESS' });
  });

  it('is found, claimed, put back, read and verified by those who may, and by nobody else', async () => {
    // given
    const id = await start();
    const taskId = await firstTask(people.xin, 'claimable', id);
    // when
    await people.xin.post(`/api/tasks/${taskId}/claim`).expect(200);
    // then
    expect((await people.xin.get('/api/tasks/counts').expect(200)).body).toMatchObject({ assigned: 1 });
    expect((await people.xin.get(`/api/tasks/${taskId}`).expect(200)).body).toMatchObject({ panel: 'form', mayComplete: true });
    await people.xin.post(`/api/tasks/${taskId}/release`).expect(200);
    expect((await people.jia.get(`/api/cases/${id}`).expect(200)).body).toMatchObject({
      instance: { businessKey: expect.stringMatching(/^样城执罚立〔2026〕\d+号$/) as string },
      tasks: [{ nodeName: '审批', state: 'READY' }],
    });
    expect((await people.jia.get(`/api/cases/${id}/review`).expect(200)).body).toMatchObject({ isReviewed: false });
    expect((await people.jia.get(`/api/cases/${id}/diagram`).expect(200)).body).toMatchObject({
      trail: { nodes: { start: 1, approve: 1 } },
    });
    const { items } = (await people.jia.get(`/api/cases/${id}/record?limit=200`).expect(200)).body as { items: { act: string }[] };
    expect(items.map((entry) => entry.act)).toEqual(
      expect.arrayContaining(['engine.instanceStarted', 'assignment.claimed', 'assignment.released']),
    );
    const verification = await people.jia.get(`/api/cases/${id}/record/verification`).expect(200);
    expect(verification.body).toMatchObject({ cases: 1, rows: items.length });
    expect((await people.mao.get(`/api/tasks/${taskId}`).expect(404)).body).toMatchObject({ code: 'engine.TASK_MISSING' });
    for (const path of [`/api/cases/${id}`, `/api/cases/${id}/diagram`, `/api/cases/${id}/record`])
      expect((await people.mao.get(path).expect(404)).body).toMatchObject({ code: 'case-file.CASE_MISSING' });
  });

  it('tells the loser of a race who won, in words', async () => {
    // given
    const id = await start();
    const taskId = await firstTask(people.xin, 'claimable', id);
    await people.yin.post(`/api/tasks/${taskId}/assignment`, { assigneeId: 'ding', reason: '负责人外出' }).expect(200);
    // when
    const late = await people.xin.post(`/api/tasks/${taskId}/claim`).expect(409);
    // then
    expect(late.body).toMatchObject({
      code: 'assignment.ALREADY_CLAIMED',
      message: expect.stringMatching(/^丁样例已于 .+ 先认领了这项任务。$/),
      params: { by: 'ding' },
    });
  });

  it('is ended before its time only with the right and a reason', async () => {
    // given
    const id = await start();
    // when
    await people.jia.post(`/api/cases/${id}/termination`, { reason: '误立' }).expect(403);
    await people.xin.post(`/api/cases/${id}/termination`, { reason: ' ' }).expect(400);
    await people.xin.post(`/api/cases/${id}/termination`, { reason: '重复立案' }).expect(200);
    // then
    expect((await people.jia.get(`/api/cases?status=TERMINATED`).expect(200)).body).toMatchObject({ items: [{ id }] });
  });

  it('refuses what its people have no right to, and what is not asked for as described', async () => {
    await people.jia.get('/api/incidents').expect(403);
    await people.jia.get('/api/record/verification').expect(403);
    await people.jia.post('/api/processes/journey/publication', { xml: '<x/>', reason: '试' }).expect(403);
    await people.yin.post('/api/cases', { definitionKey: 'journey', title: '占道经营' }).expect(403);
    await people.jia.get('/api/tasks?view=all').expect(400);
    await people.jia.post('/api/cases', { definitionKey: 'journey', title: '占道经营', number: '自编号' }).expect(400);
    await people.jia.post('/api/cases', { definitionKey: 'no-such-process', title: '占道经营' }).expect(404);
    await people.ding.get('/api/record/verification').expect(200);
    await people.yin.get('/api/incidents').expect(200);
  });

  it('does not start twice when the same request comes twice', async () => {
    // given
    const body = { definitionKey: 'journey', title: '占道经营' };
    const send = () => people.jia.post('/api/cases', body).set('Idempotency-Key', 'journey-1').expect(201);
    // when
    const [first, second] = [await send(), await send()];
    // then
    expect(second.body).toEqual(first.body);
  });
});
