import type { LintRule } from '@fashen/plugin-api';
import { calledDecision } from './called-decision';
import { dutiesApart } from './duties-apart';
import { partsFit } from './parts-fit';
import { partsInParallel } from './parts-in-parallel';
import { reviewBeforeDecision } from './review-before-decision';

/** The rules for drawings with legal review, by name; the same in the modeler and at deployment. */
export const legalReviewLint: Readonly<Record<string, LintRule>> = {
  'review-before-decision': reviewBeforeDecision,
  'parts-in-parallel': partsInParallel,
  'parts-fit': partsFit,
  'duties-apart': dutiesApart,
  'called-decision': calledDecision,
};
