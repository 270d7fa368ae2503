import { Decisions, definePlugin } from '@fashen/plugin-api';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import { DecisionLibrary } from '../model';
import moddle from '../model/decision-rule.moddle.json';
import { decisionNames } from '../model/drawn-names';
import { boundDecision } from '../model/lint/bound-decision';
import { DecisionNameCheck } from './decision.name-check';
import { DecisionDraftEntity } from './decision-draft.entity';
import { DecisionDraftRepository } from './decision-draft.repository';
import { DecisionDraftService } from './decision-draft.service';
import { DecisionEvaluationService } from './decision-evaluation.service';
import { DecisionRuleBehavior } from './decision-rule.behavior';
import { DecisionRuleController } from './decision-rule.controller';
import { DecisionRuleService } from './decision-rule.service';
import { DecisionVersionEntity } from './decision-version.entity';
import { DecisionVersionRepository } from './decision-version.repository';
import { CreateDecisions1790000060000 } from './migrations/1790000060000-create-decisions';

/** Decision tables: written by legal staff as DMN, checked, published in versions, evaluated with a full explanation. */
export const decisionRulePlugin = definePlugin({
  id: 'decision-rule',
  moddle,
  permissions: ['rule.read', 'rule.edit', 'rule.publish'],
  entities: [DecisionVersionEntity, DecisionDraftEntity],
  migrations: [CreateDecisions1790000060000],
  controllers: [DecisionRuleController],
  providers: [DecisionVersionRepository, DecisionDraftRepository, DecisionRuleService, DecisionDraftService, DecisionEvaluationService],
  ports: [
    { provide: Decisions, useClass: DecisionEvaluationService },
    { provide: DecisionLibrary, useClass: DecisionRuleService },
  ],
  behaviors: [DecisionRuleBehavior],
  lint: { 'bound-decision': boundDecision },
  names: decisionNames,
  nameChecks: [DecisionNameCheck],
  messages: { 'zh-CN': zhCn, en },
});
