import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { type Clock, clockSettings } from '../model';
import type { ClockEntity } from './deadline.entities';

const OPEN = `state IN ('RUNNING', 'HELD')`;

/** Rows of clocks. */
@Injectable()
export class ClockRepository {
  async find(tx: Tx, clockId: string): Promise<Clock | undefined> {
    return (await this.select(tx, 'id = ?', [clockId]))[0];
  }

  /** All clocks of a case, oldest first. */
  ofCase(tx: Tx, instanceId: string): Promise<readonly Clock[]> {
    return this.select(tx, 'instance_id = ? ORDER BY created_at, id LIMIT 1000', [instanceId]);
  }

  openOfCase(tx: Tx, instanceId: string): Promise<readonly Clock[]> {
    return this.select(tx, `instance_id = ? AND ${OPEN} ORDER BY created_at, id LIMIT 1000`, [instanceId]);
  }

  /** Cases with open clocks in the order of their ids, after one of them. */
  async openCases(tx: Tx, after: string, limit: number): Promise<readonly string[]> {
    const rows = await tx.manager.query<{ instance_id: string }[]>(
      `SELECT DISTINCT instance_id FROM deadline_clock WHERE ${OPEN} AND instance_id > ? ORDER BY instance_id LIMIT ?`,
      [after, limit],
    );
    return rows.map((row) => row.instance_id);
  }

  /** How many cases have open clocks. */
  async countOpenCases(tx: Tx): Promise<number> {
    const sql = `SELECT COUNT(DISTINCT instance_id) AS n FROM deadline_clock WHERE ${OPEN}`;
    return Number((await tx.manager.query<{ n: number | string }[]>(sql))[0]?.n ?? 0);
  }

  /** Open clocks of these cases that have no due time: held, or beyond the calendar. */
  standing(tx: Tx, instanceIds: readonly string[]): Promise<readonly Clock[]> {
    if (instanceIds.length === 0) return Promise.resolve([]);
    const places = instanceIds.map(() => '?').join(', ');
    return this.select(tx, `instance_id IN (${places}) AND ${OPEN} AND due_at IS NULL ORDER BY created_at, id LIMIT 1000`, instanceIds);
  }

  /** Clocks of a key that have ended in these cases. */
  endedOf(tx: Tx, instanceIds: readonly string[], key: string): Promise<readonly Clock[]> {
    if (instanceIds.length === 0) return Promise.resolve([]);
    const places = instanceIds.map(() => '?').join(', ');
    return this.select(tx, `instance_id IN (${places}) AND clock_key = ? AND state = 'ENDED' ORDER BY ended_at, id`, [...instanceIds, key]);
  }

  async add(tx: Tx, clock: Clock): Promise<void> {
    const row = rowOf(clock);
    const names = Object.keys(row);
    await tx.manager.query(
      `INSERT INTO deadline_clock (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      Object.values(row),
    );
  }

  async replace(tx: Tx, clock: Clock): Promise<void> {
    const row = rowOf(clock);
    const sets = Object.keys(row).map((name) => `${name} = ?`);
    await tx.manager.query(`UPDATE deadline_clock SET ${sets.join(', ')} WHERE id = ?`, [...Object.values(row), clock.id]);
  }

  private async select(tx: Tx, where: string, values: readonly string[]): Promise<readonly Clock[]> {
    return (await tx.manager.query<ClockEntity[]>(`SELECT * FROM deadline_clock WHERE ${where}`, [...values])).map(clockOf);
  }
}

const orNull = <T>(value: T | undefined): T | null => value ?? null;

const rowOf = (clock: Clock): Record<keyof ClockEntity, string | number | null> => ({
  id: clock.id,
  instance_id: clock.instanceId,
  clock_key: clock.key,
  name: clock.name,
  kind: clock.kind,
  node_id: orNull(clock.nodeId),
  execution_id: orNull(clock.executionId),
  task_id: orNull(clock.taskId),
  start_day: clock.startDay,
  start_at: clock.startAt,
  amount: clock.amount,
  unit: clock.unit,
  rule: clock.rule,
  settings_json: JSON.stringify(clock.settings),
  state: clock.state,
  due_at: orNull(clock.dueAt),
  due_day: orNull(clock.dueDay),
  outer_day: orNull(clock.outerDay),
  raw_day: clock.rawDay,
  calendar_missing: clock.calendarMissing ? 1 : 0,
  version: clock.version,
  lapsed_at: orNull(clock.lapsedAt),
  ended_at: orNull(clock.endedAt),
  end_cause: orNull(clock.endCause),
  created_at: clock.createdAt,
});

const clockOf = (row: ClockEntity): Clock => ({
  id: row.id,
  instanceId: row.instance_id,
  key: row.clock_key,
  name: row.name,
  kind: row.kind as Clock['kind'],
  ...stepOf(row),
  startDay: row.start_day,
  startAt: Number(row.start_at),
  amount: row.amount,
  unit: row.unit as Clock['unit'],
  rule: row.rule as Clock['rule'],
  settings: clockSettings.parse(JSON.parse(row.settings_json)),
  state: row.state as Clock['state'],
  ...endOf(row),
  rawDay: row.raw_day,
  calendarMissing: Boolean(row.calendar_missing),
  version: row.version,
  createdAt: Number(row.created_at),
});

const stepOf = (row: ClockEntity): Pick<Clock, 'nodeId' | 'executionId' | 'taskId'> => ({
  ...(row.node_id !== null && { nodeId: row.node_id }),
  ...(row.execution_id !== null && { executionId: row.execution_id }),
  ...(row.task_id !== null && { taskId: row.task_id }),
});

const endOf = (row: ClockEntity): Pick<Clock, 'dueAt' | 'dueDay' | 'outerDay' | 'lapsedAt' | 'endedAt' | 'endCause'> => ({
  ...(row.due_at !== null && { dueAt: Number(row.due_at) }),
  ...(row.due_day !== null && { dueDay: row.due_day }),
  ...(row.outer_day !== null && { outerDay: row.outer_day }),
  ...(row.lapsed_at !== null && { lapsedAt: Number(row.lapsed_at) }),
  ...(row.ended_at !== null && { endedAt: Number(row.ended_at) }),
  ...(row.end_cause !== null && { endCause: row.end_cause }),
});
