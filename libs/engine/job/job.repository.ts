import { Injectable } from '@nestjs/common';
import type { JsonObject, Tx } from '@fashen/plugin-api';
import { changeRows, insertRows, placesOf, selectRows } from '../rows.repository';
import type { JobEntity } from './job.entity';
import { WakeCalls } from './wake-calls';

/** A job row to be added. */
export interface JobRow {
  readonly id: string;
  readonly type: string;
  readonly payload: JsonObject;
  readonly dueAt: Date;
  readonly instanceId?: string;
  readonly executionId?: string;
  readonly uniqueKey?: string;
  /** Set for a job that is an incident from the beginning. */
  readonly stuckBecause?: string;
}

/** A job as it is run. */
export interface StoredJob {
  readonly id: string;
  readonly type: string;
  readonly payload: JsonObject;
  readonly state: JobEntity['state'];
  readonly attempts: number;
  readonly instanceId?: string;
  readonly executionId?: string;
}

/** Rows of jobs. Claiming, taking and failing is the business of `LeaseRepository`. */
@Injectable()
export class JobRepository {
  constructor(private readonly wakeCalls: WakeCalls) {}

  /** Adds jobs. The commit of this unit wakes the runner when one of them is due. */
  async add(tx: Tx, jobs: readonly JobRow[]): Promise<void> {
    const now = tx.now.getTime();
    if (jobs.some(({ dueAt }) => dueAt.getTime() <= now)) this.wakeCalls.expect(tx, 'engine_job');
    const rows = jobs.map((job) => ({
      id: job.id,
      type: job.type,
      payload: JSON.stringify(job.payload),
      state: job.stuckBecause ? 'STUCK' : 'OPEN',
      due_at: job.dueAt.getTime(),
      instance_id: job.instanceId ?? null,
      execution_id: job.executionId ?? null,
      unique_key: job.uniqueKey ?? null,
      attempts: 0,
      locked_until: 0,
      last_error: job.stuckBecause ?? null,
      created_at: now,
      stuck_at: job.stuckBecause ? now : null,
    }));
    await insertRows(tx, 'engine_job', rows);
  }

  async find(tx: Tx, jobId: string): Promise<StoredJob | undefined> {
    return (await selectRows<JobEntity>(tx, 'SELECT * FROM engine_job WHERE id = ?', [jobId])).map(jobOf)[0];
  }

  /** Puts the open jobs of instances aside; whoever has claimed one loses it, and that was no attempt. */
  async hold(tx: Tx, instanceIds: readonly string[]): Promise<void> {
    const attempts = 'attempts - CASE WHEN locked_until > ? THEN 1 ELSE 0 END';
    const sql = `UPDATE engine_job SET state = 'HELD', attempts = ${attempts}, locked_by = NULL, locked_until = 0
      WHERE instance_id IN ${placesOf(instanceIds)} AND state = 'OPEN'`;
    await changeRows(tx, sql, [tx.now.getTime(), ...instanceIds]);
  }

  /** Puts what was held back, with the due times it had. The commit of this unit wakes the runner. */
  async release(tx: Tx, instanceIds: readonly string[]): Promise<void> {
    this.wakeCalls.expect(tx, 'engine_job');
    const sql = `UPDATE engine_job SET state = 'OPEN' WHERE instance_id IN ${placesOf(instanceIds)} AND state = 'HELD'`;
    await changeRows(tx, sql, instanceIds);
  }

  /** Writes where the work of an activity, or its timer, stands. */
  async setPlace(
    tx: Tx,
    instanceId: string,
    { executionId, nodeId }: { readonly executionId: string; readonly nodeId: string },
  ): Promise<void> {
    const place = 'instance_id = ? AND execution_id = ?';
    const rows = await selectRows<JobEntity>(tx, `SELECT * FROM engine_job WHERE ${place}`, [instanceId, executionId]);
    for (const { id, payload } of rows.map(jobOf)) {
      const values = [JSON.stringify({ ...payload, nodeId }), id];
      await changeRows(tx, 'UPDATE engine_job SET payload = ? WHERE id = ?', values);
    }
  }

  async removeByKeys(tx: Tx, uniqueKeys: readonly string[]): Promise<void> {
    await changeRows(tx, `DELETE FROM engine_job WHERE unique_key IN ${placesOf(uniqueKeys)}`, uniqueKeys);
  }
}

const jobOf = (row: JobEntity): StoredJob => ({
  id: row.id,
  type: row.type,
  payload: JSON.parse(row.payload) as JsonObject,
  state: row.state,
  attempts: row.attempts,
  ...(row.instance_id !== null && { instanceId: row.instance_id }),
  ...(row.execution_id !== null && { executionId: row.execution_id }),
});
