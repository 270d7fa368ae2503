import { definePlugin } from '@fashen/plugin-api';
import { SharedForms } from '@fashen/plugins/form/model';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import { approvalLint, SeatHolders, SignDesk, signNames } from '../model';
import moddle from '../model/approval.moddle.json';
import { AnswerService } from './answer.service';
import { ApprovalBehavior } from './approval.behavior';
import { ApprovalController } from './approval.controller';
import { ApprovalRepository } from './approval.repository';
import { TaskEndSubscriber, TaskHolderSubscriber } from './approval.subscriber';
import { AskService } from './ask.service';
import { ApprovalPeople } from './approval-people';
import { BoardController } from './board.controller';
import { BoardService } from './board.service';
import { CountService } from './count.service';
import { DeskService } from './desk.service';
import { HolderService } from './holder.service';
import { CreateApproval1790110000000 } from './migrations/1790110000000-create-approval';
import { AddSeatHolder1790110000001 } from './migrations/1790110000001-add-seat-holder';
import {
  AbstainOffer,
  AfterOffer,
  BeforeOffer,
  DelegateOffer,
  ParallelOffer,
  RemoveOffer,
  RevokeOffer,
  ReworkOffer,
  TakeBackOffer,
  TransferOffer,
} from './offers';
import { AskEntity, SeatEntity } from './seat.entity';
import { SeatHoldersService } from './seat-holders.service';
import { SeatWork } from './seat-work';
import { SeatTaskService } from './seat-task.service';
import { SeatTimeoutSubscriber } from './seat-timeout.subscriber';
import { MANAGE, SignerService } from './signer.service';
import { VoteService } from './vote.service';

/** Several people decide together, and everybody may ask others. */
export const approvalPlugin = definePlugin({
  id: 'approval',
  requires: ['assignment', 'case-file', 'directory', 'form'],
  moddle,
  permissions: [MANAGE],
  entities: [SeatEntity, AskEntity],
  migrations: [CreateApproval1790110000000, AddSeatHolder1790110000001],
  controllers: [ApprovalController, BoardController],
  providers: [
    ApprovalRepository,
    ApprovalPeople,
    SeatWork,
    SeatTaskService,
    DeskService,
    CountService,
    AskService,
    VoteService,
    AnswerService,
    HolderService,
    SignerService,
    BoardService,
    SeatHoldersService,
  ],
  ports: [
    { provide: SignDesk, useClass: VoteService },
    { provide: SharedForms, useClass: AnswerService },
    { provide: SeatHolders, useClass: SeatHoldersService },
  ],
  behaviors: [ApprovalBehavior],
  subscribers: [TaskEndSubscriber, TaskHolderSubscriber, SeatTimeoutSubscriber],
  operations: [
    AbstainOffer,
    ...[TransferOffer, DelegateOffer, BeforeOffer, AfterOffer, ParallelOffer],
    ...[ReworkOffer, RevokeOffer, TakeBackOffer, RemoveOffer],
  ],
  lint: approvalLint,
  names: signNames,
  messages: { 'zh-CN': zhCn, en },
});
