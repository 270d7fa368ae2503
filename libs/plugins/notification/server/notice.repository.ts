import { Injectable } from '@nestjs/common';
import type { JsonObject, Tx } from '@fashen/plugin-api';
import type { NoticeKind } from '../model';
import type { PagePlace } from './page-place';

/** A notice as the database has it. */
export interface Notice {
  readonly id: string;
  readonly personId: string;
  readonly kind: NoticeKind;
  readonly params: JsonObject;
  readonly instanceId?: string;
  readonly taskId?: string;
  readonly sourceId: string;
  readonly createdAt: number;
  readonly readAt?: number;
}

interface Row {
  readonly id: string;
  readonly person_id: string;
  readonly kind: NoticeKind;
  readonly params: string;
  readonly instance_id: string | null;
  readonly task_id: string | null;
  readonly source_id: string;
  readonly created_at: number | string;
  readonly read_at: number | string | null;
}

const COLUMNS = 'id, person_id, kind, params, instance_id, task_id, source_id, created_at, read_at';
const COUNT_CAP = 100;

/** Rows of notices. */
@Injectable()
export class NoticeRepository {
  /** Which of these persons have already been told. */
  async told(tx: Tx, sourceId: string, kind: NoticeKind): Promise<ReadonlySet<string>> {
    const sql = 'SELECT person_id FROM notification_item WHERE source_id = ? AND kind = ?';
    const rows = await tx.manager.query<{ person_id: string }[]>(sql, [sourceId, kind]);
    return new Set(rows.map((row) => row.person_id));
  }

  async add(tx: Tx, notice: Notice): Promise<void> {
    const { id, personId, kind, params, instanceId = null, taskId = null, sourceId, createdAt } = notice;
    await tx.manager.query(`INSERT INTO notification_item (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)`, [
      ...[id, personId, kind, JSON.stringify(params)],
      ...[instanceId, taskId, sourceId, createdAt],
    ]);
  }

  async find(tx: Tx, id: string): Promise<Notice | undefined> {
    const rows = await tx.manager.query<Row[]>(`SELECT ${COLUMNS} FROM notification_item WHERE id = ?`, [id]);
    return rows.map(noticeOf)[0];
  }

  /** Newest first. */
  async list(tx: Tx, query: { place: PagePlace; limit: number; unread: boolean }): Promise<readonly Notice[]> {
    const { place, limit, unread } = query;
    const rows = await tx.manager.query<Row[]>(
      `SELECT ${COLUMNS} FROM notification_item WHERE person_id = ? AND (created_at < ? OR (created_at = ? AND id < ?))
        ${unread ? 'AND read_at IS NULL' : ''} ORDER BY created_at DESC, id DESC LIMIT ?`,
      [tx.actor.personId, place.at, place.at, place.id, limit],
    );
    return rows.map(noticeOf);
  }

  /** Capped at 100. */
  async countUnread(tx: Tx): Promise<number> {
    const sql = `SELECT COUNT(*) AS n FROM (SELECT 1 FROM notification_item WHERE person_id = ? AND read_at IS NULL LIMIT ${COUNT_CAP}) capped`;
    const [row] = await tx.manager.query<{ n: number | string }[]>(sql, [tx.actor.personId]);
    return Number(row?.n ?? 0);
  }

  async markRead(tx: Tx, id?: string): Promise<void> {
    const only = id === undefined ? '' : ' AND id = ?';
    const values = [tx.now.getTime(), tx.actor.personId, ...(id === undefined ? [] : [id])];
    await tx.manager.query(`UPDATE notification_item SET read_at = ? WHERE person_id = ? AND read_at IS NULL${only}`, values);
  }

  async removeBefore(tx: Tx, at: number): Promise<void> {
    await tx.manager.query('DELETE FROM notification_item WHERE created_at < ?', [at]);
  }
}

const noticeOf = (row: Row): Notice => ({
  id: row.id,
  personId: row.person_id,
  kind: row.kind,
  params: JSON.parse(row.params) as JsonObject,
  ...(row.instance_id !== null && { instanceId: row.instance_id }),
  ...(row.task_id !== null && { taskId: row.task_id }),
  sourceId: row.source_id,
  createdAt: Number(row.created_at),
  ...(row.read_at !== null && { readAt: Number(row.read_at) }),
});
