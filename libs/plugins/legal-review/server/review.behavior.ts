import { Injectable } from '@nestjs/common';
import type { Activity, ActivityBehavior, Step, Tx } from '@fashen/plugin-api';
import { CaseClocks, type Clock } from '@fashen/plugins/deadline/model';
import { legalReviewErrors, REVIEW_CLOCK } from '../model';
import { CatalogService } from './catalog.service';
import { OpinionRepository } from './opinion.repository';

/**
 * The reviewer's task. It ends with an opinion and in no other way; it is due by the clock of the review, which begins when a reviewer
 * has the materials, stands still while advice is asked for, and ends with the signature.
 */
@Injectable()
export class ReviewBehavior implements ActivityBehavior {
  readonly extension = 'legal-review:Review';

  constructor(
    private readonly catalog: CatalogService,
    private readonly clocks: CaseClocks,
    private readonly opinions: OpinionRepository,
  ) {}

  async onWait(tx: Tx, activity: Activity): Promise<Step> {
    const clock = await this.clockOf(tx, activity);
    return clock?.dueAt === undefined ? { kind: 'wait' } : { kind: 'wait', task: { dueAt: new Date(clock.dueAt) } };
  }

  async onComplete(tx: Tx, { instanceId, taskId }: Activity): Promise<void> {
    const opinion = (await this.opinions.ofCase(tx, instanceId)).at(-1);
    if (opinion?.taskId !== taskId) throw legalReviewErrors.OPINION_MISSING({ taskId });
  }

  /** The clock of a review that goes on, or a new one. After a dispute the days of the second review count. */
  private async clockOf(tx: Tx, { instanceId, nodeId, executionId, taskId }: Activity): Promise<Clock | undefined> {
    const step = { nodeId, executionId, ...(taskId && { taskId }) };
    const running = await this.clocks.find(tx, instanceId, REVIEW_CLOCK);
    if (running) return this.clocks.bind(tx, running, step);
    const figures = await this.figures(tx, instanceId);
    return figures && this.clocks.arm(tx, { instanceId, key: REVIEW_CLOCK, ...step, over: figures });
  }

  private async figures(
    tx: Tx,
    instanceId: string,
  ): Promise<{ amount: number; extensions?: { amount: number; by: string[] }[] } | undefined> {
    const evaluation = await this.catalog.findLatest(tx, instanceId);
    if (!evaluation || evaluation.result.reviewDays === 0) return undefined;
    const { values } = await this.catalog.parametersOf(tx, instanceId);
    const isSecond = (await this.opinions.ofCase(tx, instanceId)).at(-1)?.isDisputed === true;
    if (isSecond) return { amount: values.reReviewDays, extensions: [] };
    const { reviewDays: amount, extDays, depth } = evaluation.result;
    const by = [depth === 'FULL' ? values.extApproverFull : values.extApproverRoutine];
    return { amount, extensions: extDays > 0 ? [{ amount: extDays, by }] : [] };
  }
}
