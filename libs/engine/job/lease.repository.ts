import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { changeRows, placesOf, selectRows } from '../rows.repository';

/** Tables whose rows are taken on lease. */
export type LeaseTable = 'engine_job' | 'engine_outbox';

/** What a node asks for. */
export interface Claim {
  readonly owner: string;
  readonly leaseMs: number;
  readonly limit: number;
}

/** How a row failed. */
export interface Failure {
  readonly id: string;
  readonly owner: string;
  readonly error: string;
  /** When to try again; absent when it was the last attempt. */
  readonly retryAt?: Date;
}

/**
 * Rows that exactly one node works on at a time. A lease ends by itself, so a node that dies loses nothing but time;
 * rows that another node is just claiming are skipped, not waited for.
 */
@Injectable()
export class LeaseRepository {
  /** True when something is due that nobody holds. */
  async isAnythingDue(tx: Tx, table: LeaseTable): Promise<boolean> {
    const now = tx.now.getTime();
    const sql = `SELECT id FROM ${table} WHERE state = 'OPEN' AND due_at <= ? AND locked_until <= ? LIMIT 1`;
    return (await selectRows(tx, sql, [now, now])).length > 0;
  }

  /** When the next row falls due after now. */
  async nextDue(tx: Tx, table: LeaseTable): Promise<Date | undefined> {
    const sql = `SELECT MIN(due_at) AS due_at FROM ${table} WHERE state = 'OPEN' AND due_at > ?`;
    const [row] = await selectRows<{ due_at: number | null }>(tx, sql, [tx.now.getTime()]);
    return row?.due_at === null || row === undefined ? undefined : new Date(Number(row.due_at));
  }

  /** Takes due rows, oldest first, and answers their ids. */
  async claim(tx: Tx, table: LeaseTable, { owner, leaseMs, limit }: Claim): Promise<readonly string[]> {
    const now = tx.now.getTime();
    const rows = await selectRows<{ id: string }>(
      tx,
      `SELECT id FROM ${table} WHERE state = 'OPEN' AND due_at <= ? AND locked_until <= ? ORDER BY due_at, id LIMIT ? FOR UPDATE SKIP LOCKED`,
      [now, now, limit],
    );
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return [];
    await changeRows(tx, `UPDATE ${table} SET locked_by = ?, locked_until = ? WHERE id IN ${placesOf(ids)}`, [
      owner,
      now + leaseMs,
      ...ids,
    ]);
    return ids;
  }

  /** Removes a row that is about to be worked on by the one who claimed it. Answers false when it is gone or has another owner. */
  async take(tx: Tx, table: LeaseTable, id: string, owner: string): Promise<boolean> {
    return (await changeRows(tx, `DELETE FROM ${table} WHERE id = ? AND locked_by = ?`, [id, owner])) === 1;
  }

  /** Lets the lease of a row run from now. Answers false when it was lost. */
  async extend(tx: Tx, table: LeaseTable, { id, owner, leaseMs }: { id: string; owner: string; leaseMs: number }): Promise<boolean> {
    const sql = `UPDATE ${table} SET locked_until = ? WHERE id = ? AND locked_by = ?`;
    return (await changeRows(tx, sql, [tx.now.getTime() + leaseMs, id, owner])) === 1;
  }

  /** Counts a failed attempt and plans the next, or marks the row as stuck. Answers false when the lease was lost. */
  async fail(tx: Tx, table: LeaseTable, { id, owner, error, retryAt }: Failure): Promise<boolean> {
    const now = tx.now.getTime();
    const changed = await changeRows(
      tx,
      `UPDATE ${table} SET attempts = attempts + 1, last_error = ?, state = ?, due_at = ?, stuck_at = ?, locked_by = NULL, locked_until = 0
       WHERE id = ? AND locked_by = ?`,
      [error, retryAt ? 'OPEN' : 'STUCK', retryAt?.getTime() ?? now, retryAt ? null : now, id, owner],
    );
    return changed === 1;
  }

  /** Gives rows back that were claimed but will not be worked on. */
  async release(tx: Tx, table: LeaseTable, owner: string): Promise<void> {
    await changeRows(tx, `UPDATE ${table} SET locked_by = NULL, locked_until = 0 WHERE locked_by = ?`, [owner]);
  }
}
