import { definePlugin } from '@fashen/plugin-api';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import { penaltyExecutionLint } from '../model';
import moddle from '../model/penalty-execution.moddle.json';
import { EntryEntity } from './entry.entity';
import { EntryRepository } from './entry.repository';
import { ExecutionQueryService, PUBLICATION, REMEDIES } from './execution-query.service';
import { ExecutionStateService } from './execution-state.service';
import { FineBehavior } from './fine.behavior';
import { CreatePenaltyExecution1790210000000 } from './migrations/1790210000000-create-penalty-execution';
import { PenaltyExecutionController } from './penalty-execution.controller';
import { RemedyService } from './remedy.service';
import { ServedCaseService } from './served-case.service';

/** What comes after a penalty decision: the fine, the court, disputes, withdrawal of what was published. */
export const penaltyExecutionPlugin = definePlugin({
  id: 'penalty-execution',
  requires: ['calendar', 'case-file', 'deadline'],
  moddle,
  permissions: [REMEDIES, PUBLICATION],
  entities: [EntryEntity],
  migrations: [CreatePenaltyExecution1790210000000],
  controllers: [PenaltyExecutionController],
  providers: [EntryRepository, ExecutionStateService, ExecutionQueryService, ServedCaseService, RemedyService],
  behaviors: [FineBehavior],
  lint: penaltyExecutionLint,
  messages: { 'zh-CN': zhCn, en },
});
