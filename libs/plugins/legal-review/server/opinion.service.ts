import { Injectable } from '@nestjs/common';
import type { JsonObject, Tx } from '@fashen/plugin-api';
import {
  type Depth,
  factsOf,
  legalReviewErrors,
  legalReviewEvents,
  mayGiveOpinion,
  type OpinionBody,
  opinionOf,
  type ReviewActReply,
  routeOf,
} from '../model';
import { CatalogService, proposalOf } from './catalog.service';
import { draftTextOf } from './draft-text';
import { OpinionRepository, type StoredOpinion } from './opinion.repository';
import { ReviewTaskService } from './review-task.service';

/** Reviewers give opinions. Each is bound to the draft it judged and never changes. */
@Injectable()
export class OpinionService {
  constructor(
    private readonly reviewTasks: ReviewTaskService,
    private readonly catalog: CatalogService,
    private readonly repository: OpinionRepository,
  ) {}

  /** Gives an opinion and ends the task. A passing opinion on a full review counts only once the head of the section has signed. */
  async give(tx: Tx, taskId: string, body: OpinionBody): Promise<ReviewActReply> {
    await this.requireApplicable(tx, taskId);
    const { task, instance } = await this.reviewTasks.lock(tx, taskId, 'Review', legalReviewErrors.NOT_A_REVIEW_TASK({ taskId }));
    const { variables, id: instanceId } = instance;
    const evaluation = await this.catalog.findLatest(tx, instanceId);
    const depth = evaluation?.result.depth ?? 'NONE';
    const draftHash = draftTextOf(variables).sha256;
    if (body.draftHash !== undefined && body.draftHash !== draftHash) throw legalReviewErrors.DRAFT_CHANGED({ taskId });
    const refusal = mayGiveOpinion(body, depth, proposalOf(variables).draft);
    if (refusal) throw refusal;
    const earlier = await this.repository.ofCase(tx, instanceId);
    requireOtherPerson(tx, variables, earlier);
    const round = earlier.length + 1;
    const { code, text, checklist, citations } = body;
    const row = { kind: 'OPINION', round, taskId: task.id, code, depth, text, checklist, citations, draftHash } as const;
    const opinionId = await this.repository.add(tx, instanceId, { ...row, ...(evaluation && { evaluationId: evaluation.id }) });
    tx.emit(legalReviewEvents.opinionGiven({ opinionId, code, round, draftHash }, { instanceId, reason: text }));
    const review: JsonObject = { code, round, opinionId, draftHash, passed: passesAlone(code, depth), route: routeOf(code), signed: false };
    // The output holds what follows from the opinion; what the reviewer has said and seen is more.
    const submission = { code, text, checklist: checklist.map((item) => ({ ...item })), citations, draftHash };
    return { opinionId, round, instance: await this.reviewTasks.end(tx, taskId, { output: { review }, outcome: code, submission }) };
  }

  /** There is nothing to review in a case on the spot, whichever of its steps one tries. */
  private async requireApplicable(tx: Tx, taskId: string): Promise<void> {
    const { instance } = await this.reviewTasks.require(tx, taskId);
    const evaluation = await this.catalog.findLatest(tx, instance.id);
    const isOnTheSpot = proposalOf(instance.variables).draft.procedure === 'SUMMARY';
    if (isOnTheSpot && evaluation?.result.depth === 'NONE') throw legalReviewErrors.NOT_APPLICABLE();
  }
}

const passesAlone = (code: OpinionBody['code'], depth: Depth): boolean => opinionOf(code).passes && depth === 'ROUTINE';

/** Neither officer reviews the case; after a dispute another reviewer or the head of the section does. */
function requireOtherPerson(tx: Tx, variables: JsonObject, earlier: readonly StoredOpinion[]): void {
  const { personId, roles } = tx.actor;
  const { lead, co } = factsOf(variables).officers;
  if (personId === lead || personId === co) throw legalReviewErrors.REVIEWER_CONFLICT({ cause: 'OFFICER' });
  const last = earlier.at(-1);
  const isSamePerson = last?.isDisputed === true && last.reviewerId === personId;
  if (isSamePerson && !roles.includes('legal-section-head')) throw legalReviewErrors.REVIEWER_CONFLICT({ cause: 'DISPUTED' });
}
