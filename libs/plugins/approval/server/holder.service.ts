import { Injectable } from '@nestjs/common';
import { Tasks, type TaskView, type Tx } from '@fashen/plugin-api';
import { type AskBody, approvalErrors, approvalEvents, type ReasonBody, type TransferBody } from '../model';
import { ApprovalRepository } from './approval.repository';
import { AskService } from './ask.service';
import { type Desk, DeskService, isOwnWork, requireAllowed, requireHolder } from './desk.service';

/** What the holder of a task may do about who works on it: transfer, delegate, have reworked, revoke. */
@Injectable()
export class HolderService {
  constructor(
    private readonly desks: DeskService,
    private readonly tasks: Tasks,
    private readonly repository: ApprovalRepository,
    private readonly asks: AskService,
  ) {}

  /** The same seat with another holder. Due time and count stay; advice that was asked for moves with its task. */
  async transfer(tx: Tx, taskId: string, { personId, reason, ...expect }: TransferBody): Promise<TaskView> {
    const desk = await this.desks.lockFor(tx, taskId, expect);
    requireAllowed(desk, 'transfer');
    requireNotBack(desk, personId);
    await this.desks.requireTarget(tx, desk, personId);
    const fromId = desk.task.assigneeId ?? tx.actor.personId;
    if (desk.seat) await this.repository.setPerson(tx, desk.seat.id, personId);
    const task = await this.tasks.assign(tx, taskId, { assigneeId: personId, candidates: [] }, reason);
    const { instanceId, nodeId } = desk.visit;
    tx.emit(approvalEvents.transferred({ taskId, nodeId, fromId, toId: personId }, { instanceId, reason }));
    return task;
  }

  /** Asks one person for advice; the holder decides afterwards. One level only. */
  async delegate(tx: Tx, taskId: string, body: AskBody): Promise<void> {
    const desk = await this.deskOfOwnWork(tx, taskId, body);
    requireAllowed(desk, 'delegate');
    await this.desks.requireTarget(tx, desk, body.personId);
    await this.ask(tx, desk, 'ADVICE', body);
  }

  /** Sends only the own part back to somebody who has worked on the case; other seats go on. */
  async rework(tx: Tx, taskId: string, body: AskBody): Promise<void> {
    const desk = await this.deskOfOwnWork(tx, taskId, body);
    requireAllowed(desk, 'rework');
    if (desk.task.kind !== 'SEAT') throw approvalErrors.NOT_FOR_THIS_TASK({ taskId, kind: desk.task.kind });
    const { personId } = body;
    // Rework is no part of the step, so its duties do not bar those who worked before it.
    await this.desks.requireActive(tx, personId);
    if (personId === tx.actor.personId) throw approvalErrors.TARGET_IS_ACTOR({ personId });
    const hasWorked = (await this.tasks.ofInstance(tx, desk.instance.id)).some(
      ({ endedBy, nodeId }) => endedBy === personId && nodeId !== desk.task.nodeId,
    );
    if (!hasWorked && desk.instance.startedBy !== personId) throw approvalErrors.NOT_OF_THIS_CASE({ personId });
    await this.ask(tx, desk, 'REWORK', body);
  }

  /** Asks no longer, as long as not everybody has answered. */
  async revoke(tx: Tx, taskId: string, { reason }: ReasonBody): Promise<void> {
    const desk = await this.desks.lock(tx, taskId);
    await this.desks.requireOpen(tx, desk.task);
    requireHolder(tx, desk.task);
    await this.asks.revoke(tx, desk, reason);
  }

  private async deskOfOwnWork(tx: Tx, taskId: string, expect: AskBody): Promise<Desk> {
    const desk = await this.desks.lockFor(tx, taskId, expect);
    if (!isOwnWork(desk.task)) throw approvalErrors.TOO_DEEP({ taskId });
    if (expect.dueAt && Date.parse(expect.dueAt) <= tx.now.getTime()) throw approvalErrors.DUE_OVER({ taskId });
    if (expect.dueAt && desk.task.dueAt && Date.parse(expect.dueAt) > desk.task.dueAt.getTime())
      throw approvalErrors.DUE_TOO_LATE({ taskId });
    return desk;
  }

  private ask(tx: Tx, desk: Desk, kind: 'ADVICE' | 'REWORK', { personId, reason, dueAt }: AskBody): Promise<void> {
    const how = { order: 'parallel', rule: 'all', childVeto: false } as const;
    return this.asks.ask(tx, desk, { ...how, kind, taskId: desk.task.id, personIds: [personId], reason, ...(dueAt && { dueAt }) });
  }
}

/** Who was asked does not give the question back as if it were theirs: they answer. */
function requireNotBack({ seat, tasks, task }: Desk, personId: string): void {
  const asking = tasks.find(({ id }) => id === (seat?.askedBy ?? ''));
  if (asking?.assigneeId === personId) throw approvalErrors.BACK_TO_OWNER({ taskId: task.id });
}
