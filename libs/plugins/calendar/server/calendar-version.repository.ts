import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { calendarDays, type CalendarVersion, STATE_SCOPE } from '../model';

type VersionRow = {
  id: string;
  scope: string;
  year: number;
  version: number;
  days_json: string;
  hash: string;
  source: string;
  reason: string;
  published_by: string;
  published_at: number | string;
};

/** Which versions of one year to list, newest first; `limit` is the number of rows. */
export interface VersionFilter {
  readonly scope: string;
  readonly year: number;
  readonly after?: number;
  readonly limit: number;
}

const COLUMNS = 'id, scope, year, version, days_json, hash, source, reason, published_by, published_at';

/** Rows of published calendars: inserted, never changed. */
@Injectable()
export class CalendarVersionRepository {
  /** The last publication that says something about a bureau: what its calendar is known by. */
  async findNewestId(tx: Tx, bureau: string): Promise<string | undefined> {
    const sql = 'SELECT id FROM calendar_version WHERE scope IN (?, ?) ORDER BY seq DESC LIMIT 1';
    return (await tx.manager.query<{ id: string }[]>(sql, [STATE_SCOPE, bureau]))[0]?.id;
  }

  /** Everything in force for a bureau after the publication with this id; empty when there is none. */
  async inForceAt(tx: Tx, bureau: string, newestId: string): Promise<readonly CalendarVersion[]> {
    const rows = await tx.manager.query<VersionRow[]>(
      `SELECT ${COLUMNS} FROM calendar_version v
       WHERE scope IN (?, ?) AND seq <= (SELECT seq FROM calendar_version n WHERE n.id = ?)
         AND seq = (SELECT MAX(w.seq) FROM calendar_version w WHERE w.scope = v.scope AND w.year = v.year
           AND w.seq <= (SELECT seq FROM calendar_version m WHERE m.id = ?))
       ORDER BY year, scope LIMIT 500`,
      [STATE_SCOPE, bureau, newestId, newestId],
    );
    return rows.map(versionOf);
  }

  async findLatest(tx: Tx, scope: string, year: number): Promise<CalendarVersion | undefined> {
    return (await this.list(tx, { scope, year, limit: 1 }))[0];
  }

  async list(tx: Tx, { scope, year, after, limit }: VersionFilter): Promise<readonly CalendarVersion[]> {
    const sql = `SELECT ${COLUMNS} FROM calendar_version WHERE scope = ? AND year = ? AND version < ? ORDER BY version DESC LIMIT ?`;
    return (await tx.manager.query<VersionRow[]>(sql, [scope, year, after ?? 2_147_483_647, limit])).map(versionOf);
  }

  /** Latest version of each year of a scope, newest year first. */
  async listYears(tx: Tx, scope: string, { after, limit }: { after?: number; limit: number }): Promise<readonly CalendarVersion[]> {
    const rows = await tx.manager.query<VersionRow[]>(
      `SELECT ${COLUMNS} FROM calendar_version v WHERE scope = ? AND year < ?
         AND version = (SELECT MAX(version) FROM calendar_version w WHERE w.scope = v.scope AND w.year = v.year)
       ORDER BY year DESC LIMIT ?`,
      [scope, after ?? 10_000, limit],
    );
    return rows.map(versionOf);
  }

  /** Adds a version after all others. Two that come at once get the same number: the later one is run again. */
  async add(tx: Tx, version: CalendarVersion): Promise<void> {
    const [newest] = await tx.manager.query<{ seq: number | null }[]>('SELECT MAX(seq) AS seq FROM calendar_version');
    await tx.manager.query(`INSERT INTO calendar_version (${COLUMNS}, seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, [
      version.id,
      version.scope,
      version.year,
      version.version,
      JSON.stringify(version.days),
      version.hash,
      version.source,
      version.reason,
      version.publishedBy,
      Date.parse(version.publishedAt),
      (newest?.seq ?? 0) + 1,
    ]);
  }
}

const versionOf = (row: VersionRow): CalendarVersion => ({
  id: row.id,
  scope: row.scope,
  year: row.year,
  version: row.version,
  days: calendarDays.parse(JSON.parse(row.days_json)),
  hash: row.hash,
  source: row.source,
  reason: row.reason,
  publishedBy: row.published_by,
  publishedAt: new Date(Number(row.published_at)).toISOString(),
});
