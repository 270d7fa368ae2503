import { Injectable } from '@nestjs/common';
import { type TaskView, type Tx, WAITING_MARKS } from '@fashen/plugin-api';
import { type Clock, deadlineEvents, objectWith, type TimeoutAct } from '../model';
import { CasePorts, ClockTables, WorkPorts } from './clock-ports';
import { CaseClocksService } from './case-clocks.service';
import { LAPSE, lapseKey } from './clock-counter.service';
import { isOpen } from './clock-teller.service';

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
    private readonly tables: ClockTables,
    private readonly cases: CasePorts,
    private readonly work: WorkPorts,
    private readonly caseClocks: CaseClocksService,
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
    if ((await this.cases.instances.require(tx, instanceId)).status === 'SUSPENDED') return this.later(tx, clock);
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

  /** Where the holder waits for others nobody agrees in their place: they are told, and the holder too. */
  private async actOf(tx: Tx, clock: Clock): Promise<TimeoutAct> {
    const { atEnd } = clock.settings;
    const mark = clock.taskId === undefined ? undefined : (await this.cases.tasks.find(tx, clock.taskId))?.mark;
    const isBlocked = mark !== undefined && mark !== 'seats' && WAITING_MARKS.includes(mark);
    return isBlocked && (atEnd.startsWith('AUTO') || atEnd === 'COMPLETE') ? 'ESCALATE' : atEnd;
  }

  private async concernedBy(tx: Tx, clock: Clock, act: TimeoutAct): Promise<readonly string[]> {
    const people = await this.caseClocks.teller.concerned(tx, clock);
    return act === 'ESCALATE' ? [...new Set([...people, ...(await this.caseClocks.teller.owners(tx, clock))])] : people;
  }

  private async later(tx: Tx, { id: clockId, instanceId, version }: Clock): Promise<void> {
    const dueAt = new Date(tx.now.getTime() + HOUR_MS);
    await this.work.jobs.add(tx, { type: LAPSE, payload: { clockId, version }, dueAt, instanceId, uniqueKey: lapseKey(clockId) });
  }

  private async perform(tx: Tx, clock: Clock, act: TimeoutAct): Promise<void> {
    const { instanceId, settings, taskId } = clock;
    if (act === 'ESCALATE') return this.escalate(tx, clock);
    if (act === 'MESSAGE') return this.cases.instances.message(tx, { instanceId, name: settings.message ?? '' });
    if (act === 'RETURN') return this.sendBack(tx, clock);
    if (act !== 'REMIND' && taskId !== undefined)
      await this.decide(tx, await this.cases.tasks.require(tx, taskId), { act, output: settings.output });
  }

  private async escalate(tx: Tx, clock: Clock): Promise<void> {
    const role = clock.settings.escalateTo ?? '';
    const superiors = role === '' ? [] : (await this.work.directory.list(tx, { role, limit: PEOPLE })).items.map(({ id }) => id);
    const personIds = [...new Set([...superiors, ...(await this.caseClocks.teller.owners(tx, clock))])];
    const told = { ...(await this.caseClocks.teller.told(tx, clock)), personIds, role };
    tx.emit(deadlineEvents.escalated(told, { instanceId: clock.instanceId }));
  }

  /** Back to the last visit of the named step. */
  private async sendBack(tx: Tx, { instanceId, settings, name }: Clock): Promise<void> {
    const visits = await this.cases.moves.visits(tx, instanceId);
    const target = visits.filter(({ nodeId, endedBy }) => nodeId === settings.returnTo && endedBy !== undefined).at(-1);
    if (target) await this.cases.moves.back(tx, { instanceId, reopen: [target.executionId], cause: 'return', reason: name });
  }

  /** Decides in the place of the holder; of several signers each who has not voted abstains. */
  private async decide(tx: Tx, task: TaskView, { act, output }: { act: TimeoutAct; output: string | undefined }): Promise<void> {
    const seats = (await this.cases.tasks.ofInstance(tx, task.instanceId)).filter((one) => one.parentId === task.id && one.kind === 'SEAT');
    if (seats.length > 0) {
      for (const seat of seats.filter(isOpen))
        await this.cases.tasks.endSeat(tx, seat.id, { state: 'DONE', outcome: ABSTAINED, cause: 'timeout' });
      return;
    }
    const answer = output === undefined || act === 'COMPLETE' ? {} : objectWith(output, act === 'AUTO_AGREE');
    await this.cases.tasks.decide(tx, task.id, { output: answer, outcome: { act, cause: 'TIMEOUT' } });
  }
}
