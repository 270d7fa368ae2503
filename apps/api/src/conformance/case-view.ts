import type { CaseState, CaseStatus, Copy, OpenTask, Seat } from '@fashen/conformance';
import { type InstanceView, type TaskView, WAITING_MARKS } from '@fashen/plugin-api';
import { textAt, valueAt } from './answers';
import type { Cast } from './cast';
import type { Desk } from './desk';
import type { KitClient } from './kit-client';
import { keptBytes } from './kept-bytes.repository';
import { recordInWords, type StoredEntry } from './record-words';
import { isWork } from './task-finder';
import { visitsInWords } from './visit-words';

const KINDS: Readonly<Record<TaskView['kind'], OpenTask['kind']>> = {
  VISIT: 'main',
  SEAT: 'main',
  ADVICE: 'advice',
  BEFORE: 'before',
  AFTER: 'after',
  REWORK: 'rework',
};
const PAGE = 200;

/** Shows a case in the words of the kit. What people see is asked over HTTP, as `root` who may read all. */
export class CaseView {
  constructor(
    private readonly desk: Desk,
    private readonly client: KitClient,
    private readonly cast: Cast,
    private readonly results: ReadonlySet<string>,
  ) {}

  async state(instanceId: string): Promise<CaseState> {
    const family = await this.desk.family(instanceId);
    const [own] = family;
    if (!own) throw new Error('the case does not exist');
    const tasks = await this.desk.tasks(instanceId);
    const record = (await Promise.all(family.map(({ id }) => this.record(id)))).flat();
    const { copies, printed } = await this.circulation(instanceId);
    return {
      status: await this.statusOf(own),
      open: tasks.filter(isWork).map((task) => this.openTask(task)),
      seats: await this.seats(tasks),
      visits: visitsInWords({ tasks, record, counting: await this.desk.counting(instanceId) }),
      record: recordInWords(record, (personId) => this.cast.nameOf(personId)),
      ...{ copies, printed, data: this.dataOf(own) },
      stateBytes: await this.desk.read((tx) => keptBytes(tx, instanceId)),
    };
  }

  private openTask(task: TaskView): OpenTask {
    const { nodeId, assigneeId, candidates, kind, mark, dueAt } = task;
    const who =
      assigneeId === undefined
        ? { candidates: candidates.map((principal) => this.cast.principalName(principal)) }
        : { holder: this.cast.nameOf(assigneeId) };
    const waiting = mark !== undefined && mark !== 'seats' && WAITING_MARKS.includes(mark);
    return { node: nodeId, ...who, kind: KINDS[kind], waiting, ...(dueAt && { dueAt: dueAt.toISOString() }) };
  }

  private async seats(tasks: readonly TaskView[]): Promise<readonly Seat[]> {
    const seated = new Set(tasks.filter(({ kind }) => kind !== 'VISIT').map(({ executionId }) => executionId));
    const times = new Map<string, number>();
    const seats: Seat[] = [];
    for (const { id, nodeId, executionId } of tasks.filter(({ kind }) => kind === 'VISIT')) {
      const visit = (times.get(nodeId) ?? 0) + 1;
      times.set(nodeId, visit);
      if (seated.has(executionId)) seats.push(...(await this.board(id, nodeId, visit)));
    }
    return seats;
  }

  private async board(taskId: string, node: string, visit: number): Promise<readonly Seat[]> {
    const { body } = await this.ask(`tasks/${taskId}/board`);
    const seats = (valueAt(body, 'seats') ?? []) as readonly Record<'kind' | 'status' | 'personId', string>[];
    return seats
      .filter(({ kind, status }) => ['MAIN', 'ADDED'].includes(kind) && status !== 'TAKEN_BACK')
      .map(({ personId, status }) => ({
        ...{ node, visit, person: this.cast.nameOf(personId) },
        status: (status === 'WAITING_AFTER' ? 'PENDING' : status) as Seat['status'],
      }));
  }

  private async record(instanceId: string): Promise<readonly StoredEntry[]> {
    const entries: (StoredEntry & { readonly seq: number })[] = [];
    for (;;) {
      const after = entries.at(-1)?.seq ?? 0;
      const { body } = await this.ask(`cases/${instanceId}/record?limit=${PAGE}&after=${after}`);
      const items = (valueAt(body, 'items') ?? []) as typeof entries;
      entries.push(...items);
      if (items.length < PAGE) return entries;
    }
  }

  private async circulation(instanceId: string): Promise<Pick<CaseState, 'copies' | 'printed'>> {
    const { body } = await this.ask(`cases/${instanceId}/copies`);
    const receipts = (valueAt(body, 'receipts') ?? []) as readonly { personId: string; mode: string; readAt?: number }[];
    const comments = (valueAt(body, 'comments') ?? []) as readonly { text: string }[];
    const copies = receipts.map(({ personId, mode, readAt }): Copy => ({
      person: this.cast.nameOf(personId),
      kind: mode === 'copy' ? 'CC' : 'CIRCULATE',
      read: readAt !== undefined,
    }));
    return { copies, printed: comments.map(({ text }) => text) };
  }

  private async statusOf({ id, status }: InstanceView): Promise<CaseStatus> {
    const { body } = await this.ask(`cases/${id}/rework`);
    const ending = textAt(valueAt(body, 'ending'), 'kind');
    if (ending === 'REJECTED' || ending === 'WITHDRAWN') return ending;
    if (status === 'FAILED') throw new Error('the case has failed');
    return status;
  }

  private dataOf({ variables }: InstanceView): CaseState['data'] {
    const data = Object.entries(this.cast.toNames(variables)).map(([field, value]) => [
      field,
      this.results.has(field) ? verdictOf(value) : value,
    ]);
    return Object.fromEntries(data) as CaseState['data'];
  }

  private ask(path: string): ReturnType<KitClient['get']> {
    return this.client.get(this.cast.idOf('root'), path);
  }
}

const verdictOf = (value: unknown): string => (textAt(value, 'result') === 'passed' ? 'PASS' : 'FAIL');
