import { definePlugin } from '@fashen/plugin-api';
import { assignmentLint, Duties, NodePeople } from '../model';
import moddle from '../model/assignment.moddle.json';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import { AssignmentBehavior } from './assignment.behavior';
import { assignmentConfig } from './assignment.config';
import { AssignmentController } from './assignment.controller';
import { ClaimService } from './claim.service';
import { DutiesService } from './duties.service';
import { DutyService } from './duty.service';
import { InboxListService } from './inbox-list.service';
import { InboxService } from './inbox.service';
import { KnownPeopleService } from './known-people.service';
import { LockedTaskService } from './locked-task.service';
import { NamedPeopleService } from './named-people.service';
import { NodePeopleService } from './node-people.service';
import { OfferService } from './offer.service';
import { PerformerService } from './performer.service';

/** Who gets a task, and who must not. */
export const assignmentPlugin = definePlugin({
  id: 'assignment',
  requires: ['case-file', 'directory'],
  moddle,
  config: assignmentConfig,
  controllers: [AssignmentController],
  providers: [
    ...[KnownPeopleService, NamedPeopleService, PerformerService, DutyService],
    ...[LockedTaskService, ClaimService, OfferService, InboxListService, InboxService],
  ],
  ports: [
    { provide: Duties, useClass: DutiesService },
    { provide: NodePeople, useClass: NodePeopleService },
  ],
  behaviors: [AssignmentBehavior],
  lint: assignmentLint,
  messages: { 'zh-CN': zhCn, en },
});
