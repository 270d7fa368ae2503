import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import type { CopyMode, CopySource } from '../model';

/** A reader of a case. */
export interface Copy {
  readonly id: string;
  readonly instanceId: string;
  readonly personId: string;
  readonly unitId?: string;
  readonly sentAt: number;
  readonly readAt?: number;
  readonly withdrawnAt?: number;
}

/** One time a case was sent to a reader. */
export interface Reason {
  readonly id: string;
  readonly copyId: string;
  readonly instanceId: string;
  readonly mode: CopyMode;
  readonly source: CopySource;
  readonly nodeId?: string;
  readonly sentBy: string;
  readonly sentAt: number;
  readonly reason?: string;
  readonly readAt?: number;
}

type CopyRow = Record<'id' | 'instance_id' | 'person_id', string> & { unit_id: string | null } & Record<
    'sent_at' | 'read_at' | 'withdrawn_at',
    number | string | null
  >;
type ReasonRow = Record<'id' | 'copy_id' | 'instance_id' | 'sent_by', string> & { mode: CopyMode; source: CopySource } & Record<
    'node_id' | 'reason',
    string | null
  > &
  Record<'sent_at' | 'read_at', number | string | null>;

const COPY = 'SELECT id, instance_id, person_id, unit_id, sent_at, read_at, withdrawn_at FROM circulate_copy';
const REASON = 'id, copy_id, instance_id, mode, source, node_id, sent_by, sent_at, reason, read_at';
const MOST_ROWS = 5000;

/** Rows of readers and of the reasons why they are. */
@Injectable()
export class CopyRepository {
  async find(tx: Tx, copyId: string): Promise<Copy | undefined> {
    return (await tx.manager.query<CopyRow[]>(`${COPY} WHERE id = ?`, [copyId])).map(copyOf)[0];
  }

  async findOf(tx: Tx, instanceId: string, personId: string): Promise<Copy | undefined> {
    const rows = await tx.manager.query<CopyRow[]>(`${COPY} WHERE instance_id = ? AND person_id = ?`, [instanceId, personId]);
    return rows.map(copyOf)[0];
  }

  /** Readers of a case, first sent first. */
  async ofCase(tx: Tx, instanceId: string): Promise<readonly Copy[]> {
    const sql = `${COPY} WHERE instance_id = ? AND withdrawn_at IS NULL ORDER BY sent_at, id LIMIT ${MOST_ROWS}`;
    return (await tx.manager.query<CopyRow[]>(sql, [instanceId])).map(copyOf);
  }

  /** Copies of a person, newest first, from a place on. */
  async ofPerson(tx: Tx, query: { personId: string; isRead: boolean; before?: Place; limit: number }): Promise<readonly Copy[]> {
    const { personId, isRead, before, limit } = query;
    const place = before ? 'AND (sent_at < ? OR (sent_at = ? AND id < ?))' : '';
    const sql = `${COPY} WHERE person_id = ? AND withdrawn_at IS NULL AND read_at IS ${isRead ? 'NOT ' : ''}NULL ${place}
      ORDER BY sent_at DESC, id DESC LIMIT ?`;
    const values = [personId, ...(before ? [before.sentAt, before.sentAt, before.id] : []), limit];
    return (await tx.manager.query<CopyRow[]>(sql, values)).map(copyOf);
  }

  async countUnread(tx: Tx, personId: string): Promise<number> {
    const sql = 'SELECT COUNT(*) AS n FROM circulate_copy WHERE person_id = ? AND withdrawn_at IS NULL AND read_at IS NULL';
    const [row] = await tx.manager.query<{ n: number | string }[]>(sql, [personId]);
    return Number(row?.n ?? 0);
  }

  /** Reasons that stand, oldest first. */
  async reasonsOf(tx: Tx, copyIds: readonly string[]): Promise<readonly Reason[]> {
    if (copyIds.length === 0) return [];
    const among = copyIds.map(() => '?').join(', ');
    const sql = `SELECT ${REASON} FROM circulate_reason WHERE copy_id IN (${among}) AND withdrawn_at IS NULL
      ORDER BY sent_at, id LIMIT ${MOST_ROWS}`;
    return (await tx.manager.query<ReasonRow[]>(sql, [...copyIds])).map(reasonOf);
  }

  async add(tx: Tx, copy: Copy): Promise<void> {
    const sql = 'INSERT INTO circulate_copy (id, instance_id, person_id, unit_id, sent_at) VALUES (?, ?, ?, ?, ?)';
    await tx.manager.query(sql, [copy.id, copy.instanceId, copy.personId, copy.unitId ?? null, copy.sentAt]);
  }

  /** Sent once more: there is something to read again. */
  async renew(tx: Tx, copyId: string, unitId: string | undefined): Promise<void> {
    const sql = 'UPDATE circulate_copy SET sent_at = ?, unit_id = ?, read_at = NULL, withdrawn_at = NULL WHERE id = ?';
    await tx.manager.query(sql, [tx.now.getTime(), unitId ?? null, copyId]);
  }

  async addReason(tx: Tx, one: Reason): Promise<void> {
    const values = [one.id, one.copyId, one.instanceId, one.mode, one.source, one.nodeId ?? null, one.sentBy, one.sentAt];
    await tx.manager.query(`INSERT INTO circulate_reason (${REASON}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)`, [
      ...values,
      one.reason ?? null,
    ]);
  }

  async markRead(tx: Tx, copyId: string): Promise<void> {
    const at = tx.now.getTime();
    await tx.manager.query('UPDATE circulate_copy SET read_at = ? WHERE id = ?', [at, copyId]);
    const sql = 'UPDATE circulate_reason SET read_at = ? WHERE copy_id = ? AND read_at IS NULL AND withdrawn_at IS NULL';
    await tx.manager.query(sql, [at, copyId]);
  }

  /** Takes reasons back; a copy without any is taken back as well. */
  async withdraw(tx: Tx, copyId: string, reasonIds: readonly string[]): Promise<void> {
    const at = tx.now.getTime();
    const among = reasonIds.map(() => '?').join(', ');
    await tx.manager.query(`UPDATE circulate_reason SET withdrawn_at = ? WHERE id IN (${among})`, [at, ...reasonIds]);
    const left = await this.reasonsOf(tx, [copyId]);
    if (left.length === 0) await tx.manager.query('UPDATE circulate_copy SET withdrawn_at = ? WHERE id = ?', [at, copyId]);
    const reads = left.map((one) => one.readAt).filter((readAt) => readAt !== undefined);
    if (left.length === 0 || reads.length < left.length) return;
    await tx.manager.query('UPDATE circulate_copy SET read_at = ? WHERE id = ?', [Math.max(...reads), copyId]);
  }
}

/** Where a page of copies ends. */
export interface Place {
  readonly sentAt: number;
  readonly id: string;
}

const copyOf = (row: CopyRow): Copy => ({
  id: row.id,
  instanceId: row.instance_id,
  personId: row.person_id,
  sentAt: Number(row.sent_at),
  ...(row.unit_id !== null && { unitId: row.unit_id }),
  ...(row.read_at !== null && { readAt: Number(row.read_at) }),
  ...(row.withdrawn_at !== null && { withdrawnAt: Number(row.withdrawn_at) }),
});

const reasonOf = (row: ReasonRow): Reason => ({
  id: row.id,
  copyId: row.copy_id,
  instanceId: row.instance_id,
  mode: row.mode,
  source: row.source,
  sentBy: row.sent_by,
  sentAt: Number(row.sent_at),
  ...(row.node_id !== null && { nodeId: row.node_id }),
  ...(row.reason !== null && { reason: row.reason }),
  ...(row.read_at !== null && { readAt: Number(row.read_at) }),
});
