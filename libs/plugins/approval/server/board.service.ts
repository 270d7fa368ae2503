import { Injectable } from '@nestjs/common';
import { CaseAccess, Directory, type Json, Tasks, type TaskView, type Tx } from '@fashen/plugin-api';
import {
  type Board,
  type BoardSeat,
  isOpenSeat,
  neededVotes,
  type Seat,
  sumsOf,
  thresholdText,
  verdictOf,
  votesOf,
  votingSeats,
} from '../model';
import { type Desk, DeskService, isOpenTask } from './desk.service';
import { mayRemove } from './signer.service';

/** Everybody who signs at one step, as people see it. */
@Injectable()
export class BoardService {
  constructor(
    private readonly access: CaseAccess,
    private readonly tasks: Tasks,
    private readonly directory: Directory,
    private readonly desks: DeskService,
  ) {}

  /** The board of the visit a task belongs to. The task of a case one may not see does not exist. */
  async read(tx: Tx, taskId: string): Promise<Board> {
    const instance = await this.access.requireOfTask(tx, await this.tasks.require(tx, taskId));
    const desk = await this.desks.read(tx, taskId, instance);
    const names = await this.directory.names(
      tx,
      desk.seats.map(({ personId }) => personId),
    );
    const votes = votesOf(votingSeats(desk.seats));
    const sums = sumsOf(votes);
    const needed = neededVotes(desk.rule, sums);
    const { rule, visit } = desk;
    return {
      ...{ visitId: visit.id, nodeName: visit.nodeName, isOpen: isOpenTask(visit), verdict: verdictOf(votes, rule), sums },
      ...{ threshold: thresholdText(rule), order: rule.order, mode: rule.settings.mode },
      ...(needed !== undefined && { needed }),
      seats: desk.seats.filter(({ status }) => status !== 'TAKEN_BACK').map((seat) => boardSeat(tx, desk, seat, names.get(seat.personId))),
    };
  }
}

function boardSeat(tx: Tx, desk: Desk, seat: Seat, personName: string | undefined): BoardSeat {
  const task = desk.tasks.find(({ id }) => id === seat.id);
  const { id, kind, status, personId, orderNo, weight, hasVeto, isMandatory, isChair, askedBy } = seat;
  return {
    ...{ id, kind, status, personId, orderNo, weight, hasVeto, isMandatory, isChair },
    ...(personName && { personName }),
    ...(askedBy && { askedBy }),
    ...wordsOf(task),
    mayRemove: isOpenTask(desk.visit) && isOpenSeat(seat) && seat.status !== 'WAITING_AFTER' && mayRemove(tx, desk, seat),
  };
}

function wordsOf(task: TaskView | undefined): Pick<BoardSeat, 'mark' | 'opinion' | 'endedAt'> {
  const opinion = opinionIn(task?.outcome);
  return {
    ...(task?.mark && { mark: task.mark }),
    ...(opinion && { opinion }),
    ...(task?.endedAt && { endedAt: task.endedAt.toISOString() }),
  };
}

function opinionIn(outcome: Json | undefined): string | undefined {
  const opinion = typeof outcome === 'object' && outcome !== null && 'opinion' in outcome ? outcome.opinion : undefined;
  return typeof opinion === 'string' ? opinion : undefined;
}
