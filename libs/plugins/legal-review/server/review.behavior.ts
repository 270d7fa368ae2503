import { Injectable } from '@nestjs/common';
import type { Activity, ActivityBehavior, Step, Tx } from '@fashen/plugin-api';
import { addWorkingDays, dayOf, legalReviewErrors } from '../model';
import { CaseStateService } from './case-state.service';
import { CatalogService } from './catalog.service';
import { OpinionRepository } from './opinion.repository';

const DAY_MS = 86_400_000;

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
    const { now, utcOffsetMinutes, calendar } = this.state.moment(tx);
    const { day } = addWorkingDays(dayOf(now, utcOffsetMinutes), days, calendar);
    // The last day belongs to the reviewer until its last moment.
    return { kind: 'wait', task: { dueAt: new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS - 1 - utcOffsetMinutes * 60_000) } };
  }

  async onComplete(tx: Tx, { instanceId, taskId }: Activity): Promise<void> {
    const opinion = (await this.opinions.ofCase(tx, instanceId)).at(-1);
    if (opinion?.taskId !== taskId) throw legalReviewErrors.OPINION_MISSING({ taskId });
  }
}
