export { legalReviewPlugin } from './legal-review.plugin';
