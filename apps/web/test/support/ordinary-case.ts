import { Client } from './client';
import type { TestServer } from './server';

interface OpenTask {
  readonly id: string;
  readonly nodeId: string;
  readonly nodeName: string;
  readonly state: string;
}

const ANSWERED_NO = [
  'structureRemoval',
  'publicInterestMajor',
  'complex',
  'crossRegion',
  'crimeSuspected',
  'mitigationOrNoPenalty',
  'urgent',
  'consecutiveDailyFine',
  'namedByHigher',
  'governmentApprovalRequired',
];

/** A penalty case against an organisation, led over the API to where a browser test begins. */
export class OrdinaryCase {
  private readonly people = new Map<string, Client>();

  private constructor(
    private readonly server: TestServer,
    readonly id: string,
  ) {}

  /** Jia finds something; the case waits at `proposeFiling`. */
  static async start(server: TestServer, title = '样例建设集团扬尘案', officers = { lead: 'jia', co: 'yi' }): Promise<OrdinaryCase> {
    const data = {
      party: { name: '样例建设集团有限公司', type: 'ORGANISATION' },
      case: { cause: '工地扬尘', conduct: '未覆盖、未冲洗', conductDate: '2026-09-10', place: '样例路 1 号', source: 'PATROL' },
      officers,
    };
    const jia = await Client.signIn(server, 'jia');
    const { id } = await jia.post<{ id: string }>('/cases', { definitionKey: 'penalty-ordinary', title, data });
    const started = new OrdinaryCase(server, id);
    started.people.set('jia', jia);
    return started;
  }

  /** Filing, agreed and approved. */
  async file(): Promise<void> {
    const filing = { reason: '现场检查发现', competent: true, withinLimitation: true, proposedOn: '2026-09-14' };
    await this.step('jia', 'proposeFiling', { filing });
    await this.step('yi', 'confirmFiling', { filing: { coAgrees: true } });
    await this.step('wu', 'approveFiling', { filing: { approved: true, comment: '同意立案', filedOn: '2026-09-14' } });
  }

  async investigate(): Promise<void> {
    const record = { certificateShown: true, recusalTold: true, siteRecordOn: '2026-09-15', closedOn: '2026-09-18' };
    await this.step('jia', 'investigate', { investigation: { summary: '已完成调查', evidenceKinds: ['SITE_RECORD'], ...record } });
  }

  /** Proposes a fine (yuan) that the head of the unit approves; then the catalog decides where the case goes. */
  async propose(fine: number): Promise<void> {
    const words = { facts: '事实清楚', evidence: '现场笔录', legalBasis: '样例条款', discretion: '按基准' };
    const answers = Object.fromEntries(ANSWERED_NO.map((name) => [name, false]));
    const draft = { proposal: 'PENALTY', ...words, kinds: ['FINE'], fine, socialImpact: 'NONE', ...answers };
    await this.step('jia', 'draftReport', { draft });
    await this.step('xin', 'unitApproval', { unitApproval: { approved: true, comment: '同意' } });
  }

  /** Hands the file to the legal section, which takes it. */
  async submitForReview(): Promise<void> {
    await this.step('jia', 'submitReview', { submission: { materials: ['DRAFT_DECISION', 'EVIDENCE'] } });
    await this.step('bing', 'acceptReview', { acceptance: { complete: true, receivedOn: '2026-09-22' } });
  }

  /** A passing opinion on every item, signed. */
  async review(): Promise<void> {
    await this.submitForReview();
    const bing = await this.as('bing');
    const task = await this.openTask('bing', 'legalReview');
    const { checklist } = await bing.get<{ checklist: readonly { code: string }[] }>(`/tasks/${task.id}/review`);
    const items = checklist.map(({ code }) => ({ code, result: 'OK', note: '已核对' }));
    await bing.post(`/tasks/${task.id}/opinion`, { code: 'PASS', text: '同意', checklist: items, citations: [] });
    const ding = await this.as('ding');
    const signing = await this.openTask('ding', 'signOpinion');
    await ding.post(`/tasks/${signing.id}/claim`);
    await ding.post(`/tasks/${signing.id}/signature`, { agrees: true, comment: '' });
  }

  /** Tells the party, whose window has ended in silence; nothing has changed. */
  async notify(fine: number): Promise<void> {
    const days = { servedOn: '2026-09-28', windowEndsOn: '2026-10-10' };
    const notice = { kinds: ['FINE'], fine, hearingRightTold: true, mode: 'DIRECT', ...days, served: true };
    await this.step('jia', 'notice', { notice });
    await this.recheck();
  }

  /** Waits until the window has ended by itself, then checks the draft once more. */
  async recheck(): Promise<void> {
    for (let tries = 0; !(await this.waiting()).includes('复核拟处理意见'); tries += 1) {
      if (tries > 100) throw new Error('the window of the party did not end');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await this.step('jia', 'recheck', { recheck: { changed: false, renotify: false, note: '无变化' } });
  }

  /** The chief decides; the decision is served on 14 October and published. Refused where a review is needed and was not passed. */
  async decideAndServe(): Promise<void> {
    const task = await this.openTask('ji', 'decide');
    const ji = await this.as('ji');
    await ji.post(`/tasks/${task.id}/claim`);
    await ji.post(`/tasks/${task.id}/decision`, { approved: true, comment: '同意', decision: { number: '样城执罚决〔2026〕1号' } });
    await this.step('jia', 'serve', { service: { mode: 'DIRECT', servedOn: '2026-10-14', receiver: '当事人', withheld: false } });
    await this.step('gui', 'disclose', { disclosure: { text: '公示文本', channels: ['PORTAL'], publishedOn: '2026-10-20' } });
  }

  /** Names of the steps that wait for a person. */
  async waiting(): Promise<readonly string[]> {
    return (await this.openTasks('ding')).map((task) => task.nodeName);
  }

  /** Does one step as its form asks; claims it first where nobody holds it. */
  async step(name: string, nodeId: string, data: object): Promise<void> {
    const task = await this.openTask(name, nodeId);
    const person = await this.as(name);
    if (task.state === 'READY') await person.post(`/tasks/${task.id}/claim`);
    await person.get(`/tasks/${task.id}/form`);
    await person.post(`/tasks/${task.id}/submission`, { data });
  }

  private async openTask(name: string, nodeId: string): Promise<OpenTask> {
    const tasks = await this.openTasks(name);
    const task = tasks.find((one) => one.nodeId === nodeId);
    if (!task) throw new Error(`no open task at ${nodeId}, but at ${tasks.map((one) => one.nodeId).join(', ')}`);
    return task;
  }

  private async openTasks(name: string): Promise<readonly OpenTask[]> {
    const person = await this.as(name);
    const { tasks } = await person.get<{ tasks: readonly OpenTask[] }>(`/cases/${this.id}`);
    return tasks.filter((task) => task.state === 'READY' || task.state === 'ASSIGNED');
  }

  private async as(name: string): Promise<Client> {
    const known = this.people.get(name) ?? (await Client.signIn(this.server, name));
    this.people.set(name, known);
    return known;
  }
}
