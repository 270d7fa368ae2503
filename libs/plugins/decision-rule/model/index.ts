/** What is true about decisions everywhere: reading, checking, evaluating and painting DMN. */
export { checkDecisions, refusesPublication } from './check-decisions';
export type { CheckedDecisions } from './check-decisions';
export { compileDecisions } from './compile-decisions';
export type { CompiledModel } from './compile-decisions';
export { DecisionLibrary } from './decision-library';
export type { DecisionModel } from './decision-model';
export { decisionRuleErrors } from './decision-rule.errors';
export { decisionRuleEvents } from './decision-rule.events';
export { checkBody, decisionBinding, draftBody, evaluationBody, publicationBody } from './decision-rule.schema';
export type {
  CheckBody,
  DecisionDraft,
  DecisionSummary,
  DecisionVersion,
  DecisionView,
  DraftBody,
  EvaluationBody,
  PublicationBody,
} from './decision-rule.schema';
export { evaluateDecisions } from './evaluate-decisions';
export type { Evaluation, EvaluationRequest } from './evaluate-decisions';
export { parseDecisions } from './parse-decisions';
export { rootView, viewsOf } from './table-view.rules';
export type { DecisionTableView, ViewColumn, ViewRow } from './table-view.rules';
