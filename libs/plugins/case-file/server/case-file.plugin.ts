import { CaseAccess, definePlugin } from '@fashen/plugin-api';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import { caseFileLint } from '../model';
import moddle from '../model/case-file.moddle.json';
import { CaseAccessService } from './case-access.service';
import { CaseActingService } from './case-acting.service';
import { caseFileConfig } from './case-file.config';
import { CaseFileController } from './case-file.controller';
import { CasePeopleService } from './case-people.service';
import { CaseReadingService } from './case-reading.service';
import { CaseSequenceEntity } from './case-sequence.entity';
import { CaseSequenceRepository } from './case-sequence.repository';
import { CreateCaseSequences1790000070000 } from './migrations/1790000070000-create-case-sequences';
import { ProcedureController } from './procedure.controller';
import { ProcedureService } from './procedure.service';
import { StartCaseService } from './start-case.service';
import { SuccessorBehavior } from './successor.behavior';

/** Case files: starting them, finding them, and who may see them. */
export const caseFilePlugin = definePlugin({
  id: 'case-file',
  requires: ['directory', 'form'],
  config: caseFileConfig,
  moddle,
  lint: caseFileLint,
  permissions: ['case.start', 'case.readUnit', 'case.readAll', 'case.terminate'],
  entities: [CaseSequenceEntity],
  migrations: [CreateCaseSequences1790000070000],
  controllers: [CaseFileController, ProcedureController],
  providers: [StartCaseService, ProcedureService, CaseReadingService, CaseActingService, CasePeopleService, CaseSequenceRepository],
  behaviors: [SuccessorBehavior],
  ports: [{ provide: CaseAccess, useClass: CaseAccessService }],
  messages: { 'zh-CN': zhCn, en },
});
