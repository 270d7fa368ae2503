/** Penalties on the spot: what lets officers decide there, and what is due afterwards. */
export { summaryErrors } from './summary.errors';
export { lastDayOf, spotRefusal } from './summary.rules';
export type { SpotState } from './summary.rules';
export { limitsAnswer, summaryFactsOf, termBinding, TERMS, termsAnswer } from './summary.schema';
export type { LimitsAnswer, SummaryFacts, TermName, TermsAnswer } from './summary.schema';
export { summaryLint } from './summary.lint';
