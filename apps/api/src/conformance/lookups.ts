import type { Answer, CaseOperation, TaskOperation } from '@fashen/conformance';
import type { TaskView } from '@fashen/plugin-api';
import { textAt, valueAt } from './answers';
import type { Cast } from './cast';
import type { CaseRequest } from './case-requests';
import type { Desk } from './desk';
import type { KitClient } from './kit-client';
import { taskFor } from './task-finder';
import { type TaskRequest, taskRequestOf } from './task-requests';

const REASON = 'as the case of the kit says';
const ENDED: ReadonlySet<string> = new Set(['takeBack', 'takeBackVote']);
const MODES = { stepwise: 'STEPWISE', direct: 'DIRECT' } as const;
const SCOPES = { branch: 'BRANCH_ONLY', all: 'ALL' } as const;

/** One request, several, or why there is none. */
type Found = TaskRequest | readonly TaskRequest[] | Answer;

interface StoredReturn {
  readonly targetNodeId: string;
  readonly isOpen: boolean;
  readonly defects: readonly { readonly id: string }[];
  readonly stepwiseBecause?: string;
}

/** Finds the task an operation is about, and what its request must name. */
export class Lookups {
  private readonly cases = new Map<string, string>();

  constructor(
    private readonly desk: Desk,
    private readonly client: KitClient,
    private readonly cast: Cast,
  ) {}

  /** Keeps the first case under each name; the first of all is the one without a name. */
  addCase(name: string | undefined, instanceId: string): void {
    for (const key of [name ?? '', '']) if (!this.cases.has(key)) this.cases.set(key, instanceId);
  }

  caseId(name = ''): string {
    const found = this.cases.get(name);
    if (found === undefined) throw new Error(`no case ${name} was started`);
    return found;
  }

  /** The requests of an operation on a task, one after the other, with their whole path; or why there are none. */
  async taskRequests(operation: TaskOperation): Promise<readonly TaskRequest[] | Answer> {
    const personId = this.cast.idOf(operation.by);
    const tasks = await this.desk.tasks(this.caseId(operation.case));
    const actor = await this.desk.actor(personId);
    const task = taskFor({ personId, actor, node: operation.node, isEnded: ENDED.has(operation.op) }, tasks);
    if (!task) return { kind: 'refused', because: 'NOT_OFFERED', code: 'no task was ever there' };
    const found = taskRequestOf(operation, this.cast) ?? (await this.special(operation, task));
    if ('kind' in found) return found;
    const requests = 'path' in found ? [found] : found;
    return requests.map(({ path, body }) => ({ path: `tasks/${task.id}/${path}`, body }));
  }

  /** Words of the kit for what the case says about its last return. */
  async toldAfter({ by, case: name }: TaskOperation): Promise<readonly string[]> {
    const returns = await this.returnsOf(by, this.caseId(name));
    const reasons = returns.flatMap(({ stepwiseBecause }) => stepwiseBecause ?? []);
    return reasons.length > 0 ? ['FORCED_STEPWISE', ...reasons] : [];
  }

  /** The request of an operation on a case that names something of it. */
  async caseRequest(operation: CaseOperation): Promise<CaseRequest | undefined> {
    if (operation.op !== 'jump') return undefined;
    const { waiting } = await this.desk.instance(this.caseId(operation.case));
    const executionId = waiting.find(({ nodeId }) => nodeId === operation.from)?.executionId ?? 'none';
    return { path: 'jump', body: { executionId, nodeId: operation.to, reason: REASON } };
  }

  private special(operation: TaskOperation, task: TaskView): Promise<Found> | Found {
    switch (operation.op) {
      case 'agree':
        return this.agreement(operation, task);
      case 'return':
        return this.giveBack(operation, task);
      case 'resubmit':
        return this.resubmission(operation, task);
      case 'removeSeat':
        return this.removal(operation, task);
      default:
        return { kind: 'unsupported', why: `${operation.op} is not known here` };
    }
  }

  /** A step of one person is handed in with its form; a seat is a vote. */
  private agreement({ opinion, data = {} }: Extract<TaskOperation, { op: 'agree' | 'against' | 'abstain' }>, task: TaskView): TaskRequest {
    if (task.kind === 'VISIT') return { path: 'submission', body: { data: this.cast.toIds(data) } };
    return { path: 'agreement', body: { opinion: opinion ?? 'agreed' } };
  }

  private async giveBack(operation: Extract<TaskOperation, { op: 'return' }>, task: TaskView): Promise<TaskRequest | Answer> {
    const { body, status } = await this.client.get(this.cast.idOf(operation.by), `tasks/${task.id}/return-targets`);
    if (status === 404 && textAt(body, 'code') === 'api.NOT_FOUND')
      return { kind: 'unsupported', why: 'no installed plugin returns cases' };
    const targets = (valueAt(body, 'targets') ?? []) as readonly Record<'nodeId' | 'instanceId' | 'executionId', string>[];
    const target = targets.find(({ nodeId }) => nodeId === operation.to);
    if (!target) return { kind: 'refused', because: 'NOT_OFFERED', code: textAt(body, 'code') ?? 'not among the targets' };
    const { mode = 'stepwise', scope = 'branch', defects = [] } = operation;
    const { instanceId, executionId } = target;
    return { path: 'return', body: { instanceId, executionId, mode: MODES[mode], scope: SCOPES[scope], reason: REASON, defects } };
  }

  /** A step of one person is handed in with its answers. At a seat the defects are answered, and then it is a vote. */
  private async resubmission({ by, data = {} }: Extract<TaskOperation, { op: 'resubmit' }>, task: TaskView): Promise<Found> {
    const open = (await this.returnsOf(by, task.instanceId))
      .filter(({ isOpen, targetNodeId }) => isOpen && targetNodeId === task.nodeId)
      .at(-1);
    const answers = (open?.defects ?? []).map(({ id }) => ({ defectId: id, isFixed: true, text: 'fixed' }));
    if (task.kind === 'VISIT') return { path: 'resubmission', body: { answers, output: this.cast.toIds(data) } };
    return [
      { path: 'resubmission', body: { answers } },
      { path: 'agreement', body: { opinion: 'corrected' } },
    ];
  }

  private async returnsOf(by: string, instanceId: string): Promise<readonly StoredReturn[]> {
    const { body } = await this.client.get(this.cast.idOf(by), `cases/${instanceId}/rework`);
    return (valueAt(body, 'returns') ?? []) as readonly StoredReturn[];
  }

  private async removal({ by, of }: Extract<TaskOperation, { op: 'removeSeat' }>, task: TaskView): Promise<TaskRequest> {
    const { body } = await this.client.get(this.cast.idOf('root'), `tasks/${task.id}/board`);
    const seats = (valueAt(body, 'seats') ?? []) as readonly Record<'id' | 'personId', string>[];
    const seatId = seats.findLast(({ personId }) => personId === this.cast.idOf(of))?.id ?? by;
    return { path: 'removed-signer', body: { seatId, reason: REASON } };
  }
}
