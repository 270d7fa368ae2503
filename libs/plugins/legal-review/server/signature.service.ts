import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { legalReviewErrors, legalReviewEvents, type ReviewActReply, routeOf, type SignatureBody } from '../model';
import { CaseStateService } from './case-state.service';
import { CatalogService } from './catalog.service';
import { OpinionRepository, type StoredOpinion } from './opinion.repository';
import { ReviewTaskService } from './review-task.service';

/** The head of the legal section signs opinions. */
@Injectable()
export class SignatureService {
  constructor(
    private readonly reviewTasks: ReviewTaskService,
    private readonly catalog: CatalogService,
    private readonly state: CaseStateService,
    private readonly repository: OpinionRepository,
  ) {}

  /** Signs, or refuses to sign, the latest opinion and ends the task. Whether the review passed is judged anew against the draft as it stands. */
  async sign(tx: Tx, taskId: string, { agrees, comment }: SignatureBody): Promise<ReviewActReply> {
    const { task, instance } = await this.reviewTasks.lock(tx, taskId, 'Signature', legalReviewErrors.NOT_A_SIGNATURE_TASK({ taskId }));
    const instanceId = instance.id;
    const opinion = (await this.repository.ofCase(tx, instanceId)).at(-1);
    if (!opinion || opinion.signature) throw legalReviewErrors.NOTHING_TO_SIGN({ taskId });
    await this.requireOtherPerson(tx, instanceId, opinion);
    const { id: opinionId, round, code } = opinion;
    await this.repository.add(tx, instanceId, { kind: 'SIGNATURE', round, opinionId, taskId: task.id, text: comment, agrees });
    tx.emit(legalReviewEvents.opinionSigned({ opinionId, agrees, round }, { instanceId, ...(comment && { reason: comment }) }));
    const passed = agrees && (await this.state.reviewHolds(tx, { instanceId, variables: instance.variables }));
    const review = { passed, signed: agrees, route: routeOf(code, !agrees) };
    const outcome = agrees ? 'SIGNED' : 'RETURNED';
    return {
      opinionId,
      round,
      instance: await this.reviewTasks.end(tx, taskId, { output: { review }, outcome, submission: { agrees, comment } }),
    };
  }

  /** Reviewer and head differ, except in a section that has one person by its parameters. */
  private async requireOtherPerson(tx: Tx, instanceId: string, opinion: StoredOpinion): Promise<void> {
    if (opinion.reviewerId !== tx.actor.personId) return;
    const { values } = await this.catalog.parametersOf(tx, instanceId);
    if (!values.onePersonSection) throw legalReviewErrors.SIGNER_CONFLICT({ duty: 'review' });
  }
}
