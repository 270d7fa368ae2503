export { legalReviewPlugin } from './legal-review.plugin';
export { DecisionService } from './decision.service';
export { OpinionService } from './opinion.service';
export { SignatureService } from './signature.service';
