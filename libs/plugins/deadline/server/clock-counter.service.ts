import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Tx } from '@fashen/plugin-api';
import { addDays, endOfDay, type OfficeDays } from '@fashen/plugins/calendar/model';
import { type Clock, type CountedClock, countClock, lapseAt, reminderDay } from '../model';
import { CasePorts, ClockTables, WorkPorts } from './clock-ports';

const HOUR_MS = 3_600_000;

/** Job types of this plugin. */
export const LAPSE = 'deadline.lapse';
export const REMIND = 'deadline.remind';

/** Counts clocks, keeps each computation, and plans what follows from it: the due time of the task, reminders, the end. */
@Injectable()
export class ClockCounterService {
  constructor(
    private readonly tables: ClockTables,
    private readonly cases: CasePorts,
    private readonly work: WorkPorts,
  ) {}

  get utcOffsetMinutes(): number {
    return this.work.calendars.utcOffsetMinutes;
  }

  /** The calendar of the bureau a case belongs to. */
  async calendarOf(tx: Tx, instanceId: string): Promise<OfficeDays> {
    const { unitId } = await this.cases.instances.require(tx, instanceId);
    return this.work.calendars.calendar(tx, unitId);
  }

  /** Counts a clock anew and writes it. While it is held it has no due time. */
  async recount(tx: Tx, clock: Clock, cause: string): Promise<Clock> {
    const calendar = await this.calendarOf(tx, clock.instanceId);
    const { counted, ...end } = await this.count(tx, clock, calendar);
    const next: Clock = { ...withoutEnd(clock), ...(clock.state === 'HELD' ? heldEnd(end) : end), version: clock.version + 1 };
    await this.tables.clocks.replace(tx, next);
    const days = { ...(next.dueDay && { dueDay: next.dueDay }), ...(clock.dueDay && { wasDueDay: clock.dueDay }) };
    const version = {
      id: randomUUID(),
      clockId: next.id,
      version: next.version,
      cause,
      amount: next.amount,
      calendarId: calendar.versionId,
    };
    await this.tables.history.addVersion(tx, { ...version, ...days, ...(counted && { counted }) });
    if (next.taskId && next.dueAt !== clock.dueAt) await this.showDue(tx, next, next.taskId);
    await this.plan(tx, next, calendar);
    return next;
  }

  /** The case stands still: the end of the clock is looked at again later. */
  async postpone(tx: Tx, { id: clockId, instanceId, version }: Clock): Promise<void> {
    const dueAt = new Date(tx.now.getTime() + HOUR_MS);
    await this.work.jobs.add(tx, { type: LAPSE, payload: { clockId, version }, dueAt, instanceId, uniqueKey: lapseKey(clockId) });
  }

  /** True when the calendar in force says something else about a running clock than it says of itself. */
  async isMoved(tx: Tx, clock: Clock): Promise<boolean> {
    if (clock.state !== 'RUNNING') return false;
    const end = await this.count(tx, clock, await this.calendarOf(tx, clock.instanceId));
    return end.dueAt !== clock.dueAt || end.outerDay !== clock.outerDay || end.rawDay !== clock.rawDay;
  }

  /** Nothing will happen for this clock any more. */
  async unplan(tx: Tx, clock: Clock): Promise<void> {
    await this.work.jobs.cancel(tx, lapseKey(clock.id));
    for (const index of clock.settings.remind.keys()) await this.work.jobs.cancel(tx, remindKey(clock.id, index));
  }

  /** A step and its signers are due by its clock; a signer with a clock of their own by the earlier of the two. */
  private async showDue(tx: Tx, { instanceId, executionId, settings, dueAt }: Clock, taskId: string): Promise<void> {
    const open = await this.tables.clocks.openOfCase(tx, instanceId);
    const here = open.filter((one) => one.executionId === executionId && one.taskId !== undefined);
    const ofStep = here.find((one) => !one.settings.isSeat)?.dueAt;
    if (!settings.isSeat) await this.cases.tasks.setDue(tx, taskId, dateOf(dueAt));
    const seats = here.filter((one) => one.settings.isSeat && (!settings.isSeat || one.taskId === taskId));
    for (const seat of seats) await this.cases.tasks.setDue(tx, seat.taskId ?? '', dateOf(earlierOf(seat.dueAt, ofStep)));
  }

  private async count(tx: Tx, clock: Clock, calendar: OfficeDays): Promise<CountedClock> {
    const holds = await this.tables.history.holds(tx, clock.id);
    // What began anew after a hold does not know the holds before.
    const since = holds.filter(({ at }) => at >= clock.startAt);
    const { notBefore } = clock.settings;
    const counter = { calendar, utcOffsetMinutes: this.utcOffsetMinutes };
    return countClock({ ...clock, ...(notBefore !== undefined && { notBefore }) }, since, counter);
  }

  private async plan(tx: Tx, clock: Clock, calendar: OfficeDays): Promise<void> {
    await this.unplan(tx, clock);
    if (clock.state !== 'RUNNING') return;
    const at = lapseAt(clock, this.utcOffsetMinutes);
    if (at === undefined) return;
    const { id: clockId, instanceId, version } = clock;
    const payload = { clockId, version };
    if (clock.lapsedAt === undefined)
      await this.work.jobs.add(tx, { type: LAPSE, payload, dueAt: new Date(at), instanceId, uniqueKey: lapseKey(clockId) });
    for (const [index, days] of clock.settings.remind.entries()) {
      const due = this.reminderAt(clock, days, calendar);
      if (due === undefined || due <= tx.now.getTime()) continue;
      const job = { type: REMIND, payload: { ...payload, days: -days }, dueAt: new Date(due), instanceId };
      await this.work.jobs.add(tx, { ...job, uniqueKey: remindKey(clockId, index) });
    }
  }

  private reminderAt({ unit, dueDay, outerDay }: Clock, days: number, calendar: OfficeDays): number | undefined {
    const last = days > 0 ? (outerDay ?? dueDay) : dueDay;
    if (unit === 'hours' || last === undefined) return undefined;
    const day = reminderDay(last, days, calendar);
    return day === undefined ? undefined : endOfDay(addDays(day, -1), this.utcOffsetMinutes) + 1 + this.work.config.remindHour * HOUR_MS;
  }
}

/** An instant as tasks keep it. */
export const dateOf = (instant: number | undefined): Date | undefined => (instant === undefined ? undefined : new Date(instant));

const lapseKey = (clockId: string): string => `deadline:lapse:${clockId}`;
const remindKey = (clockId: string, index: number): string => `deadline:remind:${clockId}:${index}`;

function withoutEnd(clock: Clock): Clock {
  const { dueAt: _at, dueDay: _day, outerDay: _outer, ...rest } = clock;
  return rest;
}

const heldEnd = ({ rawDay, calendarMissing }: Pick<Clock, 'rawDay' | 'calendarMissing'>): Pick<Clock, 'rawDay' | 'calendarMissing'> => ({
  rawDay,
  calendarMissing,
});

const earlierOf = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);
