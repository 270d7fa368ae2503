import type { WorkflowError } from '@fashen/plugin-api';
import type { Depth } from './catalog';
import { legalReviewErrors } from './legal-review.errors';
import { type OpinionCode, opinionOf } from './opinion-table';

/** The parts of an opinion that decide whether it holds. Instants are milliseconds since the epoch. */
export interface GivenOpinion {
  readonly id: string;
  readonly round: number;
  readonly code: OpinionCode;
  readonly depth: Depth;
  readonly draftHash: string;
  readonly reviewerId: string;
  readonly givenAt: number;
  readonly signature?: { readonly agrees: boolean; readonly signedAt: number };
  readonly isDisputed: boolean;
}

/** What an opinion must stand for now. */
export interface ReviewNeed {
  readonly depth: Depth;
  readonly draftHash: string;
  /** When the last hearing was reported; absent when none was held. */
  readonly heardAt?: number;
}

/**
 * Why the review does not carry a decision now; undefined when it does. The latest opinion counts, whatever earlier ones said:
 * it must pass, be signed where the review is full, be of the depth needed, judge this very draft, and come after the hearing.
 */
export function reviewRefusal(latest: GivenOpinion | undefined, need: ReviewNeed): WorkflowError | undefined {
  if (need.depth === 'NONE') return undefined;
  if (!latest) return legalReviewErrors.REVIEW_REQUIRED({ cause: 'NO_OPINION', depth: need.depth });
  return incomplete(latest, need) ?? notPassed(latest) ?? stale(latest, need);
}

function incomplete(latest: GivenOpinion, need: ReviewNeed): WorkflowError | undefined {
  const params = { opinion: latest.code, round: latest.round, depth: need.depth };
  if (!opinionOf(latest.code).passes) return undefined;
  if (need.depth === 'FULL' && latest.depth !== 'FULL') return legalReviewErrors.REVIEW_REQUIRED({ ...params, cause: 'DEPTH' });
  const isSigned = latest.signature !== undefined || latest.depth === 'ROUTINE';
  return isSigned ? undefined : legalReviewErrors.REVIEW_REQUIRED({ ...params, cause: 'SIGNATURE' });
}

function notPassed(latest: GivenOpinion): WorkflowError | undefined {
  const isSignedAgainst = latest.signature?.agrees === false;
  if (opinionOf(latest.code).passes && !isSignedAgainst) return undefined;
  return legalReviewErrors.REVIEW_NOT_PASSED({
    opinion: latest.code,
    round: latest.round,
    cause: isSignedAgainst ? 'SIGNATURE_REFUSED' : 'OPINION',
  });
}

function stale(latest: GivenOpinion, need: ReviewNeed): WorkflowError | undefined {
  const params = { opinion: latest.code, round: latest.round };
  if (latest.draftHash !== need.draftHash) return legalReviewErrors.REVIEW_STALE({ ...params, cause: 'DRAFT_CHANGED' });
  if (need.heardAt === undefined || latest.givenAt > need.heardAt) return undefined;
  return legalReviewErrors.REVIEW_STALE({ ...params, cause: 'HEARING_HELD' });
}
