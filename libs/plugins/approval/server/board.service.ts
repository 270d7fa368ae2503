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
    const enders = desk.tasks.flatMap(({ endedBy }) => endedBy ?? []);
    const names = await this.directory.names(tx, [...desk.seats.map(({ personId }) => personId), ...enders]);
    const votes = votesOf(votingSeats(desk.seats));
    const sums = sumsOf(votes);
    const needed = neededVotes(desk.rule, sums);
    const { rule, visit } = desk;
    return {
      ...{
        visitId: visit.id,
        nodeName: visit.nodeName,
        isOpen: isOpenTask(visit),
        isVoid: visit.state === 'CANCELLED',
        verdict: verdictOf(votes, rule),
        sums,
      },
      ...{ threshold: thresholdText(rule), order: rule.order, mode: rule.settings.mode },
      ...(needed !== undefined && { needed }),
      seats: desk.seats.filter(({ status }) => status !== 'TAKEN_BACK').map((seat) => boardSeat(tx, desk, seat, names)),
    };
  }
}

function boardSeat(tx: Tx, desk: Desk, seat: Seat, names: ReadonlyMap<string, string>): BoardSeat {
  const task = desk.tasks.find(({ id }) => id === seat.id);
  const { id, kind, status, personId, orderNo, weight, hasVeto, isMandatory, isChair, askedBy } = seat;
  const personName = names.get(personId);
  const deputyName = deputyOf(seat, task, names);
  return {
    ...{ id, kind, status, personId, orderNo, weight, hasVeto, isMandatory, isChair },
    ...(personName && { personName }),
    ...(askedBy && { askedBy }),
    ...(deputyName && { deputyName }),
    ...wordsOf(task),
    mayRemove: isOpenTask(desk.visit) && isOpenSeat(seat) && seat.status !== 'WAITING_AFTER' && mayRemove(tx, desk, seat),
  };
}

/** Whoever decided on a seat that is another's; a clock that voted has no name. */
function deputyOf({ status, personId }: Seat, task: TaskView | undefined, names: ReadonlyMap<string, string>): string | undefined {
  const isDecided = status === 'AGREE' || status === 'AGAINST' || status === 'ABSTAIN' || status === 'DONE';
  return isDecided && task?.endedBy && task.endedBy !== personId ? names.get(task.endedBy) : undefined;
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
