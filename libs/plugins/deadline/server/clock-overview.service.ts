import { Injectable } from '@nestjs/common';
import type { Page, TaskView, Tx } from '@fashen/plugin-api';
import type { OfficeDays } from '@fashen/plugins/calendar/model';
import { type Clock, type MovedClock, type MovedQuery, type Recount, type StandingClock } from '../model';
import { CasePorts, ClockTables, WorkPorts } from './clock-ports';
import { type RecountCount, RecountRepository } from './recount.repository';

const LAST = Number.MAX_SAFE_INTEGER;
const TASKS = 200;
const RECOUNTS = 20;

/** What concerns clocks of more than one case. */
@Injectable()
export class ClockOverviewService {
  constructor(
    private readonly tables: ClockTables,
    private readonly cases: CasePorts,
    private readonly work: WorkPorts,
    private readonly recounts: RecountRepository,
  ) {}

  /** The office days by which the lights of tasks count. */
  officeDays(tx: Tx): Promise<OfficeDays> {
    return this.work.calendars.calendar(tx);
  }

  /** Why tasks of the actor have no due time though they have a clock. */
  async standing(tx: Tx): Promise<Page<StandingClock>> {
    const { items } = await this.cases.tasks.list(tx, { view: 'assigned', limit: TASKS });
    const tasks = items.filter(({ dueAt }) => dueAt === undefined);
    const clocks = await this.tables.clocks.standing(tx, [...new Set(tasks.map(({ instanceId }) => instanceId))]);
    const found: StandingClock[] = [];
    for (const task of tasks) {
      const clock = clockOf(task, clocks);
      if (clock) found.push(await this.standingOf(tx, task, clock));
    }
    return { items: found };
  }

  /** How far the counting anew has come, newest first. */
  async progress(tx: Tx): Promise<Page<Recount>> {
    const found = await this.recounts.list(tx, RECOUNTS);
    return { items: found.map((one, index) => recountOf(one, index === 0)) };
  }

  /** Clocks that a calendar has moved, newest first. */
  async moved(tx: Tx, { after = '', limit }: MovedQuery): Promise<Page<MovedClock>> {
    const [at = '', id = ''] = after.split('~');
    const rows = await this.tables.history.moved(tx, { at: at === '' ? LAST : Number(at), id }, limit + 1);
    const items: MovedClock[] = [];
    for (const { at: changedAt, ...row } of rows.slice(0, limit)) {
      const { businessKey, title } = await this.cases.instances.require(tx, row.instanceId);
      items.push({ ...row, businessKey, title, at: new Date(changedAt).toISOString() });
    }
    const last = rows[limit - 1];
    return { items, ...(rows.length > limit && last && { next: `${last.at}~${last.id}` }) };
  }

  private async standingOf(tx: Tx, { id: taskId }: TaskView, { id, name, state, rawDay }: Clock): Promise<StandingClock> {
    const reason = state === 'HELD' ? (await this.tables.history.holds(tx, id)).at(-1)?.reason : undefined;
    return { taskId, clock: name, cause: state === 'HELD' ? 'HELD' : 'MISSING', rawDay, ...(reason && { reason }) };
  }
}

/** The clock of a signer before that of the step. */
const clockOf = (task: TaskView, clocks: readonly Clock[]): Clock | undefined =>
  clocks.find(({ taskId }) => taskId === task.id) ??
  clocks.find(({ executionId, settings }) => executionId === task.executionId && !settings.isSeat);

const recountOf = ({ startedAt, ...one }: RecountCount, isNewest: boolean): Recount => ({
  ...one,
  state: one.done >= one.cases ? 'DONE' : isNewest ? 'RUNNING' : 'REPLACED',
  startedAt: new Date(startedAt).toISOString(),
});
