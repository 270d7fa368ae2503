export { decisionRulePlugin } from './decision-rule.plugin';
