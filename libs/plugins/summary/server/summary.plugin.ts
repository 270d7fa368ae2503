import { definePlugin } from '@fashen/plugin-api';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import { summaryLint } from '../model';
import moddle from '../model/summary.moddle.json';
import { LimitsBehavior } from './limits.behavior';
import { SpotDecisionBehavior } from './spot-decision.behavior';
import { SummaryRuleService } from './summary-rule.service';
import { TermBehavior } from './term.behavior';

/** Penalties on the spot: limits, the officers' decision, and what is due afterwards. */
export const summaryPlugin = definePlugin({
  id: 'summary',
  requires: ['assignment', 'calendar', 'decision-rule', 'legal-review'],
  moddle,
  providers: [SummaryRuleService],
  behaviors: [LimitsBehavior, SpotDecisionBehavior, TermBehavior],
  lint: summaryLint,
  messages: { 'zh-CN': zhCn, en },
});
