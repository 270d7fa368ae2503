import { Inject, Injectable } from '@nestjs/common';
import { CaseAccess, Directory, Instances, Jobs, Moves, Tasks } from '@fashen/plugin-api';
import { WorkingCalendar } from '@fashen/plugins/calendar/model';
import { ClockRepository } from './clock.repository';
import { ClockHistoryRepository } from './clock-history.repository';
import { DEADLINE_CONFIG, type DeadlineConfig } from './deadline.config';

/** The tables of clocks. */
@Injectable()
export class ClockTables {
  constructor(
    readonly clocks: ClockRepository,
    readonly history: ClockHistoryRepository,
  ) {}
}

/** Cases and what moves them. */
@Injectable()
export class CasePorts {
  constructor(
    readonly access: CaseAccess,
    readonly instances: Instances,
    readonly tasks: Tasks,
    readonly moves: Moves,
  ) {}
}

/** Days, people and work for later. */
@Injectable()
export class WorkPorts {
  constructor(
    readonly calendars: WorkingCalendar,
    readonly directory: Directory,
    readonly jobs: Jobs,
    @Inject(DEADLINE_CONFIG) readonly config: DeadlineConfig,
  ) {}
}
