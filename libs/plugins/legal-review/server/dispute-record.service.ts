import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { countPeriod, dayOf } from '@fashen/plugins/calendar/model';
import { legalReviewErrors, legalReviewEvents, opinionOf } from '../model';
import { CaseStateService } from './case-state.service';
import { CatalogService } from './catalog.service';
import { OpinionRepository, type StoredOpinion } from './opinion.repository';

/** Keeps disputes. The handling unit disputes an opinion once, in writing, within its days; another reviewer then looks again. */
@Injectable()
export class DisputeRecordService {
  constructor(
    private readonly catalog: CatalogService,
    private readonly state: CaseStateService,
    private readonly repository: OpinionRepository,
  ) {}

  /** Records the dispute of a case's latest opinion. Refused when there is none to dispute, a second time, and too late. */
  async record(tx: Tx, instanceId: string, { taskId, reason }: { taskId: string; reason: string }): Promise<void> {
    const opinions = await this.repository.ofCase(tx, instanceId);
    const opinion = opinions.at(-1);
    if (!opinion || opinionOf(opinion.code).passes) throw legalReviewErrors.NOTHING_TO_DISPUTE();
    if (opinions.some((one) => one.isDisputed && one.draftHash === opinion.draftHash)) throw legalReviewErrors.DISPUTED_ALREADY();
    await this.requireInTime(tx, instanceId, opinion);
    const { id: opinionId, round } = opinion;
    await this.repository.add(tx, instanceId, { kind: 'DISPUTE', round, opinionId, taskId, text: reason });
    tx.emit(legalReviewEvents.opinionDisputed({ opinionId, round }, { instanceId, ...(reason && { reason }) }));
  }

  private async requireInTime(tx: Tx, instanceId: string, opinion: StoredOpinion): Promise<void> {
    const { values } = await this.catalog.parametersOf(tx, instanceId);
    const { now, utcOffsetMinutes, calendar } = await this.state.moment(tx);
    const told = dayOf(opinion.signature?.signedAt ?? opinion.givenAt, utcOffsetMinutes);
    const { raw, due } = countPeriod({ start: told, count: values.disputeDays, unit: 'workingDays', kind: 'party' }, calendar);
    // Where the calendar is missing, `raw` is the earliest last day there can be: up to it a dispute is in time in any case.
    if (dayOf(now, utcOffsetMinutes) <= (due ?? raw)) return;
    throw due === undefined ? legalReviewErrors.CALENDAR_MISSING({ from: told }) : legalReviewErrors.DISPUTE_TOO_LATE({ lastDay: due });
  }
}
