import { definePlugin, Deputies } from '@fashen/plugin-api';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import { ActFactsService } from './act-facts.service';
import { DeputyTables } from './deputy-tables';
import { HandOverStartService } from './hand-over-start.service';
import { RuleHandOver } from './rule-hand-over';
import { Successors } from './successors';
import { TaskHandOver } from './task-hand-over';
import { TurnHandOver } from './turn-hand-over';
import { ActingService } from './acting.service';
import { ActingSubscriber } from './acting.subscriber';
import { DeputyActRepository } from './deputy-act.repository';
import { DeputyController } from './deputy.controller';
import { DeputyActEntity, DeputyLockEntity, DeputyRuleEntity } from './deputy-rule.entity';
import { DeputyRuleRepository } from './deputy-rule.repository';
import { DeputyService } from './deputy.service';
import { HandOverController } from './hand-over.controller';
import { HandOverEntity, HandOverItemEntity } from './hand-over.entity';
import { HandOverItemService } from './hand-over-item.service';
import { HandOverJob } from './hand-over.job';
import { HandOverRepository } from './hand-over.repository';
import { HandOverService } from './hand-over.service';
import { HandOverSurveyService } from './hand-over-survey.service';
import { MoveService } from './move.service';
import { RuleListService } from './rule-list.service';
import { CreateDeputy1790130000000 } from './migrations/1790130000000-create-deputy';

/** Deputies, and what is handed over when somebody leaves. */
export const deputyPlugin = definePlugin({
  id: 'deputy',
  requires: ['assignment', 'directory'],
  permissions: ['deputy.manage'],
  entities: [DeputyRuleEntity, DeputyLockEntity, DeputyActEntity, HandOverEntity, HandOverItemEntity],
  migrations: [CreateDeputy1790130000000],
  controllers: [DeputyController, HandOverController],
  providers: [
    DeputyRuleRepository,
    DeputyActRepository,
    HandOverRepository,
    DeputyTables,
    ActFactsService,
    MoveService,
    RuleListService,
    ActingService,
    DeputyService,
    HandOverSurveyService,
    Successors,
    TaskHandOver,
    TurnHandOver,
    RuleHandOver,
    HandOverItemService,
    HandOverStartService,
    HandOverService,
  ],
  ports: [{ provide: Deputies, useClass: ActingService }],
  subscribers: [ActingSubscriber],
  jobs: [HandOverJob],
  messages: { 'zh-CN': zhCn, en },
});
