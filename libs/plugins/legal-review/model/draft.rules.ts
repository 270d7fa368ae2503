import type { WorkflowError } from '@fashen/plugin-api';
import type { Proposal } from './catalog';
import { legalReviewErrors } from './legal-review.errors';

/**
 * A penalty that does not say what it is. The catalog reads an absent sum as nothing, so such a draft would pass it by;
 * the one who writes it is told at once, not the leader at the decision.
 */
export function draftRefusal({ proposal, kinds, fine, parties }: Proposal): WorkflowError | undefined {
  if (proposal !== 'PENALTY' || parties) return undefined;
  if (kinds.length === 0) return legalReviewErrors.PENALTY_KIND_MISSING();
  const namesFine = kinds.includes('FINE');
  if (namesFine && fine === 0) return legalReviewErrors.FINE_AMOUNT_MISSING();
  return !namesFine && fine > 0 ? legalReviewErrors.FINE_KIND_MISSING({ fine }) : undefined;
}
