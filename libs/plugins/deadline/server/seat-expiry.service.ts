import { Injectable } from '@nestjs/common';
import type { TaskView, Tx } from '@fashen/plugin-api';
import { type Clock, deadlineEvents, isBlocked, isOpen, readTerm, seatVote, TERM } from '../model';
import { CasePorts } from './clock-ports';
import { EscalationService } from './escalation.service';

const CHOICES = { ABSTAIN: 'abstain', AGREE: 'agree' } as const;

/** Votes for signers who have not voted in time. What their votes mean for the step is decided by who counts them. */
@Injectable()
export class SeatExpiryService {
  constructor(
    private readonly cases: CasePorts,
    private readonly escalation: EscalationService,
  ) {}

  /** The time of a step is over: its signers who have not voted, or whose vote waits for those who sign after them. */
  async openSeats(tx: Tx, visit: TaskView): Promise<readonly TaskView[]> {
    const tasks = await this.cases.tasks.ofInstance(tx, visit.instanceId);
    return tasks.filter((one) => one.executionId === visit.executionId && one.kind === 'SEAT' && (isOpen(one) || isBlocked(one)));
  }

  /** Ends seats by the act of a clock. Nobody votes over people who were asked: they, and who asked them, are told. */
  async endSeats(tx: Tx, clock: Clock, seats: readonly TaskView[]): Promise<void> {
    for (const seat of seats) {
      if (isBlocked(seat)) await this.tellWaiting(tx, clock, [seat]);
      else await this.vote(tx, clock, seat);
    }
  }

  /** Signers who wait for people they have asked learn that those are late. */
  async tellWaiting(tx: Tx, clock: Clock, seats: readonly TaskView[]): Promise<void> {
    for (const seat of seats.filter(isBlocked))
      await this.escalation.tell(tx, { ...clock, taskId: seat.id, settings: { ...clock.settings, isSeat: true } });
  }

  private async vote(tx: Tx, clock: Clock, seat: TaskView): Promise<void> {
    const vote = await this.voteOf(tx, clock, seat);
    const outcome = { choice: CHOICES[vote], opinion: '', cause: 'TIMEOUT' };
    await this.cases.tasks.endSeat(tx, seat.id, { state: 'DONE', outcome, mark: 'timeout', cause: 'timeout' });
    const { instanceId, nodeId, assigneeId } = seat;
    const told = { clockId: clock.id, clock: clock.name, key: clock.key, taskId: seat.id, nodeId, vote };
    tx.emit(deadlineEvents.seatExpired({ ...told, personIds: assigneeId ? [assigneeId] : [] }, { instanceId }));
  }

  private async voteOf(tx: Tx, { settings }: Clock, { instanceId, nodeId }: TaskView): Promise<'ABSTAIN' | 'AGREE'> {
    const { atEnd } = settings;
    if (atEnd === 'ABSTAIN' || atEnd === 'AGREE') return atEnd;
    const extension = (await this.cases.instances.model(tx, instanceId)).elements.get(nodeId)?.extensions[TERM] ?? {};
    return seatVote(atEnd, readTerm(extension)?.atSeatEnd ?? 'REMIND');
  }
}
