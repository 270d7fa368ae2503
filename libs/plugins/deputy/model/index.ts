/** What is true about deputies and hand-overs everywhere. */
export { actedTasks, caseBeside } from './acted-tasks.rules';
export type { ActedTasks } from './acted-tasks.rules';
export { actRefusal } from './acting.rules';
export type { ActFacts, ActRefusal } from './acting.rules';
export { deputyErrors } from './deputy.errors';
export { deputyEvents } from './deputy.events';
export { DEPUTY_MODES } from './deputy-rule';
export type { DeputyMode, DeputyRule } from './deputy-rule';
export { isOver, overlapping, ringOf, ruleState, scopesOverlap } from './deputy-rule.rules';
export type { RuleState } from './deputy-rule.rules';
export { newRule, reasonBody, ruleQuery } from './deputy.schema';
export type { NewRule, NewRuleReply, PrincipalReply, ReasonBody, RuleQuery, RuleReply } from './deputy.schema';
export { awayRule, movingRules } from './move.rules';
export { namesPerson, titleOf } from './hand-over.rules';
export { ITEM_KINDS, newHandOver, settlementBody, startQuery } from './hand-over.schema';
export type {
  HandOverItem,
  HandOverReply,
  HandOverSubject,
  ItemKind,
  ItemState,
  NewHandOver,
  SettlementBody,
  StartQuery,
} from './hand-over.schema';
