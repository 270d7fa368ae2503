import { Injectable } from '@nestjs/common';
import type { TaskView, Tx } from '@fashen/plugin-api';
import { actFor, AUTOMATIC_ACTS, type Clock, deadlineEvents, type EndAct, isByPeopleOnly, objectWith } from '../model';
import { CasePorts, ClockTables } from './clock-ports';
import { CaseClocksService } from './case-clocks.service';
import { EscalationService } from './escalation.service';
import { SeatExpiryService } from './seat-expiry.service';

const ACTING: readonly EndAct[] = ['MESSAGE', 'RETURN', ...AUTOMATIC_ACTS];

/** A planned moment of a clock, as its job keeps it. */
export interface PlannedMoment {
  readonly clockId: string;
  readonly version: number;
}

/** What is done about who is late. */
@Injectable()
export class LateWork {
  constructor(
    readonly escalation: EscalationService,
    readonly seats: SeatExpiryService,
  ) {}
}

/** What happens when a moment of a clock has come. The case is locked; what was planned for another computation does not happen. */
@Injectable()
export class ExpiryService {
  constructor(
    private readonly tables: ClockTables,
    private readonly cases: CasePorts,
    private readonly caseClocks: CaseClocksService,
    private readonly late: LateWork,
  ) {}

  async remind(tx: Tx, moment: PlannedMoment & { readonly days: number }): Promise<void> {
    const clock = await this.findPlanned(tx, moment);
    if (!clock) return;
    const told = { ...(await this.caseClocks.teller.told(tx, clock)), days: moment.days };
    tx.emit(deadlineEvents.reminded(told, { instanceId: clock.instanceId }));
  }

  /** The last day has ended. Of a person who acts at the same time one wins: both take the lock of the case. */
  async lapse(tx: Tx, moment: PlannedMoment): Promise<void> {
    const clock = await this.findPlanned(tx, moment);
    if (!clock) return;
    const { instanceId } = clock;
    if ((await this.cases.instances.require(tx, instanceId)).status === 'SUSPENDED') return this.caseClocks.counter.postpone(tx, clock);
    const act = await this.actOf(tx, clock);
    const personIds = await this.concernedBy(tx, clock, act);
    tx.emit(
      deadlineEvents.expired(
        { ...(await this.caseClocks.teller.told(tx, clock)), personIds, act },
        { instanceId, affects: 'clockChanged' },
      ),
    );
    if (ACTING.includes(act)) await this.caseClocks.close(tx, clock, { state: 'ENDED', cause: 'LAPSED' });
    else await this.tables.clocks.replace(tx, { ...clock, lapsedAt: tx.now.getTime() });
    await this.perform(tx, clock, act);
  }

  private async findPlanned(tx: Tx, { clockId, version }: PlannedMoment): Promise<Clock | undefined> {
    const clock = await this.tables.clocks.find(tx, clockId);
    if (clock?.state !== 'RUNNING' || clock.version !== version) return undefined;
    return this.stillWaits(tx, clock);
  }

  private async stillWaits(tx: Tx, clock: Clock): Promise<Clock | undefined> {
    const { waiting } = await this.cases.instances.require(tx, clock.instanceId);
    return clock.executionId === undefined || waiting.some(({ executionId }) => executionId === clock.executionId) ? clock : undefined;
  }

  private async actOf(tx: Tx, { settings, instanceId, taskId, nodeId = '' }: Clock): Promise<EndAct> {
    const task = taskId === undefined ? undefined : await this.cases.tasks.find(tx, taskId);
    const step = (await this.cases.instances.model(tx, instanceId)).elements.get(nodeId);
    return actFor({ act: settings.atEnd, ...(task && { task }), isByPeopleOnly: step !== undefined && isByPeopleOnly(step) });
  }

  private async concernedBy(tx: Tx, clock: Clock, act: EndAct): Promise<readonly string[]> {
    const people = await this.caseClocks.teller.concerned(tx, clock);
    return act === 'ESCALATE' ? [...new Set([...people, ...(await this.caseClocks.teller.owners(tx, clock))])] : people;
  }

  private async perform(tx: Tx, clock: Clock, act: EndAct): Promise<void> {
    const { instanceId, settings, taskId } = clock;
    if (act === 'ESCALATE') return this.late.escalation.tell(tx, clock);
    if (act === 'MESSAGE') return this.cases.instances.message(tx, { instanceId, name: settings.message ?? '' });
    if (act === 'RETURN') return this.sendBack(tx, clock);
    if (taskId === undefined) return;
    const task = await this.cases.tasks.require(tx, taskId);
    if (act === 'REMIND') await this.late.seats.tellWaiting(tx, clock, await this.late.seats.openSeats(tx, task));
    else await this.decide(tx, clock, task);
  }

  /** Back to the last visit of the named step. */
  private async sendBack(tx: Tx, { instanceId, settings, name }: Clock): Promise<void> {
    const visits = await this.cases.moves.visits(tx, instanceId);
    const target = visits.filter(({ nodeId, endedBy }) => nodeId === settings.returnTo && endedBy !== undefined).at(-1);
    if (target) await this.cases.moves.back(tx, { instanceId, reopen: [target.executionId], cause: 'return', reason: name });
  }

  /** Decides in the place of the holder; of several signers each who has not voted gets a vote. */
  private async decide(tx: Tx, clock: Clock, task: TaskView): Promise<void> {
    const { atEnd: act, output } = clock.settings;
    if (task.kind === 'SEAT') return this.late.seats.endSeats(tx, clock, [task]);
    const seats = await this.late.seats.openSeats(tx, task);
    if (task.mark === 'seats') return this.late.seats.endSeats(tx, clock, seats);
    const answer = output === undefined || act === 'COMPLETE' ? {} : objectWith(output, act === 'AUTO_AGREE');
    await this.cases.tasks.decide(tx, task.id, { output: answer, outcome: { act, cause: 'TIMEOUT' } });
  }
}
