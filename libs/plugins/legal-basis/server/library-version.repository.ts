import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { clauseList, type LibraryVersion, type LibraryVersionReply } from '../model';

type Head = Record<'id' | 'hash' | 'source' | 'reason' | 'published_by', string> & {
  version: number;
  clause_count: number;
  published_at: number | string;
};

const HEAD = 'id, version, clause_count, hash, source, reason, published_by, published_at';

/** Rows of the library: inserted, never changed. */
@Injectable()
export class LibraryVersionRepository {
  async findLatest(tx: Tx): Promise<LibraryVersion | undefined> {
    const sql = `SELECT ${HEAD}, clauses_json FROM legal_basis_version ORDER BY version DESC LIMIT 1`;
    const rows = await tx.manager.query<(Head & { clauses_json: string })[]>(sql);
    return rows.map(({ clauses_json: clauses, ...head }) => ({ ...headOf(head), clauses: clauseList.parse(JSON.parse(clauses)) }))[0];
  }

  /** Versions without their clauses, newest first; `after` is the number of the last one seen. */
  async list(tx: Tx, { after, limit }: { readonly after?: number; readonly limit: number }): Promise<readonly LibraryVersionReply[]> {
    const sql = `SELECT ${HEAD} FROM legal_basis_version WHERE version < ? ORDER BY version DESC LIMIT ?`;
    const rows = await tx.manager.query<Head[]>(sql, [after ?? 2_147_483_647, limit]);
    return rows.map((row) => ({ ...headOf(row), count: row.clause_count }));
  }

  /** Two that come at once have the same number: the later one is run again, and finds the library changed. */
  async add(tx: Tx, one: LibraryVersion): Promise<void> {
    const values = [
      one.id,
      one.version,
      one.clauses.length,
      one.hash,
      one.source,
      one.reason,
      one.publishedBy,
      Date.parse(one.publishedAt),
    ];
    const sql = `INSERT INTO legal_basis_version (${HEAD}, clauses_json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;
    await tx.manager.query(sql, [...values, JSON.stringify(one.clauses)]);
  }
}

const headOf = (row: Head): Omit<LibraryVersion, 'clauses'> => ({
  id: row.id,
  version: row.version,
  hash: row.hash,
  source: row.source,
  reason: row.reason,
  publishedBy: row.published_by,
  publishedAt: new Date(Number(row.published_at)).toISOString(),
});
