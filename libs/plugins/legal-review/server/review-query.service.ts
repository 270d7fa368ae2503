import { Injectable } from '@nestjs/common';
import { CaseAccess, type InstanceView, isWorkflowError, type Tx } from '@fashen/plugin-api';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import { type CaseReviewReply, CHECKLIST, type GateView, OPINION_CODES, type TaskReviewReply } from '../model';
import { CaseStateService } from './case-state.service';
import { ReviewTaskService } from './review-task.service';
import { ReviewViewService } from './review-view.service';

/** What pages show of a review. */
@Injectable()
export class ReviewQueryService {
  constructor(
    private readonly access: CaseAccess,
    private readonly reviewTasks: ReviewTaskService,
    private readonly views: ReviewViewService,
    private readonly state: CaseStateService,
  ) {}

  /** Everything about the review of a case, and whether it could be decided now. */
  async ofCase(tx: Tx, caseId: string): Promise<CaseReviewReply> {
    const instance = await this.access.require(tx, caseId);
    const evaluation = await this.views.evaluationOf(tx, caseId);
    return {
      isReviewed: await this.reviewTasks.isReviewed(tx, caseId),
      ...(evaluation && { evaluation }),
      opinions: await this.views.opinionsOf(tx, caseId),
      draft: await this.views.draftOf(tx, instance),
      gate: await this.gateOf(tx, instance),
    };
  }

  /** What a reviewer or the section head needs for one task. */
  async ofTask(tx: Tx, taskId: string): Promise<TaskReviewReply> {
    const { instance } = await this.reviewTasks.require(tx, taskId);
    const evaluation = await this.views.evaluationOf(tx, instance.id);
    const depth = evaluation?.result.depth ?? 'NONE';
    const opinion = (await this.views.opinionsOf(tx, instance.id)).at(-1);
    return {
      depth,
      checklist: CHECKLIST.map(({ code, requiredAt }) => ({ code, ...wordsOf(tx, code), required: requiredAt.includes(depth) })),
      opinionCodes: OPINION_CODES,
      draft: await this.views.draftOf(tx, instance),
      ...(evaluation && { evaluation }),
      ...(opinion && { opinion }),
    };
  }

  private async gateOf(tx: Tx, { id: instanceId, variables }: InstanceView): Promise<GateView> {
    try {
      await this.state.requireMayDecide(tx, { instanceId, variables });
      return { mayDecide: true };
    } catch (error) {
      if (!isWorkflowError(error)) throw error;
      return { mayDecide: false, code: error.code, params: error.params };
    }
  }
}

function wordsOf(tx: Tx, code: string): { title: string; whatToCheck: string } {
  const texts: Readonly<Record<string, string>> = tx.locale === 'en' ? en.ui : zhCn.ui;
  return { title: texts[`checklist.${code}`] ?? code, whatToCheck: texts[`checklist.${code}.what`] ?? '' };
}
