import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { addDays, dayOf, endOfDay, type OfficeDays, WorkingCalendar, workingDaysBetween } from '@fashen/plugins/calendar/model';
import { CaseClocks, type Clock } from '@fashen/plugins/deadline/model';
import { FAILING_RESULTS, REVIEW_CLOCK, type ReviewStatistics, type SignedOpinion, statisticsOf, type StatisticsQuery } from '../model';
import { SIGNED_PAGE, type SignedRow, StatisticsRepository } from './statistics.repository';

/** A signature ends the clock of its review at the same moment. */
const momentOf = (caseId: string, at: number | undefined): string => `${caseId} ${at}`;

/** What legal review did in a period: read from opinions, signatures and clocks, kept nowhere. */
@Injectable()
export class StatisticsService {
  constructor(
    private readonly repository: StatisticsRepository,
    private readonly clocks: CaseClocks,
    private readonly calendars: WorkingCalendar,
  ) {}

  async of(tx: Tx, query: StatisticsQuery): Promise<ReviewStatistics> {
    const offset = this.calendars.utcOffsetMinutes;
    const [from, before] = [endOfDay(addDays(query.from, -1), offset) + 1, endOfDay(query.to, offset) + 1];
    const office = await this.calendars.calendar(tx);
    const opinions: SignedOpinion[] = [];
    let after: SignedRow | undefined;
    do {
      const rows = await this.repository.signed(tx, { fromMs: from, beforeMs: before, ...(after && { after }) });
      opinions.push(...(await this.opinionsFrom(tx, rows, office)));
      after = rows.length === SIGNED_PAGE ? rows.at(-1) : undefined;
    } while (after);
    return statisticsOf(opinions, query);
  }

  /** One read of the clocks for all of them. */
  private async opinionsFrom(tx: Tx, rows: readonly SignedRow[], office: OfficeDays): Promise<readonly SignedOpinion[]> {
    const clocks = await this.clocks.endedOf(tx, [...new Set(rows.map(({ caseId }) => caseId))], REVIEW_CLOCK);
    const ended = new Map(clocks.map((clock) => [momentOf(clock.instanceId, clock.endedAt), clock]));
    return rows.map((row) => this.opinionFrom(row, ended.get(momentOf(row.caseId, row.signedAt)), office));
  }

  private opinionFrom({ caseId, code, checklist, signedAt }: SignedRow, clock: Clock | undefined, office: OfficeDays): SignedOpinion {
    const signedOn = dayOf(signedAt, this.calendars.utcOffsetMinutes);
    const workingDays = clock && workingDaysBetween(clock.startDay, addDays(signedOn, 1), office);
    return {
      ...{ caseId, code, signedOn },
      failed: checklist.filter(({ result }) => FAILING_RESULTS.includes(result)).map((answer) => answer.code),
      ...(clock?.dueAt !== undefined && { inTime: signedAt <= clock.dueAt }),
      ...(workingDays !== undefined && { workingDays }),
    };
  }
}
