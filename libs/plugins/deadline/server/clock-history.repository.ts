import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import type { CountedPeriod } from '@fashen/plugins/calendar/model';
import type { ExtensionNote, HoldNote } from '../model';
import type { ExtensionEntity, HoldEntity } from './deadline.entities';

/** One computation of a clock. */
export interface ClockVersion {
  readonly id: string;
  readonly clockId: string;
  readonly version: number;
  readonly cause: string;
  readonly amount: number;
  readonly dueDay?: string;
  readonly wasDueDay?: string;
  readonly calendarId: string;
  readonly counted?: CountedPeriod;
}

type MovedRow = {
  id: string;
  instance_id: string;
  name: string;
  due_day: string | null;
  was_due_day: string | null;
  changed_at: number | string;
};

/** A clock that another calendar has moved. */
export interface MovedRowView {
  readonly id: string;
  readonly instanceId: string;
  readonly clock: string;
  readonly dueDay?: string;
  readonly wasDueDay?: string;
  readonly at: number;
}

/** What proves how a clock came to stand as it does: inserted, never changed. */
@Injectable()
export class ClockHistoryRepository {
  async addVersion(tx: Tx, version: ClockVersion): Promise<void> {
    const { id, clockId, cause, amount, dueDay = null, wasDueDay = null, calendarId, counted = null } = version;
    await tx.manager.query(
      `INSERT INTO deadline_version (id, clock_id, version, cause, amount, due_day, was_due_day, calendar_id, counted_json, changed_by, changed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        ...[id, clockId, version.version, cause, amount, dueDay, wasDueDay, calendarId, JSON.stringify(counted)],
        ...[tx.actor.personId, tx.now.getTime()],
      ],
    );
  }

  /** How the present due day of a clock came out. */
  async findCounted(tx: Tx, clockId: string): Promise<CountedPeriod | undefined> {
    const sql = 'SELECT counted_json FROM deadline_version WHERE clock_id = ? ORDER BY version DESC LIMIT 1';
    const [row] = await tx.manager.query<{ counted_json: string }[]>(sql, [clockId]);
    return row ? ((JSON.parse(row.counted_json) as CountedPeriod | null) ?? undefined) : undefined;
  }

  /** Clocks that a calendar has moved, newest first. */
  async moved(tx: Tx, after: { at: number; id: string }, limit: number): Promise<readonly MovedRowView[]> {
    const rows = await tx.manager.query<MovedRow[]>(
      `SELECT v.id, c.instance_id, c.name, v.due_day, v.was_due_day, v.changed_at FROM deadline_version v
       JOIN deadline_clock c ON c.id = v.clock_id WHERE v.cause = 'CALENDAR' AND (v.changed_at < ? OR (v.changed_at = ? AND v.id < ?))
       ORDER BY v.changed_at DESC, v.id DESC LIMIT ?`,
      [after.at, after.at, after.id, limit],
    );
    return rows.map(movedOf);
  }

  async holds(tx: Tx, clockId: string): Promise<readonly HoldNote[]> {
    const rows = await tx.manager.query<HoldEntity[]>('SELECT * FROM deadline_hold WHERE clock_id = ? ORDER BY seq LIMIT 500', [clockId]);
    return rows.map((row) => ({
      kind: row.kind as HoldNote['kind'],
      day: row.day,
      at: Number(row.noted_at),
      reason: row.reason as HoldNote['reason'],
      note: row.note,
      changedBy: row.changed_by,
    }));
  }

  async addHold(tx: Tx, id: string, clockId: string, note: Omit<HoldNote, 'at' | 'changedBy'>): Promise<void> {
    await tx.manager.query(
      'INSERT INTO deadline_hold (id, clock_id, seq, kind, day, noted_at, reason, note, changed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      [
        ...[id, clockId, await this.nextSeq(tx, 'deadline_hold', clockId), note.kind, note.day],
        ...[tx.now.getTime(), note.reason, note.note, tx.actor.personId],
      ],
    );
  }

  async extensions(tx: Tx, clockId: string): Promise<readonly ExtensionNote[]> {
    const sql = 'SELECT * FROM deadline_extension WHERE clock_id = ? ORDER BY seq LIMIT 100';
    return (await tx.manager.query<ExtensionEntity[]>(sql, [clockId])).map((row) => ({
      id: row.id,
      kind: row.kind as ExtensionNote['kind'],
      requestId: row.request_id,
      amount: row.amount,
      reason: row.reason,
      changedBy: row.changed_by,
      at: Number(row.noted_at),
    }));
  }

  async addExtension(tx: Tx, clockId: string, note: Omit<ExtensionNote, 'at' | 'changedBy'>): Promise<void> {
    await tx.manager.query(
      'INSERT INTO deadline_extension (id, clock_id, seq, kind, request_id, amount, reason, changed_by, noted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      [
        ...[note.id, clockId, await this.nextSeq(tx, 'deadline_extension', clockId), note.kind, note.requestId, note.amount],
        ...[note.reason, tx.actor.personId, tx.now.getTime()],
      ],
    );
  }

  private async nextSeq(tx: Tx, table: 'deadline_hold' | 'deadline_extension', clockId: string): Promise<number> {
    const [row] = await tx.manager.query<{ seq: number | null }[]>(`SELECT MAX(seq) AS seq FROM ${table} WHERE clock_id = ?`, [clockId]);
    return Number(row?.seq ?? 0) + 1;
  }
}

const movedOf = (row: MovedRow): MovedRowView => ({
  id: row.id,
  instanceId: row.instance_id,
  clock: row.name,
  ...(row.due_day !== null && { dueDay: row.due_day }),
  ...(row.was_due_day !== null && { wasDueDay: row.was_due_day }),
  at: Number(row.changed_at),
});
