import { definePlugin } from '@fashen/plugin-api';
import { assignedNames, assignmentLint, Duties, NodePeople } from '../model';
import moddle from '../model/assignment.moddle.json';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import { AssignmentBehavior } from './assignment.behavior';
import { assignmentConfig } from './assignment.config';
import { AssignmentController } from './assignment.controller';
import { PersonNameCheck, PostNameCheck, RoleNameCheck, UnitNameCheck } from './assignment.name-checks';
import { ClaimService } from './claim.service';
import { DutiesService } from './duties.service';
import { DutyService } from './duty.service';
import { ExpressionPeopleService } from './expression-people.service';
import { FittingService } from './fitting.service';
import { GroupPeopleService } from './group-people.service';
import { InboxListService } from './inbox-list.service';
import { InboxService } from './inbox.service';
import { KnownPeopleService } from './known-people.service';
import { LockedTaskService } from './locked-task.service';
import { MembersService } from './members.service';
import { NamedPeopleService } from './named-people.service';
import { NodePeopleService } from './node-people.service';
import { OfferService } from './offer.service';
import { PassingService } from './passing.service';
import { PerformerService } from './performer.service';
import { PickedPeopleService } from './picked-people.service';
import { StandInService } from './stand-in.service';
import { StepService } from './step.service';
import { SteppingInService } from './stepping-in.service';

/** Who gets a task, and who must not. */
export const assignmentPlugin = definePlugin({
  id: 'assignment',
  requires: ['case-file', 'directory', 'form'],
  moddle,
  config: assignmentConfig,
  controllers: [AssignmentController],
  providers: [
    ...[KnownPeopleService, StepService, MembersService, StandInService, ExpressionPeopleService],
    ...[GroupPeopleService, PickedPeopleService, NamedPeopleService, SteppingInService],
    ...[DutyService, FittingService, PassingService, PerformerService, LockedTaskService, ClaimService],
    ...[OfferService, InboxListService, InboxService],
  ],
  ports: [
    { provide: Duties, useClass: DutiesService },
    { provide: NodePeople, useClass: NodePeopleService },
  ],
  behaviors: [AssignmentBehavior],
  lint: assignmentLint,
  names: assignedNames,
  nameChecks: [PersonNameCheck, UnitNameCheck, RoleNameCheck, PostNameCheck],
  messages: { 'zh-CN': zhCn, en },
});
