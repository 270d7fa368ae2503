import { Injectable } from '@nestjs/common';
import type { Activity, ActivityBehavior, Step, Tx } from '@fashen/plugin-api';
import { countPeriod, dayOf, endOfDay } from '@fashen/plugins/calendar/model';
import { legalReviewErrors } from '../model';
import { CaseStateService } from './case-state.service';
import { CatalogService } from './catalog.service';
import { OpinionRepository } from './opinion.repository';

/** The reviewer's task. It ends with an opinion and in no other way; it is due after the days the catalog gives. */
@Injectable()
export class ReviewBehavior implements ActivityBehavior {
  readonly extension = 'legal-review:Review';

  constructor(
    private readonly catalog: CatalogService,
    private readonly state: CaseStateService,
    private readonly opinions: OpinionRepository,
  ) {}

  async onWait(tx: Tx, { instanceId }: Activity): Promise<Step> {
    const evaluation = await this.catalog.findLatest(tx, instanceId);
    const days = evaluation?.result.reviewDays ?? 0;
    if (days === 0) return { kind: 'wait' };
    const { now, utcOffsetMinutes, calendar } = await this.state.moment(tx);
    const review = { start: dayOf(now, utcOffsetMinutes), count: days, unit: 'workingDays', kind: 'duty' } as const;
    const { due, raw } = countPeriod(review, calendar);
    // The last day belongs to the reviewer until its last moment; where the calendar is missing it is the earliest there can be.
    return { kind: 'wait', task: { dueAt: new Date(endOfDay(due ?? raw, utcOffsetMinutes)) } };
  }

  async onComplete(tx: Tx, { instanceId, taskId }: Activity): Promise<void> {
    const opinion = (await this.opinions.ofCase(tx, instanceId)).at(-1);
    if (opinion?.taskId !== taskId) throw legalReviewErrors.OPINION_MISSING({ taskId });
  }
}
