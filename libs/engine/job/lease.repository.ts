import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { changeRows, placesOf, selectRows } from '../rows.repository';

/** Tables whose rows are taken on lease. */
export type LeaseTable = 'engine_job' | 'engine_outbox';

/** The rows that one worker works off: a table, or the jobs of some types only. */
export interface Lane {
  readonly table: LeaseTable;
  /** Only jobs of these types. */
  readonly only?: readonly string[];
  /** No jobs of these types. */
  readonly except?: readonly string[];
}

/** A row on lease. */
export interface Claimed {
  readonly id: string;
  /** Who had it before did not come back. */
  readonly isAbandoned: boolean;
}

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
  /** Attempts so far, this one included. */
  readonly attempts: number;
  /** When to try again; absent when it was the last attempt. */
  readonly retryAt?: Date;
}

/**
 * Rows that exactly one node works on at a time. A lease ends by itself, so a node that dies loses nothing but time;
 * rows that another node is just claiming are skipped, not waited for. An attempt counts from the claim on: what kills its node
 * again and again runs out of attempts like everything else.
 */
@Injectable()
export class LeaseRepository {
  /** True when something is due that nobody holds. */
  async isAnythingDue(tx: Tx, lane: Lane): Promise<boolean> {
    const now = tx.now.getTime();
    const types = typesOf(lane);
    const sql = `SELECT id FROM ${lane.table} WHERE state = 'OPEN' AND due_at <= ? AND locked_until <= ?${types.sql} LIMIT 1`;
    return (await selectRows(tx, sql, [now, now, ...types.values])).length > 0;
  }

  /** When the next row falls due after now. */
  async nextDue(tx: Tx, lane: Lane): Promise<Date | undefined> {
    const types = typesOf(lane);
    const sql = `SELECT MIN(due_at) AS due_at FROM ${lane.table} WHERE state = 'OPEN' AND due_at > ?${types.sql}`;
    const [row] = await selectRows<{ due_at: number | null }>(tx, sql, [tx.now.getTime(), ...types.values]);
    return row?.due_at === null || row === undefined ? undefined : new Date(Number(row.due_at));
  }

  /** Takes due rows, oldest first, and counts an attempt of each. Rows of a node that did not come back are taken one at a time. */
  async claim(tx: Tx, lane: Lane, { owner, leaseMs, limit }: Claim): Promise<readonly Claimed[]> {
    const now = tx.now.getTime();
    const types = typesOf(lane);
    const rows = await selectRows<{ id: string; locked_by: string | null }>(
      tx,
      `SELECT id, locked_by FROM ${lane.table} WHERE state = 'OPEN' AND due_at <= ? AND locked_until <= ?${types.sql}
       ORDER BY due_at, id LIMIT ? FOR UPDATE SKIP LOCKED`,
      [now, now, ...types.values, limit],
    );
    const claimed = claimedTogether(rows.map(({ id, locked_by }) => ({ id, isAbandoned: locked_by !== null })));
    if (claimed.length === 0) return [];
    const ids = claimed.map(({ id }) => id);
    await changeRows(tx, `UPDATE ${lane.table} SET locked_by = ?, locked_until = ?, attempts = attempts + 1 WHERE id IN ${placesOf(ids)}`, [
      owner,
      now + leaseMs,
      ...ids,
    ]);
    return claimed;
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

  /** Plans the next attempt, or marks the row as stuck. Answers false when the lease was lost. */
  async fail(tx: Tx, table: LeaseTable, { id, owner, error, attempts, retryAt }: Failure): Promise<boolean> {
    const now = tx.now.getTime();
    const changed = await changeRows(
      tx,
      `UPDATE ${table} SET attempts = ?, last_error = ?, state = ?, due_at = ?, stuck_at = ?, locked_by = NULL, locked_until = 0
       WHERE id = ? AND locked_by = ?`,
      [attempts, error, retryAt ? 'OPEN' : 'STUCK', retryAt?.getTime() ?? now, retryAt ? null : now, id, owner],
    );
    return changed === 1;
  }

  /** Gives rows back that were claimed but will not be worked on: that was no attempt. */
  async release(tx: Tx, table: LeaseTable, owner: string): Promise<void> {
    const sql = `UPDATE ${table} SET attempts = attempts - 1, locked_by = NULL, locked_until = 0 WHERE locked_by = ?`;
    await changeRows(tx, sql, [owner]);
  }
}

/** A node dies of one row only: what it leaves behind is worked on alone, so that no other row is counted with the one it died of. */
export function claimedTogether(rows: readonly Claimed[]): readonly Claimed[] {
  const abandoned = rows.findIndex(({ isAbandoned }) => isAbandoned);
  if (abandoned === 0) return rows.slice(0, 1);
  return abandoned < 0 ? rows : rows.slice(0, abandoned);
}

function typesOf({ only, except = [] }: Lane): { readonly sql: string; readonly values: readonly string[] } {
  if (only?.length === 0) return { sql: ' AND 1 = 0', values: [] };
  if (only) return { sql: ` AND type IN ${placesOf(only)}`, values: only };
  return except.length === 0 ? { sql: '', values: [] } : { sql: ` AND type NOT IN ${placesOf(except)}`, values: except };
}
