import { definePlugin } from '@fashen/plugin-api';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import { CaseClocks, deadlineLint, PeriodLibrary, termNames } from '../model';
import moddle from '../model/deadline.moddle.json';
import { CaseClocksService } from './case-clocks.service';
import { ClockController } from './clock.controller';
import { ClockRepository } from './clock.repository';
import { ClockCounterService } from './clock-counter.service';
import { ClockHistoryRepository } from './clock-history.repository';
import { ClockOperationService } from './clock-operation.service';
import { CasePorts, ClockTables, WorkPorts } from './clock-ports';
import { ClockOverviewService } from './clock-overview.service';
import { ClockQueryService } from './clock-query.service';
import { ClockTellerService } from './clock-teller.service';
import { deadlineConfig } from './deadline.config';
import {
  ClockEntity,
  ClockVersionEntity,
  ExtensionEntity,
  HoldEntity,
  PeriodVersionEntity,
  RecountedEntity,
  RecountEntity,
} from './deadline.entities';
import { LapseJob, RecountCaseJob, RecountJob, RemindJob } from './deadline.jobs';
import { CalendarSubscriber, CaseEndSubscriber, MessageGuard, SuspensionSubscriber } from './deadline.subscribers';
import { EscalationService } from './escalation.service';
import { ExpiryService, LateWork } from './expiry.service';
import { CreateDeadline1790170000000 } from './migrations/1790170000000-create-deadline';
import { CreateRecount1790170100000 } from './migrations/1790170100000-create-recount';
import { PeriodController } from './period.controller';
import { PeriodNameCheck } from './period.name-check';
import { PeriodRepository } from './period.repository';
import { PeriodService } from './period.service';
import { RecountRepository } from './recount.repository';
import { SeatBeginSubscriber, SeatEndSubscriber } from './seat.subscribers';
import { SeatClocksService } from './seat-clocks.service';
import { SeatExpiryService } from './seat-expiry.service';
import { TermBehavior } from './term.behavior';

/** Clocks of cases, of steps and of the party. */
export const deadlinePlugin = definePlugin({
  id: 'deadline',
  requires: ['directory', 'calendar', 'case-file'],
  moddle,
  config: deadlineConfig,
  entities: [ClockEntity, ClockVersionEntity, HoldEntity, ExtensionEntity, PeriodVersionEntity, RecountEntity, RecountedEntity],
  migrations: [CreateDeadline1790170000000, CreateRecount1790170100000],
  controllers: [ClockController, PeriodController],
  providers: [
    ...[ClockTables, CasePorts, WorkPorts],
    ...[ClockRepository, ClockHistoryRepository, PeriodRepository, PeriodService, ClockCounterService, ClockTellerService],
    ...[CaseClocksService, ClockOperationService, ClockQueryService, ExpiryService],
    ...[EscalationService, SeatExpiryService, LateWork, SeatClocksService, RecountRepository, ClockOverviewService],
  ],
  ports: [
    { provide: CaseClocks, useClass: CaseClocksService },
    { provide: PeriodLibrary, useClass: PeriodService },
  ],
  behaviors: [TermBehavior],
  subscribers: [CaseEndSubscriber, SuspensionSubscriber, CalendarSubscriber, MessageGuard, SeatBeginSubscriber, SeatEndSubscriber],
  jobs: [RemindJob, LapseJob, RecountJob, RecountCaseJob],
  lint: deadlineLint,
  names: termNames,
  nameChecks: [PeriodNameCheck],
  messages: { 'zh-CN': zhCn, en },
});
