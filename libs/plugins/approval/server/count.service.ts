import { Injectable } from '@nestjs/common';
import { Tasks, type TaskView, type Tx } from '@fashen/plugin-api';
import { answerIn } from '@fashen/plugins/form/model';
import {
  approvalEvents,
  choiceOf,
  type Seat,
  type SignRule,
  startable,
  sumsOf,
  type Verdict,
  verdictOf,
  votesOf,
  votingSeats,
} from '../model';
import { ApprovalRepository } from './approval.repository';
import { SeatTaskService } from './seat-task.service';

/** Counts the votes of one visit after every change of its seats: ends it once, or lets the next signers begin. */
@Injectable()
export class CountService {
  constructor(
    private readonly tasks: Tasks,
    private readonly repository: ApprovalRepository,
    private readonly seatTasks: SeatTaskService,
  ) {}

  /** The case is locked, so of two who decide at once the second finds the visit ended. */
  async settle(tx: Tx, visit: TaskView, rule: SignRule): Promise<Verdict> {
    const seats = votingSeats(await this.repository.ofVisit(tx, visit.id));
    const verdict = verdictOf(votesOf(seats), rule);
    if (verdict === 'open') await this.seatTasks.start(tx, visit.id, startable(seats, rule.order));
    else if (verdict === 'answered') await this.close(tx, visit, { seats, rule });
    else await this.decide(tx, visit, { seats, verdict, rule });
    return verdict;
  }

  private async decide(tx: Tx, visit: TaskView, { seats, verdict, rule }: Counted): Promise<void> {
    const { id: taskId, nodeId, instanceId } = visit;
    const { agree, against, abstain, open } = sumsOf(votesOf(seats));
    const sums = { result: verdict, agree, against, abstain };
    const votes = seats.flatMap((seat) => {
      const choice = choiceOf(seat);
      return choice ? [{ person: seat.personId, choice, weight: seat.weight }] : [];
    });
    tx.emit(approvalEvents.decided({ taskId, nodeId, ...sums, open }, { instanceId }));
    const name = rule.settings.variable ?? nodeId;
    await this.tasks.decide(tx, taskId, { output: { [name]: { ...sums, votes } }, outcome: sums });
  }

  /** Everybody has filled in the step: what each has said goes to the case, in the order of the seats. */
  private async close(tx: Tx, visit: TaskView, { seats, rule }: Spoken): Promise<void> {
    const { id: taskId, nodeId, instanceId } = visit;
    const ended = new Map((await this.tasks.ofInstance(tx, instanceId)).map((task) => [task.id, task.outcome]));
    const answers = seats.map(({ id, personId: person }) => ({ person, answer: answerIn(ended.get(id)) ?? {} }));
    const outcome = { result: 'answered', answered: answers.length };
    tx.emit(approvalEvents.allFilledIn({ taskId, nodeId, answered: answers.length }, { instanceId }));
    await this.tasks.decide(tx, taskId, { output: { [rule.settings.variable ?? nodeId]: { ...outcome, answers } }, outcome });
  }
}

interface Spoken {
  readonly seats: readonly Seat[];
  readonly rule: SignRule;
}

interface Counted extends Spoken {
  readonly verdict: Verdict;
}
