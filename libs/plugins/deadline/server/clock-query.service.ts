import { Injectable } from '@nestjs/common';
import type { TaskView, Tx } from '@fashen/plugin-api';
import { dayOf, type OfficeDays, rulesOf } from '@fashen/plugins/calendar/model';
import {
  type CaseClocksReply,
  type Clock,
  type ClockReply,
  daysLeft,
  type ExtensionNote,
  handInRefusal,
  type HoldNote,
  mayAsk,
  mayDecide,
  remaining,
} from '../model';
import { CasePorts, ClockTables, WorkPorts } from './clock-ports';
import { ClockOperationService } from './clock-operation.service';

/** Shows clocks, and why each is due on its day. */
@Injectable()
export class ClockQueryService {
  constructor(
    private readonly tables: ClockTables,
    private readonly cases: CasePorts,
    private readonly work: WorkPorts,
    private readonly operations: ClockOperationService,
  ) {}

  async ofCase(tx: Tx, caseId: string): Promise<CaseClocksReply> {
    await this.cases.access.require(tx, caseId);
    const { unitId, status } = await this.cases.instances.require(tx, caseId);
    const calendar = await this.work.calendars.calendar(tx, unitId);
    const worksOn = await this.operations.worksOn(tx, caseId);
    const tasks = await this.cases.tasks.ofInstance(tx, caseId);
    const clocks: ClockReply[] = [];
    for (const clock of await this.tables.clocks.ofCase(tx, caseId))
      clocks.push(await this.show(tx, clock, { calendar, worksOn, tasks, isAsleep: status === 'SUSPENDED' }));
    return { clocks, names: Object.fromEntries(await this.work.directory.names(tx, clocks.flatMap(peopleIn))) };
  }

  private async show(tx: Tx, clock: Clock, about: About): Promise<ClockReply> {
    const counted = await this.tables.history.findCounted(tx, clock.id);
    const holds = await this.tables.history.holds(tx, clock.id);
    const extensions = await this.tables.history.extensions(tx, clock.id);
    const left = this.left(tx, clock, { holds, calendar: about.calendar });
    const may = mayOf(tx, clock, { ...about, extensions, holds });
    const personId = clock.settings.isSeat && clock.taskId ? (await this.cases.tasks.find(tx, clock.taskId))?.assigneeId : undefined;
    return {
      ...clock,
      ...(left !== undefined && { left }),
      ...(counted && { counted }),
      ...(personId && { personId }),
      law: rulesOf(counted?.rules ?? []),
      holds,
      extensions,
      may,
    };
  }

  private left(tx: Tx, clock: Clock, { holds, calendar }: { holds: readonly HoldNote[]; calendar: OfficeDays }): number | undefined {
    const { utcOffsetMinutes } = this.work.calendars;
    const lastHold = holds.at(-1);
    if (clock.state === 'HELD' && lastHold) return remaining(clock, holds.slice(0, -1), { now: lastHold.at, calendar, utcOffsetMinutes });
    if (clock.state !== 'RUNNING' || clock.dueDay === undefined) return undefined;
    return daysLeft(clock.dueDay, dayOf(tx.now.getTime(), utcOffsetMinutes), { unit: clock.unit, calendar });
  }
}

const peopleIn = ({ holds, extensions, personId }: ClockReply): readonly string[] => [
  ...[...holds, ...extensions].map(({ changedBy }) => changedBy),
  ...(personId ? [personId] : []),
];

/** What is the same for all clocks of a case. */
interface About {
  readonly calendar: OfficeDays;
  readonly worksOn: boolean;
  /** The case is suspended. */
  readonly isAsleep: boolean;
  readonly tasks: readonly TaskView[];
}

interface Notes extends About {
  readonly extensions: readonly ExtensionNote[];
  readonly holds: readonly HoldNote[];
}

function mayOf(tx: Tx, clock: Clock, { extensions, holds, worksOn, tasks, isAsleep }: Notes): ClockReply['may'] {
  const mayHold = clock.settings.holdBy.some((role) => tx.actor.roles.includes(role));
  if (isAsleep) return [];
  const all: readonly (readonly [ClockReply['may'][number], boolean])[] = [
    ['hold', mayHold && clock.state === 'RUNNING' && clock.lapsedAt === undefined],
    ['resume', mayHold && clock.state === 'HELD'],
    ['handIn', handInRefusal(clock, holds, { personId: tx.actor.personId, tasks }) === undefined],
    ['requestExtension', worksOn && mayAsk(clock, extensions, 1) === undefined],
    ['decideExtension', mayDecide(clock, extensions, tx.actor) === undefined],
  ];
  return all.filter(([, may]) => may).map(([name]) => name);
}
