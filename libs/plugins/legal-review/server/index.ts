export { LegalReviewController } from './legal-review.controller';
export { legalReviewPlugin } from './legal-review.plugin';
export { StatisticsController } from './statistics.controller';
