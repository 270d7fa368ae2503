/** What is true about legal review everywhere. */
export { hearingRight, partyData, proposal } from './catalog';
export type { CatalogInput, CatalogResult, CatalogRow, Depth, HearingRight, PartyData, Proposal } from './catalog';
export { catalogFrom, highestProposal, inputsOf, strictestResult } from './catalog.rules';
export { CATALOG, catalogNames } from './drawn-names';
export type { DecisionAnswers } from './catalog.rules';
export { factsOf, hearingRequestOf } from './case-facts';
export type { CaseFacts } from './case-facts';
export { CaseGate } from './case-gate';
export type { DiscussionPurpose, GateStanding } from './case-gate';
export { CHECKLIST, FAILING_RESULTS } from './checklist';
export { RETURN_REASONS, statisticsQuery } from './statistics';
export type { Count, ReturnReason, ReviewStatistics, SignedOpinion, StatisticsQuery } from './statistics';
export { statisticsOf } from './statistics.rules';
export type { ChecklistItem, CheckResult } from './checklist';
export { decisionRefusal, discussionRefusal } from './gate.rules';
export type { DecisionMoment, DecisionState } from './gate.rules';
export { hearingFactsAfter, hearingRefusal, isFixed, wasHeld } from './hearing.rules';
export { hearingRequestRefusal } from './hearing-request.rules';
export type { HearingRequest } from './hearing-request.rules';
export { legalReviewErrors } from './legal-review.errors';
export { legalReviewEvents } from './legal-review.events';
export {
  activationBody,
  setCode,
  catalogBinding,
  decisionBody,
  disputeBody,
  dryRunQuery,
  opinionBody,
  parameterPublicationBody,
  signatureBody,
} from './legal-review.schema';
export type {
  ActivationBody,
  CaseReviewReply,
  ChecklistAnswer,
  DecisionBody,
  DisputeBody,
  DraftReply,
  DryRunQuery,
  EvaluationView,
  GateView,
  OpinionBody,
  OpinionView,
  ParameterPublicationBody,
  SignatureBody,
  TaskReviewReply,
} from './legal-review.schema';
export { legalReviewLint } from './lint';
export { draftRefusal } from './draft.rules';
export { mayGiveOpinion, requiredItems, routeOf } from './opinion.rules';
export { OPINION_CODES, opinionOf, OPINIONS, REVIEW_CLOCK } from './opinion-table';
export type { OpinionCode, OpinionKind, ReviewRoute } from './opinion-table';
export { bundledParameterSets, PARAMETER_FIELDS, parameterValues } from './parameter-set';
export type { BundledParameterSets, ParameterField, ParameterValues, ParameterVersion } from './parameter-set';
export { ParameterSets } from './parameter-sets';
export { ReviewDesk } from './review-desk';
export type { CaseStanding, ReviewActReply } from './review-desk';
export { reviewRefusal } from './review-standing.rules';
export type { GivenOpinion, ReviewNeed } from './review-standing.rules';
