import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type TaskKind, Tasks, type Tx } from '@fashen/plugin-api';
import { approvalErrors, isOpenSeat, type Seat, type SeatKind } from '../model';
import { ApprovalRepository } from './approval.repository';
import type { Desk } from './desk.service';

/** Keeps seats and their tasks together. */
@Injectable()
export class SeatTaskService {
  constructor(
    private readonly tasks: Tasks,
    private readonly repository: ApprovalRepository,
  ) {}

  /** Gives tasks to seats whose turn it is; due like the visit, or earlier. */
  async start(tx: Tx, visitId: string, seats: readonly Seat[], dueAt?: Date): Promise<void> {
    if (seats.length === 0) return;
    await this.repository.setStatus(
      tx,
      seats.map(({ id }) => id),
      'PENDING',
    );
    const rows = seats.map(({ id, kind, personId, askedBy }) => ({
      ...{ id, kind: taskKindOf(kind), assigneeId: personId },
      ...(askedBy && { parentId: askedBy }),
      ...(dueAt && { dueAt }),
    }));
    await this.tasks.addSeats(tx, visitId, rows);
  }

  /** Takes seats away, with the work that others do for them. What is over stays as it is. */
  async cancel(
    tx: Tx,
    seats: readonly Seat[],
    all: readonly Seat[],
    cause: 'removed' | 'revoked' | 'answered' | 'takenBack',
  ): Promise<void> {
    for (const seat of seats.filter(isOpenSeat)) {
      await this.repository.setStatus(tx, [seat.id], cause === 'removed' ? 'REMOVED' : 'CANCELLED');
      if (seat.status === 'PENDING') await this.tasks.endSeat(tx, seat.id, { state: 'CANCELLED', cause });
      await this.cancel(
        tx,
        all.filter(({ askedBy }) => askedBy === seat.id),
        all,
        'revoked',
      );
    }
  }

  /** The seat of the desk's own task. A step to sign that was handed to one person gets its only seat now. */
  async ownSeat(tx: Tx, desk: Desk): Promise<Seat> {
    const { task, seat, isSign } = desk;
    if (task.kind === 'VISIT' && isSign) return this.turnIntoSeats(tx, desk);
    if (!seat || task.kind !== 'SEAT') throw approvalErrors.NOT_FOR_THIS_TASK({ taskId: task.id, kind: task.kind });
    return seat;
  }

  /** Makes a task that one person holds into a step of seats, the holder's the first. Answers that seat. */
  async turnIntoSeats(tx: Tx, desk: Desk): Promise<Seat> {
    const { visit, hasForm, instance } = desk;
    if (hasForm) throw approvalErrors.HAS_OWN_FORM({ taskId: visit.id, step: visit.nodeName });
    const personId = visit.assigneeId ?? tx.actor.personId;
    const seat: Seat = {
      ...{ id: randomUUID(), instanceId: instance.id, nodeId: visit.nodeId, visitId: visit.id, kind: 'MAIN', status: 'PENDING' },
      ...{ personId, firstPersonId: personId, orderNo: 1, weight: 1, hasVeto: false, isMandatory: false, isChair: false },
    };
    await this.repository.add(tx, [seat]);
    await this.tasks.assign(tx, visit.id, { candidates: [] });
    await this.tasks.mark(tx, visit.id, 'seats');
    await this.start(tx, visit.id, [seat]);
    return seat;
  }
}

function taskKindOf(kind: SeatKind): Exclude<TaskKind, 'VISIT'> {
  return kind === 'MAIN' || kind === 'ADDED' ? 'SEAT' : kind;
}
