import { Injectable } from '@nestjs/common';
import { type EventSubscriber, Instances, type Json, type Tx, type WorkflowEvent } from '@fashen/plugin-api';
import { approvalEvents, type Choice, isOpenSeat, type Seat, statusOf } from '../model';
import { type Desk, DeskService, isOpenTask } from './desk.service';
import { SeatWork } from './seat-work';

const TIMEOUT = 'timeout';

/** Seats that a clock has ended: their votes count like others, are marked as what they are, and the step is judged anew. */
@Injectable()
export class SeatTimeoutSubscriber implements EventSubscriber {
  readonly event = 'engine.seatEnded';
  readonly when = 'inTransaction';

  constructor(
    private readonly instances: Instances,
    private readonly desks: DeskService,
    private readonly seats: SeatWork,
  ) {}

  async handle(tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    const timeouts = events.filter(({ payload }) => payload['cause'] === TIMEOUT);
    const visits = new Set(timeouts.map(({ payload }) => payload['parentId']));
    for (const visitId of visits)
      await this.count(
        tx,
        timeouts.filter(({ payload }) => payload['parentId'] === visitId),
      );
  }

  /** All seats of one visit first, then the count: it may end the visit. */
  private async count(tx: Tx, timeouts: readonly WorkflowEvent[]): Promise<void> {
    const [first] = timeouts;
    const instance = await this.instances.require(tx, first?.instanceId ?? '');
    const desk = await this.desks.read(tx, String(first?.payload['taskId']), instance);
    // Nobody votes where each fills in the step, and no clock speaks for anybody.
    if (desk.seats.length === 0 || desk.rule.eachAnswers) return;
    await this.voteAt(tx, desk, timeouts);
    if (isOpenTask(desk.visit)) await this.seats.counts.settle(tx, desk.visit, desk.rule);
  }

  private async voteAt(tx: Tx, { seats }: Desk, timeouts: readonly WorkflowEvent[]): Promise<void> {
    for (const { payload } of timeouts) {
      const seat = seats.find(({ id }) => id === payload['taskId']);
      const choice = choiceIn(payload['outcome']);
      if (seat && choice && isOpenSeat(seat)) await this.vote(tx, seat, choice);
    }
  }

  private async vote(tx: Tx, seat: Seat, choice: Choice): Promise<void> {
    const { id: taskId, nodeId, visitId, personId, weight, instanceId } = seat;
    await this.seats.rows.setStatus(tx, [taskId], statusOf(choice));
    tx.emit(approvalEvents.voted({ taskId, nodeId, visitId, personId, choice, weight, cause: TIMEOUT }, { instanceId }));
  }
}

function choiceIn(outcome: Json | undefined): Choice | undefined {
  const choice = typeof outcome === 'object' && outcome !== null && 'choice' in outcome ? outcome.choice : undefined;
  return choice === 'abstain' || choice === 'agree' || choice === 'against' ? choice : undefined;
}
