import { Inject, Injectable } from '@nestjs/common';
import { CaseAccess, Directory, Instances, Jobs, Moves, Tasks, type Tx } from '@fashen/plugin-api';
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

  /** The case a called process belongs to, with its lock; the one at hand has the lock already. */
  async lockCase(tx: Tx, instanceId: string): Promise<string> {
    const caseId = await this.instances.rootIdOf(tx, instanceId);
    if (caseId !== instanceId) await this.instances.lock(tx, caseId);
    return caseId;
  }
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
