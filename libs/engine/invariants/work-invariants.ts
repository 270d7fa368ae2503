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

  /** I12: held jobs are exactly those of suspended cases; what is added meanwhile is held when it falls due. */
  async held(): Promise<readonly Violation[]> {
    const lost = await rowsOf<{ id: string }>(
      this.dataSource,
      "SELECT j.id FROM engine_job j LEFT JOIN engine_instance i ON i.id = j.instance_id WHERE j.state = 'HELD' AND (i.id IS NULL OR i.status <> 'SUSPENDED')",
    );
    const loose = await rowsOf<{ id: string }>(
      this.dataSource,
      "SELECT j.id FROM engine_job j JOIN engine_instance i ON i.id = j.instance_id WHERE j.state = 'OPEN' AND j.type = 'engine.timer' AND i.status = 'SUSPENDED'",
    );
    return [
      ...lost.map(({ id }) => `I12: job ${id} is held, its case is not`),
      ...loose.map(({ id }) => `I12: the timer ${id} of a suspended case is not held`),
    ];
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
