import { definePlugin } from '@fashen/plugin-api';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import { ReworkDesk, reworkLint } from '../model';
import moddle from '../model/rework.moddle.json';
import { CalledModelService } from './called-model.service';
import { CaseNotesRepository } from './case-notes.repository';
import { CaseReworkService } from './case-rework.service';
import { EndingEntity, JumpEntity, OpeningEntity } from './ending.entity';
import { EndingService } from './ending.service';
import { FrameRepository } from './frame.repository';
import { FrameService } from './frame.service';
import { FrameSubscriber } from './frame.subscriber';
import { HeldTaskService } from './held-task.service';
import { JumpService } from './jump.service';
import { CreateRework1790120000000 } from './migrations/1790120000000-create-rework';
import { ReopenedTaskService } from './reopened-task.service';
import { ResubmissionService } from './resubmission.service';
import { ReturnTargetsService } from './return-targets.service';
import { FrameEntity, ReturnEntity } from './return.entity';
import { ReturnRepository } from './return.repository';
import { ReturnService } from './return.service';
import { ReworkCaseController, ReworkTaskController } from './rework.controller';
import { RejectOperation, ResubmitOperation, ReturnOperation, TakeBackOperation } from './rework.operations';
import { CaseEngine, ReworkRows, TaskPeople } from './bundles';
import { OtherMoves, ReworkDeskService } from './rework-desk.service';
import { TakingBackService } from './taking-back.service';

/** Sends cases back and gets them back on their way: return, resubmit, reject, take back, withdraw, jump. */
export const reworkPlugin = definePlugin({
  id: 'rework',
  requires: ['case-file', 'directory'],
  moddle,
  permissions: ['rework.jump'],
  entities: [ReturnEntity, FrameEntity, EndingEntity, OpeningEntity, JumpEntity],
  migrations: [CreateRework1790120000000],
  controllers: [ReworkTaskController, ReworkCaseController],
  providers: [
    ...[ReturnRepository, FrameRepository, CaseNotesRepository, HeldTaskService, ReopenedTaskService, FrameService],
    ...[CalledModelService, CaseEngine, ReworkRows, TaskPeople, OtherMoves],
    ...[ReturnTargetsService, ReturnService, ResubmissionService, EndingService, TakingBackService, JumpService, CaseReworkService],
  ],
  ports: [{ provide: ReworkDesk, useClass: ReworkDeskService }],
  operations: [ReturnOperation, ResubmitOperation, RejectOperation, TakeBackOperation],
  subscribers: [FrameSubscriber],
  lint: reworkLint,
  messages: { 'zh-CN': zhCn, en },
});
