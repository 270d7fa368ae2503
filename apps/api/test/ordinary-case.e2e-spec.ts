import { JobRunner, OutboxDispatcher } from '@fashen/engine';
import type { Response } from 'supertest';
import { type Person, startTestApp, type TestApp } from './test-app';

interface OpenTask {
  readonly id: string;
  readonly nodeId: string;
  readonly state: string;
}

/** A penalty case led over HTTP by the people of the sample bureau, from filing to closing. */
class OrdinaryCase {
  private readonly people = new Map<string, Person>();

  private constructor(
    private readonly server: TestApp,
    readonly id: string,
  ) {}

  static async start(server: TestApp, party: object): Promise<OrdinaryCase> {
    const data = {
      party,
      case: { cause: '工地扬尘', conduct: '未覆盖、未冲洗', conductDate: '2026-09-10', place: '样例路 1 号', source: 'PATROL' },
      officers: { lead: 'jia', co: 'yi' },
    };
    const jia = await server.signIn('jia');
    const reply = await jia.post('/api/cases', { definitionKey: 'penalty-ordinary', title: '样例建设集团扬尘案', data });
    expect({ status: reply.status, body: reply.body }).toMatchObject({ status: 201 });
    return new OrdinaryCase(server, reply.body.id);
  }

  /** The open task of a node, claimed by this person when nobody holds it. */
  async take(name: string, nodeId: string): Promise<{ readonly person: Person; readonly task: OpenTask }> {
    const person = this.people.get(name) ?? (await this.server.signIn(name));
    this.people.set(name, person);
    const reply = await person.get(`/api/cases/${this.id}`).expect(200);
    const tasks: readonly OpenTask[] = reply.body.tasks;
    const task = tasks.find((one) => one.nodeId === nodeId && ['READY', 'ASSIGNED'].includes(one.state));
    if (!task) throw new Error(`no open task at ${nodeId}: ${JSON.stringify(tasks.map((one) => [one.nodeId, one.state]))}`);
    if (task.state === 'READY') await person.post(`/api/tasks/${task.id}/claim`).expect(200);
    return { person, task };
  }

  async fill(name: string, nodeId: string, data: object): Promise<Response> {
    const { person, task } = await this.take(name, nodeId);
    await person.get(`/api/tasks/${task.id}/form`).expect(200);
    return person.post(`/api/tasks/${task.id}/submission`, { data });
  }

  async step(name: string, nodeId: string, data: object): Promise<void> {
    const reply = await this.fill(name, nodeId, data);
    expect({ nodeId, status: reply.status, body: reply.body }).toMatchObject({ nodeId, status: 200 });
  }

  async act(name: string, nodeId: string, [act, body]: readonly [string, object]): Promise<Response> {
    const { person, task } = await this.take(name, nodeId);
    return person.post(`/api/tasks/${task.id}/${act}`, body);
  }

  async until(at: string): Promise<void> {
    this.server.clock.set(new Date(at));
    this.people.clear();
    await this.server.app.get(JobRunner).runDue();
    await this.server.app.get(OutboxDispatcher).runDue();
  }

  async waiting(): Promise<readonly string[]> {
    const ding = await this.server.signIn('ding');
    const reply = await ding.get(`/api/cases/${this.id}`).expect(200);
    return reply.body.instance.waiting.map((one: { nodeId: string }) => one.nodeId);
  }

  async fileAndInvestigate(): Promise<void> {
    const filing = { reason: '现场检查发现', competent: true, withinLimitation: true, proposedOn: '2026-09-14' };
    const record = { certificateShown: true, recusalTold: true, siteRecordOn: '2026-09-15', closedOn: '2026-09-18' };
    await this.step('jia', 'proposeFiling', { filing });
    await this.step('yi', 'confirmFiling', { filing: { coAgrees: true } });
    await this.step('wu', 'approveFiling', { filing: { approved: true, comment: '同意立案', filedOn: '2026-09-14' } });
    await this.step('jia', 'investigate', { investigation: { summary: '已完成调查', evidenceKinds: ['SITE_RECORD'], ...record } });
  }

  async draft(fine: number): Promise<void> {
    const no = ['structureRemoval', 'publicInterestMajor', 'complex', 'crossRegion', 'crimeSuspected', 'mitigationOrNoPenalty', 'urgent'];
    const more = ['consecutiveDailyFine', 'namedByHigher', 'governmentApprovalRequired'];
    const words = { facts: '事实清楚', evidence: '现场笔录', legalBasis: '样例条款', discretion: '按基准' };
    const answers = Object.fromEntries([...no, ...more].map((name) => [name, false]));
    await this.step('jia', 'draftReport', {
      draft: { proposal: 'PENALTY', ...words, kinds: ['FINE'], fine, socialImpact: 'NONE', ...answers },
    });
    await this.step('xin', 'unitApproval', { unitApproval: { approved: true, comment: '同意' } });
  }

  async review(code: string): Promise<void> {
    await this.step('jia', 'submitReview', { submission: { materials: ['DRAFT_DECISION', 'INVESTIGATION_REPORT', 'EVIDENCE'] } });
    await this.step('bing', 'acceptReview', { acceptance: { complete: true, receivedOn: '2026-09-22' } });
    const { person, task } = await this.take('bing', 'legalReview');
    const view = await person.get(`/api/tasks/${task.id}/review`).expect(200);
    const checklist = view.body.checklist.map((item: { code: string }) => ({ code: item.code, result: 'OK', note: '已核对' }));
    await person.post(`/api/tasks/${task.id}/opinion`, { code, text: '审核意见', checklist, citations: [] }).expect(200);
    expect((await this.act('ding', 'signOpinion', ['signature', { agrees: true, comment: '' }])).status).toBe(200);
  }

  async notify(fine: number): Promise<void> {
    const days = { servedOn: '2026-09-28', windowEndsOn: '2026-10-10' };
    await this.step('jia', 'notice', { notice: { kinds: ['FINE'], fine, hearingRightTold: true, mode: 'DIRECT', ...days, served: true } });
    await this.until('2026-10-12T09:00:00+08:00');
    await this.step('jia', 'recheck', { recheck: { changed: false, renotify: false, note: '无变化' } });
  }
}

describe('a penalty case over HTTP', () => {
  let server: TestApp;
  const decision = { approved: true, comment: '同意', decision: { number: '样城执罚决〔2026〕1号' } };

  beforeEach(async () => {
    server = await startTestApp({}, true);
    server.clock.set(new Date('2026-09-14T09:00:00+08:00'));
  });

  afterEach(() => server.drop());

  it('goes from filing to closing, with review, notice, decision, disclosure and a record that verifies', async () => {
    // given
    const run = await OrdinaryCase.start(server, { name: '样例建设集团有限公司', type: 'ORGANISATION' });
    await run.fileAndInvestigate();
    await run.draft(80_000);
    await run.review('PASS');
    await run.notify(80_000);
    // when
    const decided = await run.act('ji', 'decide', ['decision', decision]);
    // then
    expect({ status: decided.status, body: decided.body }).toMatchObject({ status: 200 });
    await run.step('jia', 'serve', { service: { mode: 'DIRECT', servedOn: '2026-10-14', receiver: '当事人', withheld: false } });
    await run.step('gui', 'disclose', { disclosure: { text: '公示文本', channels: ['PORTAL'], publishedOn: '2026-10-20' } });
    await run.step('ding', 'governmentFiling', { governmentFiling: { organ: '司法局', filedOn: '2026-10-20' } });
    await run.until('2026-10-14T09:00:00+08:00');
    await run.step('jia', 'collectFine', { payment: { state: 'PAID', paidOn: '2026-10-14', amount: 80_000 } });
    await run.step('jia', 'proposeClosing', { closing: { execution: 'PERFORMED', note: '已缴纳' } });
    await run.step('wu', 'approveClosing', { closing: { approved: true } });
    const ding = await server.signIn('ding');
    expect((await ding.get(`/api/cases/${run.id}`)).body.instance).toMatchObject({ status: 'COMPLETED' });
    const record = await ding.get(`/api/cases/${run.id}/record/verification`).expect(200);
    expect(record.body.broken).toBeUndefined();
    expect(record.body.rows).toBeGreaterThan(30);
  });

  it('has no way from a failing opinion to a decision', async () => {
    // given
    const run = await OrdinaryCase.start(server, { name: '样例建设集团有限公司', type: 'ORGANISATION' });
    await run.fileAndInvestigate();
    await run.draft(80_000);
    // when
    await run.review('SUPPLEMENT');
    // then
    const waiting = await run.waiting();
    expect(waiting).not.toContain('decide');
    expect(waiting).not.toContain('notice');
    const ji = await server.signIn('ji');
    const review = await ji.get(`/api/cases/${run.id}/review`).expect(200);
    expect(review.body).toMatchObject({ isReviewed: true, gate: { mayDecide: false } });
  });

  it('is decided once when two heads decide at the same moment', async () => {
    // given
    const run = await OrdinaryCase.start(server, { name: '样例建设集团有限公司', type: 'ORGANISATION' });
    await run.fileAndInvestigate();
    await run.draft(80_000);
    await run.review('PASS');
    await run.notify(80_000);
    const [ji, wu] = [await server.signIn('ji'), await server.signIn('wu')];
    const tasks: readonly OpenTask[] = (await ji.get(`/api/cases/${run.id}`)).body.tasks;
    const task = tasks.find((one) => one.nodeId === 'decide');
    // when
    const replies = await Promise.all([ji, wu].map((head) => head.post(`/api/tasks/${task?.id}/decision`, decision)));
    // then
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409]);
    const late = replies.find((reply) => reply.status === 409);
    expect(late?.body).toMatchObject({
      code: 'engine.TASK_ENDED',
      params: { byName: expect.stringMatching(/样例$/), at: expect.anything() },
    });
    expect(late?.body.message).toMatch(/样例/);
  });
});
