import { definePlugin } from '@fashen/plugin-api';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import { caseControlLint } from '../model';
import moddle from '../model/case-control.moddle.json';
import { BatchController } from './batch.controller';
import { BatchService } from './batch.service';
import { ControlController } from './control.controller';
import { ControlRequestEntity } from './control-request.entity';
import { ControlRequestRepository } from './control-request.repository';
import { ControlService } from './control.service';
import { MigrationController } from './migration.controller';
import { MigrationEntity, MigrationItemEntity } from './migration.entities';
import { MigrationJob } from './migration.job';
import { MigrationPlanService } from './migration-plan.service';
import { MigrationRunService } from './migration-run.service';
import { MigrationRepository } from './migration.repository';
import { CreateCaseControl1790160000000 } from './migrations/1790160000000-create-case-control';
import { SeenEntity } from './seen.entity';
import { SeenRepository } from './seen.repository';
import { SeenService } from './seen.service';
import { VersionCasesService } from './version-cases.service';

/** Cases as a whole: stop, go on, end, change of version, many at once. */
export const caseControlPlugin = definePlugin({
  id: 'case-control',
  requires: ['assignment', 'case-file', 'directory'],
  moddle,
  permissions: ['case-control.suspend', 'case-control.anyCase', 'case-control.migrate'],
  entities: [ControlRequestEntity, MigrationEntity, MigrationItemEntity, SeenEntity],
  migrations: [CreateCaseControl1790160000000],
  controllers: [ControlController, MigrationController, BatchController],
  providers: [
    ControlRequestRepository,
    ControlService,
    MigrationRepository,
    MigrationPlanService,
    MigrationRunService,
    VersionCasesService,
    SeenRepository,
    SeenService,
    BatchService,
  ],
  jobs: [MigrationJob],
  lint: caseControlLint,
  messages: { 'zh-CN': zhCn, en },
});
