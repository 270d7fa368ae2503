import { Injectable } from '@nestjs/common';
import type { InstanceView, JsonObject, Tx } from '@fashen/plugin-api';
import { type DraftReply, type EvaluationView, opinionOf, type OpinionView } from '../model';
import { CatalogService } from './catalog.service';
import { draftTextOf, reviewedPart } from './draft-text';
import type { Evaluation } from './evaluation.repository';
import { FrozenDraftService, versionOf } from './frozen-draft.service';
import { OpinionRepository, type StoredOpinion } from './opinion.repository';
import { ParameterSetService } from './parameter-set.service';

/** The parts of a review as pages see them. */
@Injectable()
export class ReviewViewService {
  constructor(
    private readonly catalog: CatalogService,
    private readonly parameters: ParameterSetService,
    private readonly drafts: FrozenDraftService,
    private readonly opinions: OpinionRepository,
  ) {}

  async opinionsOf(tx: Tx, instanceId: string): Promise<readonly OpinionView[]> {
    return (await this.opinions.ofCase(tx, instanceId)).map(opinionView);
  }

  async evaluationOf(tx: Tx, instanceId: string): Promise<EvaluationView | undefined> {
    const evaluation = await this.catalog.findLatest(tx, instanceId);
    return evaluation && evaluationView(evaluation, await this.parameters.require(tx, evaluation.parameterVersionId));
  }

  async draftOf(tx: Tx, { id, variables }: InstanceView): Promise<DraftReply> {
    const kept = await this.drafts.ofCase(tx, id);
    return { hash: draftTextOf(variables).sha256, version: versionOf(kept), content: objectOf(reviewedPart(variables)['draft']) };
  }
}

const objectOf = (value: unknown): JsonObject => (typeof value === 'object' && value !== null ? (value as JsonObject) : {});

function evaluationView(evaluation: Evaluation, { id, code, name, version, values }: EvaluationView['parameterSet']): EvaluationView {
  return {
    id: evaluation.id,
    at: new Date(evaluation.evaluatedAt).toISOString(),
    result: evaluation.result,
    inputs: evaluation.inputs.parties,
    explanations: evaluation.explanations,
    decisionVersionId: evaluation.decisionVersionId,
    hearingVersionId: evaluation.hearingVersionId,
    parameterSet: { id, code, name, version, values },
  };
}

function opinionView(opinion: StoredOpinion): OpinionView {
  const { signature, dispute } = opinion;
  const isSigned = signature?.agrees ?? opinion.depth === 'ROUTINE';
  return {
    id: opinion.id,
    round: opinion.round,
    code: opinion.code,
    passed: opinionOf(opinion.code).passes && isSigned,
    depth: opinion.depth,
    text: opinion.text,
    checklist: opinion.checklist,
    citations: opinion.citations,
    draftHash: opinion.draftHash,
    reviewerId: opinion.reviewerId,
    reviewerName: opinion.reviewerName,
    at: new Date(opinion.givenAt).toISOString(),
    ...(signature && {
      signedBy: signature.personId,
      signedByName: signature.personName,
      signedAt: new Date(signature.signedAt).toISOString(),
      signatureAgrees: signature.agrees,
      signatureComment: signature.text,
    }),
    ...(dispute && {
      disputedBy: dispute.personId,
      disputedByName: dispute.personName,
      disputedAt: new Date(dispute.at).toISOString(),
      disputeReason: dispute.text,
    }),
  };
}
