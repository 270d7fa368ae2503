import type { DataSource } from 'typeorm';
import { rowsOf, type Violation } from './violation';

/** Longest time a node that died may keep others from its work. */
const LEASE_LIMIT_MS = 30_000;

interface WorkRow {
  readonly id: string;
  readonly locked_until: number | string;
}

const TABLES = ['engine_job', 'engine_outbox'] as const;

/** Jobs, timers and deliveries. */
export class WorkInvariants {
  constructor(private readonly dataSource: DataSource) {}

  /** I10. */
  async leases(now: number): Promise<readonly Violation[]> {
    const found: Violation[] = [];
    for (const table of TABLES) {
      const rows = await rowsOf<WorkRow>(this.dataSource, `SELECT id, locked_until FROM ${table} WHERE locked_until > ?`, [
        now + LEASE_LIMIT_MS,
      ]);
      found.push(...rows.map((row) => `I10: ${table} ${row.id} is on lease until ${new Date(Number(row.locked_until)).toISOString()}`));
    }
    return found;
  }

  /** I7 and I8: what fell due more than so long ago and is still there. Right only while a node that works has been up since. */
  async overdue(now: number, graceMs: number): Promise<readonly Violation[]> {
    const found: Violation[] = [];
    for (const [table, id] of [
      ['engine_job', 'I7'],
      ['engine_outbox', 'I8'],
    ] as const) {
      const sql = `SELECT id FROM ${table} WHERE state = 'OPEN' AND due_at < ?`;
      const rows = await rowsOf<{ id: string }>(this.dataSource, sql, [now - graceMs]);
      found.push(...rows.map((row) => `${id}: ${table} ${row.id} is overdue`));
    }
    return found;
  }
}
