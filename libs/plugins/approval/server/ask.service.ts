import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Tasks, type Tx } from '@fashen/plugin-api';
import {
  type Ask,
  approvalErrors,
  approvalEvents,
  type Choice,
  groupVerdict,
  type Seat,
  startable,
  statusOf,
  type Verdict,
} from '../model';
import { ApprovalRepository } from './approval.repository';
import { CountService } from './count.service';
import type { Desk } from './desk.service';
import { SeatTaskService } from './seat-task.service';

/** What a holder asks of others. */
export interface Asking extends Pick<Ask, 'kind' | 'order' | 'rule' | 'threshold' | 'childVeto'> {
  /** The task for whose holder they work; the desk's own unless it has just become a seat. */
  readonly taskId: string;
  readonly personIds: readonly string[];
  readonly reason: string;
  readonly dueAt?: string;
}

/** Work of others for the holder of a task: advice, signing before or after, rework. Their answers are no votes of the step. */
@Injectable()
export class AskService {
  constructor(
    private readonly tasks: Tasks,
    private readonly repository: ApprovalRepository,
    private readonly seatTasks: SeatTaskService,
    private readonly counts: CountService,
  ) {}

  /** Asks people who have been looked at. */
  async ask(tx: Tx, desk: Desk, { personIds, reason, dueAt, ...how }: Asking): Promise<void> {
    const { id: visitId, nodeId, instanceId } = desk.visit;
    const ask: Ask = { ...how, id: randomUUID(), askedBy: tx.actor.personId };
    await this.repository.addAsk(tx, ask);
    const seats = personIds.map((personId, index): Seat => ({
      ...{ id: randomUUID(), instanceId, nodeId, visitId, kind: ask.kind, status: 'NOT_STARTED', personId, firstPersonId: personId },
      ...{ orderNo: index + 1, weight: 1, hasVeto: false, isMandatory: false, isChair: false },
      ...{ askedBy: ask.taskId, askId: ask.id, addedBy: tx.actor.personId },
    }));
    await this.repository.add(tx, seats);
    const payload = { taskId: ask.taskId, nodeId, kind: ask.kind, personIds, order: ask.order, ...(dueAt && { dueAt }) };
    tx.emit(approvalEvents.asked(payload, { instanceId, reason }));
    await this.seatTasks.start(tx, visitId, startable(seats, ask.order), dueAt === undefined ? undefined : new Date(dueAt));
    await this.tasks.mark(tx, ask.taskId, MARKS[ask.kind]);
  }

  /** One of them answers. */
  async answer(tx: Tx, desk: Desk, answer: { readonly choice?: Choice; readonly opinion: string }): Promise<void> {
    const { task, seat, visit } = desk;
    if (!seat?.askId) throw approvalErrors.NOT_FOR_THIS_TASK({ taskId: task.id, kind: task.kind });
    await this.repository.setStatus(tx, [seat.id], answer.choice ? statusOf(answer.choice) : 'DONE');
    await this.tasks.endSeat(tx, task.id, { state: 'DONE', outcome: { ...answer } });
    const payload = { taskId: task.id, nodeId: visit.nodeId, askedBy: seat.askedBy ?? '', ...answer };
    tx.emit(approvalEvents.answered(payload, { instanceId: visit.instanceId }));
    await this.settle(tx, desk, seat.askId);
  }

  /** Lets the next of a group begin, or gives what the group says to who asked. */
  async settle(tx: Tx, desk: Desk, askId: string): Promise<void> {
    const ask = await this.repository.findAsk(tx, askId);
    if (!ask) throw approvalErrors.SEAT_MISSING({ seatId: askId });
    const all = await this.repository.ofVisit(tx, desk.visit.id);
    const members = all.filter((seat) => seat.askId === askId);
    const verdict = groupVerdict(ask, members);
    if (verdict === 'open') return this.seatTasks.start(tx, desk.visit.id, startable(members, ask.order));

    await this.seatTasks.cancel(tx, members, all, 'answered');
    await this.tasks.mark(tx, ask.taskId, undefined);
    if (ask.kind === 'AFTER') await this.signedAfter(tx, desk, ask, verdict);
    else if (ask.childVeto && verdict === 'notPassed') await this.vetoed(tx, desk, ask);
  }

  /** Who asked asks no longer. */
  async revoke(tx: Tx, desk: Desk, reason: string): Promise<void> {
    const { task, seats, visit } = desk;
    const open = seats.filter(({ askedBy, status }) => askedBy === task.id && (status === 'PENDING' || status === 'NOT_STARTED'));
    if (open.length === 0 || task.mark === undefined) throw approvalErrors.NOTHING_TO_REVOKE({ taskId: task.id });
    await this.seatTasks.cancel(tx, open, seats, 'revoked');
    await this.tasks.mark(tx, task.id, undefined);
    const payload = { taskId: task.id, nodeId: visit.nodeId, personIds: open.map(({ personId }) => personId) };
    tx.emit(approvalEvents.revoked(payload, { instanceId: visit.instanceId, reason }));
  }

  /** The holder had agreed; those who signed after have the last word on this seat. */
  private async signedAfter(tx: Tx, desk: Desk, ask: Ask, verdict: Verdict): Promise<void> {
    await this.repository.setStatus(tx, [ask.taskId], verdict === 'passed' ? 'AGREE' : 'AGAINST');
    await this.counts.settle(tx, desk.visit, desk.rule);
  }

  /** The holder gave the word away: what those asked before are against is decided against. */
  private async vetoed(tx: Tx, desk: Desk, ask: Ask): Promise<void> {
    await this.repository.setStatus(tx, [ask.taskId], 'AGAINST');
    await this.tasks.endSeat(tx, ask.taskId, { state: 'CANCELLED', cause: 'childVeto', outcome: { choice: 'against', opinion: '' } });
    await this.counts.settle(tx, desk.visit, desk.rule);
  }
}

const MARKS: Readonly<Record<Ask['kind'], string>> = {
  ADVICE: 'delegated',
  BEFORE: 'blocked',
  AFTER: 'waiting-after',
  REWORK: 'blocked',
};
