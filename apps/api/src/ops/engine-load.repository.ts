import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';

/** How much waits in the engine. */
export interface EngineLoad {
  readonly openJobs: number;
  /** Jobs that are due and not done. */
  readonly dueJobs: number;
  /** Jobs that gave up and wait for an operator. */
  readonly stuckJobs: number;
  readonly openDeliveries: number;
  readonly stuckDeliveries: number;
  /** Seconds since the oldest delivery that should have gone out by now was told. */
  readonly outboxLagSeconds: number;
}

type Count = { state: string; number: number | string; due: number | string | null };
type Lag = { oldest: number | string | null };

/** Numbers for the operators; no case data. */
@Injectable()
export class EngineLoadRepository {
  async measure(tx: Tx): Promise<EngineLoad> {
    const now = tx.now.getTime();
    const counting = (table: string): Promise<Count[]> =>
      tx.manager.query<Count[]>(
        `SELECT state, COUNT(*) AS number, SUM(CASE WHEN due_at <= ? THEN 1 ELSE 0 END) AS due FROM ${table} GROUP BY state`,
        [now],
      );
    const jobs = await counting('engine_job');
    const deliveries = await counting('engine_outbox');
    const [lag] = await tx.manager.query<Lag[]>(
      "SELECT MIN(created_at) AS oldest FROM engine_outbox WHERE state = 'OPEN' AND due_at <= ?",
      [now],
    );
    return {
      openJobs: numberOf(jobs, 'OPEN'),
      dueJobs: Number(jobs.find((row) => row.state === 'OPEN')?.due ?? 0),
      stuckJobs: numberOf(jobs, 'STUCK'),
      openDeliveries: numberOf(deliveries, 'OPEN'),
      stuckDeliveries: numberOf(deliveries, 'STUCK'),
      outboxLagSeconds: lag?.oldest ? Math.max(0, now - Number(lag.oldest)) / 1000 : 0,
    };
  }
}

const numberOf = (rows: readonly Count[], state: string): number => Number(rows.find((row) => row.state === state)?.number ?? 0);
