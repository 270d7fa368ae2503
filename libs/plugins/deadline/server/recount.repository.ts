import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';

type RecountRow = {
  id: string;
  years: string;
  cases: number;
  started_at: number | string;
  done: number | string;
  moved: number | string | null;
};

/** A recount as its rows tell it. */
export interface RecountCount {
  readonly id: string;
  readonly years: readonly number[];
  readonly cases: number;
  readonly done: number;
  readonly moved: number;
  readonly startedAt: number;
}

/** Rows of counting anew: inserted, never changed. How far it has come is counted, never stored. */
@Injectable()
export class RecountRepository {
  async add(tx: Tx, { id, years, cases }: Pick<RecountCount, 'id' | 'years' | 'cases'>): Promise<void> {
    await tx.manager.query('INSERT INTO deadline_recount (id, years, cases, started_at) VALUES (?, ?, ?, ?)', [
      ...[id, years.join(' '), cases, tx.now.getTime()],
    ]);
  }

  /** A case was counted. */
  async addCase(tx: Tx, recountId: string, instanceId: string, moved: number): Promise<void> {
    await tx.manager.query('INSERT INTO deadline_recounted (id, recount_id, instance_id, moved, counted_at) VALUES (?, ?, ?, ?, ?)', [
      ...[randomUUID(), recountId, instanceId, moved, tx.now.getTime()],
    ]);
  }

  /** Newest first. */
  async list(tx: Tx, limit: number): Promise<readonly RecountCount[]> {
    const rows = await tx.manager.query<RecountRow[]>(
      `SELECT r.id, r.years, r.cases, r.started_at, COUNT(c.id) AS done, SUM(c.moved) AS moved
       FROM deadline_recount r LEFT JOIN deadline_recounted c ON c.recount_id = r.id
       GROUP BY r.id, r.years, r.cases, r.started_at ORDER BY r.started_at DESC, r.id DESC LIMIT ?`,
      [limit],
    );
    return rows.map(({ id, years, cases, started_at, done, moved }) => ({
      ...{ id, cases, done: Number(done), moved: Number(moved ?? 0), startedAt: Number(started_at) },
      years: years.split(' ').map(Number),
    }));
  }
}
