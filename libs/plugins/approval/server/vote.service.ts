import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Tasks, type Tx } from '@fashen/plugin-api';
import { Duties } from '@fashen/plugins/assignment/model';
import {
  type AdviceBody,
  approvalErrors,
  approvalEvents,
  type Choice,
  choiceOf,
  mayBecome,
  type ReasonBody,
  type Seat,
  SignDesk,
  statusOf,
  type Verdict,
  type VoteBody,
  votingSeats,
} from '../model';
import { type Desk, DeskService, isOpenTask, requireAllowed } from './desk.service';
import { SeatWork } from './seat-work';

/** Votes: given, counted, taken back. */
@Injectable()
export class VoteService extends SignDesk {
  constructor(
    private readonly desks: DeskService,
    private readonly tasks: Tasks,
    private readonly duties: Duties,
    private readonly seats: SeatWork,
  ) {
    super();
  }

  /** Decides one seat. Those who were asked to sign before or after answer with it. */
  async vote(tx: Tx, taskId: string, choice: Choice, body: VoteBody): Promise<{ verdict: Verdict }> {
    const desk = await this.desks.lockFor(tx, taskId, body);
    const { kind } = desk.task;
    requireOpinion(desk, choice, body.opinion);
    if (kind === 'BEFORE' || kind === 'AFTER') {
      if (choice === 'abstain') throw approvalErrors.NOT_FOR_THIS_TASK({ taskId, kind });
      await this.duties.requireMayTake(tx, desk.task, tx.actor.personId);
      await this.seats.asks.answer(tx, desk, { choice, opinion: body.opinion });
      return { verdict: 'open' };
    }
    if (desk.rule.eachAnswers) throw approvalErrors.NOT_ALLOWED_HERE({ taskId, operation: 'vote' });
    if (choice === 'abstain') requireAllowed(desk, 'abstain');
    const seat = await this.seats.tasks.ownSeat(tx, desk);
    await this.desks.requireOnce(tx, desk);
    await this.give(tx, desk, seat, { choice, opinion: body.opinion });
    return { verdict: await this.seats.counts.settle(tx, desk.visit, desk.rule) };
  }

  /** Advice, or the end of rework: words for who asked, no vote. */
  async advise(tx: Tx, taskId: string, { opinion, ...expect }: AdviceBody): Promise<void> {
    const desk = await this.desks.lockFor(tx, taskId, expect);
    const { kind } = desk.task;
    if (kind !== 'ADVICE' && kind !== 'REWORK') throw approvalErrors.NOT_FOR_THIS_TASK({ taskId, kind });
    if (kind === 'ADVICE') await this.duties.requireMayTake(tx, desk.task, tx.actor.personId);
    await this.seats.asks.answer(tx, desk, { opinion });
  }

  /** Opens the own seat anew while the step is undecided. What was said stays in the record. */
  async takeBack(tx: Tx, taskId: string, { reason }: ReasonBody): Promise<void> {
    const desk = await this.desks.lock(tx, taskId);
    const { seat, task, visit } = desk;
    requireAllowed(desk, 'takeBack');
    await this.desks.requireOpen(tx, visit);
    if (task.endedBy !== tx.actor.personId) throw approvalErrors.NOT_YOUR_TASK({ taskId });
    const choice = seat && choiceOf(seat);
    if (!seat || !choice || !mayBecome(seat.status, 'TAKEN_BACK') || seat.askId) throw approvalErrors.NO_VOTE({ taskId });

    await this.stopFollowers(tx, desk, seat);
    await this.seats.rows.setStatus(tx, [seat.id], 'TAKEN_BACK');
    await this.tasks.mark(tx, seat.id, 'taken-back');
    const again: Seat = { ...seat, id: randomUUID(), status: 'PENDING' };
    await this.seats.rows.add(tx, [again]);
    await this.seats.tasks.start(tx, visit.id, [again]);
    tx.emit(approvalEvents.voteTakenBack({ taskId, nodeId: visit.nodeId, choice }, { instanceId: visit.instanceId, reason }));
  }

  /** Seats that began because this one had decided wait again, unless somebody has already acted there. */
  private async stopFollowers(tx: Tx, { seats, rule, task, tasks }: Desk, seat: Seat): Promise<void> {
    const later = votingSeats(seats).filter((one) => (rule.order === 'sequential' && one.orderNo > seat.orderNo) || one.isChair);
    const begun = later.filter(({ id, status }) => id !== seat.id && status !== 'NOT_STARTED');
    const hasActed = ({ id, status }: Seat): boolean =>
      status !== 'PENDING' || tasks.some((one) => one.id === id && one.mark !== undefined);
    if (begun.some(hasActed)) throw approvalErrors.VOTED_AFTER({ taskId: task.id });
    await this.seats.tasks.cancel(tx, begun, seats, 'takenBack');
    await this.seats.rows.add(
      tx,
      begun.map((one) => ({ ...one, id: randomUUID(), status: 'NOT_STARTED' })),
    );
  }

  private async give(tx: Tx, { visit }: Desk, seat: Seat, { choice, opinion }: { choice: Choice; opinion: string }): Promise<void> {
    await this.seats.rows.setStatus(tx, [seat.id], statusOf(choice));
    await this.tasks.endSeat(tx, seat.id, { state: 'DONE', outcome: { choice, opinion } });
    const { id: taskId, personId, weight } = seat;
    const payload = { taskId, nodeId: visit.nodeId, visitId: visit.id, personId, choice, weight, ...(opinion && { opinion }) };
    tx.emit(approvalEvents.voted(payload, { instanceId: visit.instanceId, ...(opinion && { reason: opinion }) }));
  }
}

/** As long as the drawing asks; who is against says why in any case. */
export function requireOpinion({ rule }: Pick<Desk, 'rule'>, choice: Choice, opinion: string): void {
  const least = Math.max(rule.minOpinion, choice === 'against' ? 1 : 0);
  if ([...opinion].length < least) throw approvalErrors.OPINION_REQUIRED({ least });
}

/** Whether the own vote can be taken back, as far as one knows before trying. */
export function hasVoted(desk: Desk, personId: string): boolean {
  return isOpenTask(desk.visit) && desk.task.endedBy === personId && desk.seat !== undefined && choiceOf(desk.seat) !== undefined;
}
