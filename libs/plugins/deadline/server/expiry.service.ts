import { Injectable } from '@nestjs/common';
import { Directory, Instances, Jobs, Moves, Tasks, type TaskView, type Tx, WAITING_MARKS } from '@fashen/plugin-api';
import { type Clock, deadlineEvents, objectWith, type TimeoutAct } from '../model';
import { CaseClocksService } from './case-clocks.service';
import { LAPSE, lapseKey } from './clock-counter.service';
import { ClockTellerService, isOpen } from './clock-teller.service';
import { ClockRepository } from './clock.repository';

const HOUR_MS = 3_600_000;
/** A seat that has not voted in time. */
const ABSTAINED = { vote: 'ABSTAIN', cause: 'TIMEOUT' } as const;
const ACTING: readonly TimeoutAct[] = ['MESSAGE', 'COMPLETE', 'AUTO_AGREE', 'AUTO_REJECT', 'RETURN'];
const PEOPLE = 50;

/** A planned moment of a clock, as its job keeps it. */
export interface PlannedMoment {
  readonly clockId: string;
  readonly version: number;
}

/** What happens when a moment of a clock has come. The case is locked; what was planned for another computation does not happen. */
@Injectable()
export class ExpiryService {
  constructor(
    private readonly clocks: ClockRepository,
    private readonly caseClocks: CaseClocksService,
    private readonly teller: ClockTellerService,
    private readonly instances: Instances,
    private readonly tasks: Tasks,
    private readonly moves: Moves,
    private readonly directory: Directory,
    private readonly jobs: Jobs,
  ) {}

  async remind(tx: Tx, moment: PlannedMoment & { readonly days: number }): Promise<void> {
    const clock = await this.findPlanned(tx, moment);
    if (!clock) return;
    const told = { ...(await this.teller.told(tx, clock)), days: moment.days };
    tx.emit(deadlineEvents.reminded(told, { instanceId: clock.instanceId }));
  }

  /** The last day has ended. Of a person who acts at the same time one wins: both take the lock of the case. */
  async lapse(tx: Tx, moment: PlannedMoment): Promise<void> {
    const clock = await this.findPlanned(tx, moment);
    if (!clock) return;
    const { instanceId } = clock;
    if ((await this.instances.require(tx, instanceId)).status === 'SUSPENDED') return this.later(tx, clock);
    const act = await this.actOf(tx, clock);
    const personIds = await this.concernedBy(tx, clock, act);
    tx.emit(deadlineEvents.expired({ ...(await this.teller.told(tx, clock)), personIds, act }, { instanceId, affects: 'clockChanged' }));
    if (ACTING.includes(act)) await this.caseClocks.close(tx, clock, { state: 'ENDED', cause: 'LAPSED' });
    else await this.clocks.replace(tx, { ...clock, lapsedAt: tx.now.getTime() });
    await this.perform(tx, clock, act);
  }

  private async findPlanned(tx: Tx, { clockId, version }: PlannedMoment): Promise<Clock | undefined> {
    const clock = await this.clocks.find(tx, clockId);
    if (clock?.state !== 'RUNNING' || clock.version !== version) return undefined;
    return this.stillWaits(tx, clock);
  }

  private async stillWaits(tx: Tx, clock: Clock): Promise<Clock | undefined> {
    const { waiting } = await this.instances.require(tx, clock.instanceId);
    return clock.executionId === undefined || waiting.some(({ executionId }) => executionId === clock.executionId) ? clock : undefined;
  }

  /** Where the holder waits for others nobody agrees in their place: they are told, and the holder too. */
  private async actOf(tx: Tx, clock: Clock): Promise<TimeoutAct> {
    const { atEnd } = clock.settings;
    const mark = clock.taskId === undefined ? undefined : (await this.tasks.find(tx, clock.taskId))?.mark;
    const isBlocked = mark !== undefined && mark !== 'seats' && WAITING_MARKS.includes(mark);
    return isBlocked && (atEnd.startsWith('AUTO') || atEnd === 'COMPLETE') ? 'ESCALATE' : atEnd;
  }

  private async concernedBy(tx: Tx, clock: Clock, act: TimeoutAct): Promise<readonly string[]> {
    const people = await this.teller.concerned(tx, clock);
    return act === 'ESCALATE' ? [...new Set([...people, ...(await this.teller.owners(tx, clock))])] : people;
  }

  private async later(tx: Tx, { id: clockId, instanceId, version }: Clock): Promise<void> {
    const dueAt = new Date(tx.now.getTime() + HOUR_MS);
    await this.jobs.add(tx, { type: LAPSE, payload: { clockId, version }, dueAt, instanceId, uniqueKey: lapseKey(clockId) });
  }

  private async perform(tx: Tx, clock: Clock, act: TimeoutAct): Promise<void> {
    const { instanceId, settings, taskId } = clock;
    if (act === 'ESCALATE') return this.escalate(tx, clock);
    if (act === 'MESSAGE') return this.instances.message(tx, { instanceId, name: settings.message ?? '' });
    if (act === 'RETURN') return this.sendBack(tx, clock);
    if (act !== 'REMIND' && taskId !== undefined)
      await this.decide(tx, await this.tasks.require(tx, taskId), { act, output: settings.output });
  }

  private async escalate(tx: Tx, clock: Clock): Promise<void> {
    const role = clock.settings.escalateTo ?? '';
    const superiors = role === '' ? [] : (await this.directory.list(tx, { role, limit: PEOPLE })).items.map(({ id }) => id);
    const personIds = [...new Set([...superiors, ...(await this.teller.owners(tx, clock))])];
    const told = { ...(await this.teller.told(tx, clock)), personIds, role };
    tx.emit(deadlineEvents.escalated(told, { instanceId: clock.instanceId }));
  }

  /** Back to the last visit of the named step. */
  private async sendBack(tx: Tx, { instanceId, settings, name }: Clock): Promise<void> {
    const visits = await this.moves.visits(tx, instanceId);
    const target = visits.filter(({ nodeId, endedBy }) => nodeId === settings.returnTo && endedBy !== undefined).at(-1);
    if (target) await this.moves.back(tx, { instanceId, reopen: [target.executionId], cause: 'return', reason: name });
  }

  /** Decides in the place of the holder; of several signers each who has not voted abstains. */
  private async decide(tx: Tx, task: TaskView, { act, output }: { act: TimeoutAct; output: string | undefined }): Promise<void> {
    const seats = (await this.tasks.ofInstance(tx, task.instanceId)).filter((one) => one.parentId === task.id && one.kind === 'SEAT');
    if (seats.length > 0) {
      for (const seat of seats.filter(isOpen))
        await this.tasks.endSeat(tx, seat.id, { state: 'DONE', outcome: ABSTAINED, cause: 'timeout' });
      return;
    }
    const answer = output === undefined || act === 'COMPLETE' ? {} : objectWith(output, act === 'AUTO_AGREE');
    await this.tasks.decide(tx, task.id, { output: answer, outcome: { act, cause: 'TIMEOUT' } });
  }
}
