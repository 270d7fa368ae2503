import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { addDays, dayOf, endOfDay, type OfficeDays, WorkingCalendar, workingDaysBetween } from '@fashen/plugins/calendar/model';
import { CaseClocks, type Clock } from '@fashen/plugins/deadline/model';
import { FAILING_RESULTS, REVIEW_CLOCK, type ReviewStatistics, type SignedOpinion, statisticsOf, type StatisticsQuery } from '../model';
import { type SignedRow, StatisticsRepository } from './statistics.repository';

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
    const rows = await this.repository.signed(tx, from, before);
    const office = await this.calendars.calendar(tx);
    const opinions: SignedOpinion[] = [];
    for (const caseId of new Set(rows.map((row) => row.caseId))) {
      const ended = (await this.clocks.ofCase(tx, caseId)).filter(({ key, state }) => key === REVIEW_CLOCK && state === 'ENDED');
      for (const row of rows.filter((one) => one.caseId === caseId)) opinions.push(this.opinionFrom(row, ended, office));
    }
    return statisticsOf(opinions, query);
  }

  private opinionFrom({ caseId, code, checklist, signedAt }: SignedRow, ended: readonly Clock[], office: OfficeDays): SignedOpinion {
    const signedOn = dayOf(signedAt, this.calendars.utcOffsetMinutes);
    const clock = ended.find(({ endedAt }) => endedAt === signedAt);
    const workingDays = clock && workingDaysBetween(clock.startDay, addDays(signedOn, 1), office);
    return {
      ...{ caseId, code, signedOn },
      failed: checklist.filter(({ result }) => FAILING_RESULTS.includes(result)).map((answer) => answer.code),
      ...(clock?.dueAt !== undefined && { inTime: signedAt <= clock.dueAt }),
      ...(workingDays !== undefined && { workingDays }),
    };
  }
}
