/** What the legal-review plugin adds to the browser application: panels of reviewer, section head and decider, and why a case must be reviewed. */
export { legalReviewWeb } from './legal-review.web';
