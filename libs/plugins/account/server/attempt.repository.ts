import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import type { Attempts } from '../model';

type Row = { id: string; failures: number; since: number | string; locked_until: number | string };

/** Rows of failed attempts. */
@Injectable()
export class AttemptRepository {
  /** Takes the row lock, making the row first when there is none, so that two attempts at once count as two. */
  async lock(tx: Tx, id: string): Promise<Attempts> {
    await tx.manager.query(
      `INSERT INTO account_attempt (id, failures, since, locked_until)
       SELECT ?, 0, ?, 0 FROM (SELECT 1 AS one) AS single WHERE NOT EXISTS (SELECT 1 FROM account_attempt WHERE id = ?)`,
      [id, tx.now.getTime(), id],
    );
    await tx.manager.query('UPDATE account_attempt SET failures = failures WHERE id = ?', [id]);
    return (await this.find(tx, [id])).get(id) ?? { failures: 0, since: tx.now.getTime(), lockedUntil: 0 };
  }

  async find(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Attempts>> {
    if (ids.length === 0) return new Map();
    const among = ids.map(() => '?').join(', ');
    const rows = await tx.manager.query<Row[]>(`SELECT id, failures, since, locked_until FROM account_attempt WHERE id IN (${among})`, [
      ...ids,
    ]);
    return new Map(
      rows.map((row) => [row.id, { failures: row.failures, since: Number(row.since), lockedUntil: Number(row.locked_until) }]),
    );
  }

  async replace(tx: Tx, id: string, attempts: Attempts): Promise<void> {
    const values = [attempts.failures, attempts.since, attempts.lockedUntil, id];
    await tx.manager.query('UPDATE account_attempt SET failures = ?, since = ?, locked_until = ? WHERE id = ?', values);
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.manager.query('DELETE FROM account_attempt WHERE id = ?', [id]);
  }

  /** Takes one attempt back that turned out to be a success. */
  async takeBack(tx: Tx, id: string): Promise<void> {
    await tx.manager.query('UPDATE account_attempt SET failures = failures - 1 WHERE id = ? AND failures > 0', [id]);
  }
}
