import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { dayOf } from '@fashen/plugins/calendar/model';
import {
  type BoundStep,
  CaseClocks,
  type Clock,
  type ClockSettings,
  deadlineEvents,
  type HoldReason,
  type NewClock,
  type Period,
} from '../model';
import { ClockTables } from './clock-ports';
import { ClockCounterService } from './clock-counter.service';
import { ClockTellerService } from './clock-teller.service';
import { PeriodService } from './period.service';

/** How a clock is closed. */
export interface ClockEnd {
  readonly state: 'ENDED' | 'CANCELLED';
  readonly cause: string;
}

/** Arms, holds, resumes and ends clocks. */
@Injectable()
export class CaseClocksService extends CaseClocks {
  constructor(
    private readonly tables: ClockTables,
    private readonly periods: PeriodService,
    readonly counter: ClockCounterService,
    readonly teller: ClockTellerService,
  ) {
    super();
  }

  async arm(tx: Tx, clock: NewClock): Promise<Clock> {
    const period = await this.periods.require(tx, clock.key);
    const before = period.kind === 'task' || clock.over?.isSeat ? undefined : await this.find(tx, clock.instanceId, clock.key);
    if (before) await this.close(tx, before, { state: 'CANCELLED', cause: 'REPLACED' });
    const made = this.newClock(tx, period, clock);
    await this.tables.clocks.add(tx, made);
    const armed = await this.counter.recount(tx, made, 'ARMED');
    tx.emit(deadlineEvents.armed(await this.teller.told(tx, armed, before), { instanceId: armed.instanceId, affects: 'clockChanged' }));
    return armed;
  }

  async find(tx: Tx, instanceId: string, key: string): Promise<Clock | undefined> {
    return (await this.tables.clocks.openOfCase(tx, instanceId)).filter((clock) => clock.key === key && !clock.settings.isSeat).at(-1);
  }

  ofCase(tx: Tx, instanceId: string): Promise<readonly Clock[]> {
    return this.tables.clocks.ofCase(tx, instanceId);
  }

  endedOf(tx: Tx, instanceIds: readonly string[], key: string): Promise<readonly Clock[]> {
    return this.tables.clocks.endedOf(tx, instanceIds, key);
  }

  async bind(tx: Tx, clock: Clock, step: BoundStep): Promise<Clock> {
    const bound = { ...clock, ...step };
    await this.tables.clocks.replace(tx, bound);
    return clock.state === 'HELD' ? this.goOn(tx, bound, '') : bound;
  }

  async end(tx: Tx, instanceId: string, key: string): Promise<void> {
    for (const clock of await this.tables.clocks.openOfCase(tx, instanceId)) {
      if (clock.key === key && !clock.settings.isSeat) await this.close(tx, clock, { state: 'ENDED', cause: 'DONE' });
    }
  }

  async hold(tx: Tx, instanceId: string, key: string, reason: HoldReason): Promise<void> {
    const clock = await this.find(tx, instanceId, key);
    if (clock?.state === 'RUNNING') await this.stop(tx, clock, { reason, note: '' });
  }

  async resume(tx: Tx, instanceId: string, key: string): Promise<void> {
    const clock = await this.find(tx, instanceId, key);
    if (clock?.state === 'HELD') await this.goOn(tx, clock, '');
  }

  async suspendAll(tx: Tx, instanceId: string): Promise<void> {
    for (const clock of await this.tables.clocks.openOfCase(tx, instanceId)) {
      const mayStop = clock.state === 'RUNNING' && clock.kind !== 'party' && clock.lapsedAt === undefined;
      if (mayStop) await this.stop(tx, clock, { reason: 'SUSPENSION', note: '' });
    }
  }

  async resumeAll(tx: Tx, instanceId: string): Promise<void> {
    for (const clock of await this.tables.clocks.openOfCase(tx, instanceId)) await this.goOnAfter(tx, clock, 'SUSPENSION');
  }

  /** Lets the clock of a key go on if this is what it stands still for. */
  async resumeAfter(tx: Tx, instanceId: string, key: string, reason: HoldReason): Promise<void> {
    const clock = await this.find(tx, instanceId, key);
    if (clock) await this.goOnAfter(tx, clock, reason);
  }

  /** Stops a running clock. */
  async stop(tx: Tx, clock: Clock, { reason, note }: { reason: HoldReason; note: string }): Promise<Clock> {
    await this.tables.history.addHold(tx, randomUUID(), clock.id, { kind: 'HOLD', day: this.today(tx), reason, note });
    const held = await this.counter.recount(tx, { ...clock, state: 'HELD' }, 'HELD');
    const options = { instanceId: held.instanceId, affects: 'clockChanged', ...(note && { reason: note }) } as const;
    tx.emit(deadlineEvents.held({ ...(await this.teller.told(tx, held, clock)), cause: reason }, options));
    return held;
  }

  /** Lets a held clock go on. After missing materials it begins anew: it counts from the day on which they were complete. */
  async goOn(tx: Tx, clock: Clock, note: string): Promise<Clock> {
    const holds = await this.tables.history.holds(tx, clock.id);
    const reason = holds.at(-1)?.reason ?? 'OTHER';
    await this.tables.history.addHold(tx, randomUUID(), clock.id, { kind: 'RESUME', day: this.today(tx), reason, note });
    const anew = reason === 'SUPPLEMENT' ? { startDay: this.today(tx), startAt: tx.now.getTime() } : {};
    const resumed = await this.counter.recount(tx, { ...clock, ...anew, state: 'RUNNING' }, 'RESUMED');
    const options = { instanceId: resumed.instanceId, affects: 'clockChanged', ...(note && { reason: note }) } as const;
    tx.emit(deadlineEvents.resumed(await this.teller.told(tx, resumed, clock), options));
    return resumed;
  }

  /** Ends a clock, or cancels it. Nothing happens for it any more. */
  async close(tx: Tx, clock: Clock, { state, cause }: ClockEnd): Promise<Clock> {
    const closed: Clock = { ...clock, state, endedAt: tx.now.getTime(), endCause: cause };
    await this.tables.clocks.replace(tx, closed);
    await this.counter.unplan(tx, closed);
    if (state === 'CANCELLED') {
      // It is due on no day any more; the row keeps the day it was due on.
      const told = { ...(await this.teller.told(tx, { ...closed, dueAt: undefined }, clock)), cause };
      tx.emit(deadlineEvents.cancelled(told, { instanceId: closed.instanceId, affects: 'clockChanged' }));
    }
    return closed;
  }

  private async goOnAfter(tx: Tx, clock: Clock, reason: HoldReason): Promise<void> {
    const last = (await this.tables.history.holds(tx, clock.id)).at(-1);
    if (clock.state === 'HELD' && last?.reason === reason) await this.goOn(tx, clock, '');
  }

  private today(tx: Tx): string {
    return dayOf(tx.now.getTime(), this.counter.utcOffsetMinutes);
  }

  private newClock(tx: Tx, period: Period, clock: NewClock): Clock {
    const { instanceId, key, nodeId, executionId, taskId, over = {} } = clock;
    const startDay = clock.startDay ?? this.today(tx);
    return {
      ...{ id: randomUUID(), instanceId, key, name: period.name, kind: over.isSeat ? 'task' : period.kind },
      ...(nodeId && { nodeId }),
      ...(executionId && { executionId }),
      ...(taskId && { taskId }),
      ...{
        startDay,
        startAt: clock.startAt ?? tx.now.getTime(),
        amount: over.amount ?? period.amount,
        unit: period.unit,
        rule: period.rule,
      },
      settings: settingsOf(period, over),
      ...{ state: 'RUNNING', rawDay: startDay, calendarMissing: false, version: 0, createdAt: tx.now.getTime() },
    };
  }
}

function settingsOf(
  { source, article, confidence, remind, extensions, holdBy }: Period,
  over: NonNullable<NewClock['over']>,
): ClockSettings {
  const { amount: _amount, extensions: own, atEnd = 'REMIND', ...acts } = over;
  return { source, article, confidence, remind, holdBy, extensions: own ? [...own] : extensions, atEnd, ...acts };
}
