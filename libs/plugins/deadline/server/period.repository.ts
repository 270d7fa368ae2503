import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { periodTable, type PeriodVersion } from '../model';
import type { PeriodVersionEntity } from './deadline.entities';

/** Rows of published periods: inserted, never changed. */
@Injectable()
export class PeriodRepository {
  async findLatest(tx: Tx): Promise<PeriodVersion | undefined> {
    return (await this.list(tx, 1))[0];
  }

  /** Newest first. */
  async list(tx: Tx, limit: number): Promise<readonly PeriodVersion[]> {
    const sql = 'SELECT * FROM deadline_period ORDER BY version DESC LIMIT ?';
    return (await tx.manager.query<PeriodVersionEntity[]>(sql, [limit])).map(versionOf);
  }

  async add(tx: Tx, version: PeriodVersion): Promise<void> {
    const { id, periods, hash, reason, publishedBy, publishedAt } = version;
    await tx.manager.query(
      'INSERT INTO deadline_period (id, version, table_json, hash, reason, published_by, published_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      [id, version.version, JSON.stringify({ periods }), hash, reason, publishedBy, Date.parse(publishedAt)],
    );
  }
}

const versionOf = (row: PeriodVersionEntity): PeriodVersion => ({
  id: row.id,
  version: row.version,
  ...periodTable.parse(JSON.parse(row.table_json)),
  hash: row.hash,
  reason: row.reason,
  publishedBy: row.published_by,
  publishedAt: new Date(Number(row.published_at)).toISOString(),
});
