import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Tasks, type Tx } from '@fashen/plugin-api';
import {
  type AddSignersBody,
  approvalErrors,
  approvalEvents,
  isOpenSeat,
  type RemoveSignerBody,
  type Seat,
  startable,
  votingSeats,
} from '../model';
import type { Asking } from './ask.service';
import { type Desk, DeskService, isOwnWork, requireAllowed } from './desk.service';
import { SeatWork } from './seat-work';
import { requireOpinion } from './vote.service';

/** Permission to remove signers of cases that are not one's own. */
export const MANAGE = 'approval.manage';

/** Signers who are added to a step, or removed from it. */
@Injectable()
export class SignerService {
  constructor(
    private readonly desks: DeskService,
    private readonly tasks: Tasks,
    private readonly seats: SeatWork,
  ) {}

  /** Before: they advise, then the holder decides. After: the holder agrees now, they have the last word. Parallel: more votes. */
  async add(tx: Tx, taskId: string, body: AddSignersBody): Promise<void> {
    const desk = await this.desks.lockFor(tx, taskId, body);
    if (!isOwnWork(desk.task)) throw approvalErrors.TOO_DEEP({ taskId });
    requireAllowed(desk, body.position);
    const twice = body.personIds.find((personId, index) => body.personIds.indexOf(personId) !== index);
    if (twice !== undefined) throw approvalErrors.DUPLICATE_SIGNER({ personId: twice });
    for (const personId of body.personIds) await this.desks.requireTarget(tx, desk, personId);

    if (body.position === 'before') await this.addBefore(tx, desk, body);
    else if (body.position === 'after') await this.addAfter(tx, desk, body);
    else await this.addVotes(tx, desk, body);
  }

  /** Removes a seat that has not decided, and counts anew in the same transaction: that may decide the step. */
  async remove(tx: Tx, taskId: string, { seatId, reason }: RemoveSignerBody): Promise<void> {
    const desk = await (isManager(tx) ? this.desks.lockAny(tx, taskId) : this.desks.lock(tx, taskId));
    requireAllowed(desk, 'remove');
    await this.desks.requireOpen(tx, desk.visit);
    const seat = desk.seats.find(({ id }) => id === seatId);
    if (!seat) throw approvalErrors.SEAT_MISSING({ seatId });
    if (!mayRemove(tx, desk, seat)) throw approvalErrors.MAY_NOT_REMOVE({ seatId });
    if (!isOpenSeat(seat) || seat.status === 'WAITING_AFTER') throw approvalErrors.SEAT_DECIDED({ seatId });
    if (!seat.askId && votingSeats(desk.seats).length === 1) throw approvalErrors.LAST_SEAT({ seatId });

    await this.seats.tasks.cancel(tx, [seat], desk.seats, 'removed');
    const { instanceId, nodeId } = desk.visit;
    tx.emit(approvalEvents.signerRemoved({ taskId: seatId, nodeId, personId: seat.personId }, { instanceId, reason }));
    if (seat.askId) await this.seats.asks.settle(tx, desk, seat.askId);
    else await this.seats.counts.settle(tx, desk.visit, desk.rule);
  }

  private async addBefore(tx: Tx, desk: Desk, body: AddSignersBody): Promise<void> {
    const isVote = desk.task.kind === 'SEAT' && !desk.rule.eachAnswers;
    if (body.childVeto && !isVote) throw approvalErrors.NOT_FOR_THIS_TASK({ taskId: desk.task.id, kind: desk.task.kind });
    await this.seats.asks.ask(tx, desk, { ...askingOf(desk, body), kind: 'BEFORE' });
  }

  /** The holder's own word is given by this act. */
  private async addAfter(tx: Tx, desk: Desk, body: AddSignersBody): Promise<void> {
    requireOpinion(desk, 'agree', body.opinion);
    const seat = desk.task.kind === 'VISIT' ? await this.seats.tasks.turnIntoSeats(tx, desk) : desk.seat;
    if (!seat) throw approvalErrors.NOT_FOR_THIS_TASK({ taskId: desk.task.id, kind: desk.task.kind });
    await this.seats.rows.setStatus(tx, [seat.id], 'WAITING_AFTER');
    await this.tasks.endSeat(tx, seat.id, { state: 'DONE', outcome: { choice: 'agree', opinion: body.opinion } });
    const { nodeId, instanceId, id: visitId } = desk.visit;
    const { personId, weight } = seat;
    const opinion = body.opinion && { opinion: body.opinion };
    tx.emit(approvalEvents.voted({ taskId: seat.id, nodeId, visitId, personId, choice: 'agree', weight, ...opinion }, { instanceId }));
    await this.seats.asks.ask(tx, desk, { ...askingOf(desk, body), taskId: seat.id, kind: 'AFTER', rule: 'all', childVeto: false });
  }

  private async addVotes(tx: Tx, desk: Desk, body: AddSignersBody): Promise<void> {
    const { visit, instance } = desk;
    const own = desk.task.kind === 'VISIT' ? await this.seats.tasks.turnIntoSeats(tx, desk) : desk.seat;
    const voting = votingSeats(await this.seats.rows.ofVisit(tx, visit.id));
    const last = Math.max(0, ...voting.map(({ orderNo }) => orderNo));
    const after = body.place === 'next' ? (own?.orderNo ?? last) : last;
    // Where each fills in the form nothing is weighed: people are counted.
    const weight = desk.rule.eachAnswers ? 1 : body.weight;
    await this.seats.rows.shift(tx, visit.id, after, body.personIds.length);
    const added = body.personIds.map((personId, index): Seat => ({
      ...{ id: randomUUID(), instanceId: instance.id, nodeId: visit.nodeId, visitId: visit.id, kind: 'ADDED', status: 'NOT_STARTED' },
      ...{ personId, firstPersonId: personId, orderNo: after + 1 + index, weight },
      ...{ hasVeto: false, isMandatory: false, isChair: false, addedBy: tx.actor.personId },
    }));
    await this.seats.rows.add(tx, added);
    const payload = { taskId: visit.id, nodeId: visit.nodeId, personIds: body.personIds, weight };
    tx.emit(approvalEvents.signersAdded(payload, { instanceId: instance.id, reason: body.reason }));
    const now = votingSeats(await this.seats.rows.ofVisit(tx, visit.id));
    await this.seats.tasks.start(tx, visit.id, startable(now, desk.rule.order));
  }
}

/** Who added it, the chair of the step, and administrators. */
export function mayRemove(tx: Tx, { seats }: Pick<Desk, 'seats'>, seat: Seat): boolean {
  const { personId } = tx.actor;
  return seat.addedBy === personId || isManager(tx) || seats.some((one) => one.isChair && one.personId === personId);
}

const isManager = (tx: Tx): boolean => tx.actor.permissions.includes(MANAGE);

function askingOf({ task }: Desk, body: AddSignersBody): Omit<Asking, 'kind'> {
  const { personIds, order, rule, threshold, childVeto, reason } = body;
  return { taskId: task.id, personIds, order, rule, childVeto, reason, ...(threshold && { threshold }) };
}
