import { Injectable } from '@nestjs/common';
import { Instances, type InstanceView, type JsonObject, principalsOf, Tasks, type TaskView, type Tx } from '@fashen/plugin-api';
import {
  approvalErrors,
  hasOwnForm,
  isTaken,
  plainSignRule,
  type Seat,
  SIGN,
  type SignOperation,
  type SignRule,
  signRuleOf,
  votingSeats,
} from '../model';
import { ApprovalPeople } from './approval-people';
import { ApprovalRepository } from './approval.repository';

/** A task with all that belongs to its visit. */
export interface Desk {
  readonly instance: InstanceView;
  readonly task: TaskView;
  readonly visit: TaskView;
  /** Tasks of the visit, the visit itself among them. */
  readonly tasks: readonly TaskView[];
  /** All seats of the visit; empty while one person holds it. */
  readonly seats: readonly Seat[];
  /** The seat of the task. */
  readonly seat?: Seat;
  readonly rule: SignRule;
  /** The drawing lets several sign here. */
  readonly isSign: boolean;
  /** The step asks its holder for more than a vote, and only one person can fill it in. */
  readonly hasForm: boolean;
}

/** What an act presupposes. */
export interface Expect {
  readonly expectedVersion?: number;
}

/** Reads what lies on the desk of a person, under the lock of the case, and refuses what stands against an act in general. */
@Injectable()
export class DeskService {
  constructor(
    private readonly instances: Instances,
    private readonly tasks: Tasks,
    private readonly people: ApprovalPeople,
    private readonly repository: ApprovalRepository,
  ) {}

  /** Locks the case; then nobody else changes it. The task of a case one may not see does not exist. */
  async lock(tx: Tx, taskId: string): Promise<Desk> {
    await this.people.requireSight(tx, await this.tasks.require(tx, taskId));
    return this.lockAny(tx, taskId);
  }

  /** For those who manage signers, also of cases they do not see. */
  async lockAny(tx: Tx, taskId: string): Promise<Desk> {
    const { instanceId } = await this.tasks.require(tx, taskId);
    const instance = await this.instances.lock(tx, instanceId);
    if (instance.status === 'SUSPENDED') throw approvalErrors.CASE_SUSPENDED({ caseId: instanceId });
    if (instance.status !== 'RUNNING') throw approvalErrors.CASE_ENDED({ caseId: instanceId });
    return this.read(tx, taskId, instance);
  }

  async read(tx: Tx, taskId: string, instance: InstanceView): Promise<Desk> {
    const task = await this.tasks.require(tx, taskId);
    const tasks = (await this.tasks.ofInstance(tx, instance.id)).filter(({ executionId }) => executionId === task.executionId);
    const visit = tasks.find(({ kind }) => kind === 'VISIT') ?? task;
    const extensions = (await this.instances.model(tx, instance.id)).elements.get(task.nodeId)?.extensions ?? {};
    const seats = await this.repository.ofVisit(tx, visit.id);
    const seat = seats.find(({ id }) => id === taskId);
    const rule = ruleOf(extensions[SIGN]);
    const step = { rule, isSign: SIGN in extensions, hasForm: !rule.eachAnswers && hasOwnForm(Object.keys(extensions)) };
    return { instance, task, visit, tasks, seats, ...step, ...(seat && { seat }) };
  }

  /** The desk of the holder of an open task who waits for nobody. */
  async lockFor(tx: Tx, taskId: string, { expectedVersion }: Expect): Promise<Desk> {
    const desk = await this.lock(tx, taskId);
    await this.requireOpen(tx, desk.task);
    requireHolder(tx, desk.task);
    const { rowVersion, mark } = desk.task;
    if (expectedVersion !== undefined && expectedVersion !== rowVersion)
      throw approvalErrors.STALE({ taskId, expected: expectedVersion, actual: rowVersion });
    if (mark !== undefined) throw approvalErrors.WAITS_FOR_OTHERS({ taskId, mark });
    return desk;
  }

  /** The loser of a race learns who won and when. */
  async requireOpen(tx: Tx, task: TaskView): Promise<void> {
    if (isOpenTask(task)) return;
    const { id: taskId, state, endedBy = '', cause = '', endedAt } = task;
    const byName = await this.people.nameOf(tx, endedBy);
    throw approvalErrors.TASK_ENDED({ taskId, state, by: endedBy, byName, cause, at: endedAt?.toISOString() });
  }

  /** A person who may get work of this visit: active, not the actor, without a seat in it, and not kept apart by duties. */
  async requireTarget(tx: Tx, desk: Desk, personId: string): Promise<void> {
    await this.requireActive(tx, personId);
    if (personId === desk.task.assigneeId || personId === tx.actor.personId) throw approvalErrors.TARGET_IS_ACTOR({ personId });
    const holds = desk.tasks.some((task) => isOpenTask(task) && task.assigneeId === personId);
    if (holds || isTaken(desk.seats, personId)) throw approvalErrors.DUPLICATE_SIGNER({ personId });
    await this.people.requireMayTake(tx, desk.task, personId);
  }

  /** Who acts for another counts once; and duties are looked at on the day of the act. */
  async requireOnce(tx: Tx, { task, seats }: Desk): Promise<void> {
    const { personId } = tx.actor;
    const isForOther = task.assigneeId !== personId;
    if (isForOther && votingSeats(seats).some((seat) => seat.personId === personId)) throw approvalErrors.ONE_PERSON_ONE_SEAT({ personId });
    await this.people.requireMayTake(tx, task, personId);
  }

  requireActive(tx: Tx, personId: string): Promise<void> {
    return this.people.requireActive(tx, personId);
  }
}

/** The drawing allows the operation. Steps that say nothing allow all. */
export function requireAllowed({ rule, task }: Desk, operation: SignOperation): void {
  if (!rule.operations.includes(operation)) throw approvalErrors.NOT_ALLOWED_HERE({ taskId: task.id, operation });
}

/** The actor holds the task, or acts for who holds it; a candidate has to claim it first. */
export function requireHolder(tx: Tx, task: TaskView): void {
  const { personId, onBehalfOf } = tx.actor;
  if (task.state === 'READY' && task.candidates.some((one) => principalsOf(tx.actor).includes(one)))
    throw approvalErrors.CLAIM_FIRST({ taskId: task.id });
  if (task.assigneeId === undefined || (task.assigneeId !== personId && task.assigneeId !== onBehalfOf?.personId))
    throw approvalErrors.NOT_YOUR_TASK({ taskId: task.id });
}

/** True while somebody can still act on it. */
export function isOpenTask({ state }: TaskView): boolean {
  return state === 'READY' || state === 'ASSIGNED';
}

/** The work of the step itself, not work for somebody else's. */
export function isOwnWork({ kind }: TaskView): boolean {
  return kind === 'VISIT' || kind === 'SEAT';
}

function ruleOf(extension: JsonObject | undefined): SignRule {
  return extension ? signRuleOf(extension) : plainSignRule;
}
