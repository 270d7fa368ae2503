import { Injectable } from '@nestjs/common';
import { type JobHandler, Jobs, type JsonObject, type Tx } from '@fashen/plugin-api';
import { deadlineEvents } from '../model';
import { ClockCounterService, LAPSE, REMIND } from './clock-counter.service';
import { ClockTellerService } from './clock-teller.service';
import { ClockRepository } from './clock.repository';
import { ExpiryService } from './expiry.service';
import { RecountRepository } from './recount.repository';

const CASES_PER_JOB = 100;
/** Job types of counting anew. */
export const RECOUNT = 'deadline.recount';
const RECOUNT_CASE = 'deadline.recountCase';

const momentOf = ({ clockId, version }: JsonObject) => ({ clockId: String(clockId), version: Number(version) });

/** Reminds the people a clock concerns. */
@Injectable()
export class RemindJob implements JobHandler {
  readonly type = REMIND;

  constructor(private readonly expiry: ExpiryService) {}

  run(tx: Tx, payload: JsonObject): Promise<void> {
    return this.expiry.remind(tx, { ...momentOf(payload), days: Number(payload['days']) });
  }
}

/** Notes that a last day has ended. */
@Injectable()
export class LapseJob implements JobHandler {
  readonly type = LAPSE;

  constructor(private readonly expiry: ExpiryService) {}

  run(tx: Tx, payload: JsonObject): Promise<void> {
    return this.expiry.lapse(tx, momentOf(payload));
  }
}

/** Plans the counting anew of every case with open clocks, some at a time. */
@Injectable()
export class RecountJob implements JobHandler {
  readonly type = RECOUNT;

  constructor(
    private readonly clocks: ClockRepository,
    private readonly recounts: RecountRepository,
    private readonly jobs: Jobs,
  ) {}

  async run(tx: Tx, { after = '', recountId = '', years = [] }: JsonObject): Promise<void> {
    const id = String(recountId);
    if (after === '') await this.begin(tx, id, Array.isArray(years) ? years.map(Number) : []);
    const cases = await this.clocks.openCases(tx, String(after), CASES_PER_JOB);
    for (const instanceId of cases) {
      const job = { type: RECOUNT_CASE, payload: { recountId: id }, instanceId };
      await this.jobs.add(tx, { ...job, uniqueKey: `deadline:recount:${instanceId}` });
    }
    const last = cases.at(-1);
    if (cases.length === CASES_PER_JOB && last) await this.jobs.add(tx, { type: RECOUNT, payload: { after: last, recountId: id } });
  }

  private async begin(tx: Tx, id: string, years: readonly number[]): Promise<void> {
    await this.recounts.add(tx, { id, years, cases: await this.clocks.countOpenCases(tx) });
  }
}

/** Counts the open clocks of one case by the calendar in force. What does not move is left alone. */
@Injectable()
export class RecountCaseJob implements JobHandler {
  readonly type = RECOUNT_CASE;

  constructor(
    private readonly clocks: ClockRepository,
    private readonly recounts: RecountRepository,
    private readonly counter: ClockCounterService,
    private readonly teller: ClockTellerService,
  ) {}

  async run(tx: Tx, { recountId }: JsonObject, { instanceId = '' }: { readonly instanceId?: string }): Promise<void> {
    const { versionId: calendarId } = await this.counter.calendarOf(tx, instanceId);
    let count = 0;
    for (const clock of await this.clocks.openOfCase(tx, instanceId)) {
      if (!(await this.counter.isMoved(tx, clock))) continue;
      const moved = await this.counter.recount(tx, clock, 'CALENDAR');
      const told = { ...(await this.teller.told(tx, moved, clock)), calendarId };
      tx.emit(deadlineEvents.recomputed(told, { instanceId, affects: 'clockChanged' }));
      count += 1;
    }
    if (typeof recountId === 'string') await this.recounts.addCase(tx, recountId, instanceId, count);
  }
}
