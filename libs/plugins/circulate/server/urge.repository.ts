import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';

/** One urging. */
export interface Urge {
  readonly id: string;
  readonly subjectId: string;
  readonly instanceId: string;
  readonly urgedBy: string;
  readonly urgedAt: number;
  readonly message?: string;
}

type Row = { id: string; subject_id: string; instance_id: string; urged_by: string; urged_at: number | string; message: string | null };

const COLUMNS = 'id, subject_id, instance_id, urged_by, urged_at, message';
const MOST_ROWS = 1000;

/** Rows of urgings. */
@Injectable()
export class UrgeRepository {
  /** Urgings of some tasks or copies, oldest first. */
  async of(tx: Tx, subjectIds: readonly string[]): Promise<readonly Urge[]> {
    if (subjectIds.length === 0) return [];
    const among = subjectIds.map(() => '?').join(', ');
    const sql = `SELECT ${COLUMNS} FROM circulate_urge WHERE subject_id IN (${among}) ORDER BY urged_at, id LIMIT ${MOST_ROWS}`;
    return (await tx.manager.query<Row[]>(sql, [...subjectIds])).map(urgeOf);
  }

  async add(tx: Tx, urge: Urge): Promise<void> {
    const values = [urge.id, urge.subjectId, urge.instanceId, urge.urgedBy, urge.urgedAt, urge.message ?? null];
    await tx.manager.query(`INSERT INTO circulate_urge (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)`, values);
  }
}

const urgeOf = (row: Row): Urge => ({
  id: row.id,
  subjectId: row.subject_id,
  instanceId: row.instance_id,
  urgedBy: row.urged_by,
  urgedAt: Number(row.urged_at),
  ...(row.message !== null && { message: row.message }),
});
