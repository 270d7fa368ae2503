import { Injectable } from '@nestjs/common';
import type { TaskView, Tx } from '@fashen/plugin-api';
import { AUTOMATIC_ACTS, type Clock, isByPeopleOnly, readTerm, TERM, type Term } from '../model';
import { CasePorts, ClockTables } from './clock-ports';
import { CaseClocksService } from './case-clocks.service';
import { SeatExpiryService } from './seat-expiry.service';

/** Clocks of single signers: each begins with their turn and ends with their vote. */
@Injectable()
export class SeatClocksService {
  constructor(
    private readonly tables: ClockTables,
    private readonly cases: CasePorts,
    private readonly clocks: CaseClocksService,
    private readonly expiry: SeatExpiryService,
  ) {}

  /** A signer's turn has begun. Where the time of the step is over already, so is the signer's. */
  async begin(tx: Tx, seat: TaskView): Promise<void> {
    const term = await this.termAt(tx, seat);
    const ofStep = (await this.tables.clocks.ofCase(tx, seat.instanceId)).filter((one) => one.executionId === seat.executionId);
    const over = ofStep.find(({ settings, endCause }) => !settings.isSeat && endCause === 'LAPSED');
    const isEnded = over && AUTOMATIC_ACTS.includes(over.settings.atEnd) && !(await this.isByPeopleOnly(tx, seat));
    if (isEnded) return this.expiry.endSeats(tx, over, [seat]);
    if (term?.seatPeriod) await this.arm(tx, seat, { ...term, seatPeriod: term.seatPeriod }, await this.takenBack(tx, seat, ofStep));
  }

  /** A signer has voted, or has been taken away. */
  async end(tx: Tx, instanceId: string, taskId: string, state: 'ENDED' | 'CANCELLED'): Promise<void> {
    for (const clock of await this.tables.clocks.openOfCase(tx, instanceId))
      if (clock.settings.isSeat && clock.taskId === taskId)
        await this.clocks.close(tx, clock, { state, cause: state === 'ENDED' ? 'DONE' : 'LEFT' });
  }

  private async arm(tx: Tx, seat: TaskView, term: Term & { seatPeriod: string }, before: Clock | undefined): Promise<void> {
    const { instanceId, nodeId, executionId, id: taskId } = seat;
    const { atSeatEnd, escalateTo } = term;
    await this.clocks.arm(tx, {
      ...{ instanceId, key: term.seatPeriod, nodeId, executionId, taskId },
      ...(before && { startDay: before.startDay, startAt: before.startAt }),
      over: { atEnd: atSeatEnd, isSeat: true, ...(escalateTo && { escalateTo }) },
    });
  }

  /** Whoever takes a vote back has no more time than before. */
  private async takenBack(tx: Tx, { instanceId, assigneeId }: TaskView, ofStep: readonly Clock[]): Promise<Clock | undefined> {
    const tasks = await this.cases.tasks.ofInstance(tx, instanceId);
    const own = tasks.filter((task) => task.assigneeId === assigneeId && task.mark === 'taken-back').map(({ id }) => id);
    return ofStep.find(({ settings, taskId = '' }) => settings.isSeat && own.includes(taskId));
  }

  /** Drawn so, or by a case that was led into such a drawing. */
  private async isByPeopleOnly(tx: Tx, { instanceId, nodeId }: TaskView): Promise<boolean> {
    const step = (await this.cases.instances.model(tx, instanceId)).elements.get(nodeId);
    return step !== undefined && isByPeopleOnly(step);
  }

  private async termAt(tx: Tx, { instanceId, nodeId }: TaskView): Promise<Term | undefined> {
    const extension = (await this.cases.instances.model(tx, instanceId)).elements.get(nodeId)?.extensions[TERM];
    return extension && readTerm(extension);
  }
}
