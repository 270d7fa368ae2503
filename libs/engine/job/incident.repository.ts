import { Injectable } from '@nestjs/common';
import type { Incident, Tx } from '@fashen/plugin-api';
import { changeRows, selectRows } from '../rows.repository';
import type { LeaseTable } from './lease.repository';
import { WakeCalls } from './wake-calls';

/** What gave up, as operators see it. Deliveries of events are incidents of the type `outbox:<subscriber>`. */
interface IncidentRow {
  readonly id: string;
  readonly source: LeaseTable;
  readonly name: string;
  readonly instance_id: string | null;
  readonly event: string | null;
  readonly attempts: number;
  readonly last_error: string | null;
  readonly stuck_at: number | null;
}

const STUCK = `SELECT id, 'engine_job' AS source, type AS name, instance_id, NULL AS event, attempts, last_error, stuck_at
    FROM engine_job WHERE state = 'STUCK'
  UNION ALL SELECT id, 'engine_outbox', subscriber, NULL, event, attempts, last_error, stuck_at FROM engine_outbox WHERE state = 'STUCK'`;

/** Jobs and deliveries that failed too often. */
@Injectable()
export class IncidentRepository {
  constructor(private readonly wakeCalls: WakeCalls) {}

  /** In the order of their ids. */
  async list(tx: Tx, after: string, limit: number): Promise<readonly Incident[]> {
    const sql = `SELECT * FROM (${STUCK}) stuck WHERE id > ? ORDER BY id LIMIT ?`;
    return (await selectRows<IncidentRow>(tx, sql, [after, limit])).map(incidentOf);
  }

  async find(tx: Tx, id: string): Promise<Incident | undefined> {
    return (await selectRows<IncidentRow>(tx, `SELECT * FROM (${STUCK}) stuck WHERE id = ?`, [id])).map(incidentOf)[0];
  }

  /** Makes it due at once, with its attempts counted anew. Answers false when it does not wait for an operator any more. */
  async retry(tx: Tx, incident: Incident): Promise<boolean> {
    const table: LeaseTable = incident.type.startsWith(OUTBOX) ? 'engine_outbox' : 'engine_job';
    this.wakeCalls.expect(tx, table);
    const sql = `UPDATE ${table} SET state = 'OPEN', attempts = 0, due_at = ?, locked_by = NULL, locked_until = 0, stuck_at = NULL
      WHERE id = ? AND state = 'STUCK'`;
    return (await changeRows(tx, sql, [tx.now.getTime(), incident.jobId])) === 1;
  }
}

const OUTBOX = 'outbox:';

function incidentOf(row: IncidentRow): Incident {
  const isDelivery = row.source === 'engine_outbox';
  const instanceId = row.event ? (JSON.parse(row.event) as { instanceId?: string }).instanceId : row.instance_id;
  return {
    jobId: row.id,
    type: isDelivery ? `${OUTBOX}${row.name}` : row.name,
    ...(instanceId && { instanceId }),
    attempts: row.attempts,
    error: row.last_error ?? '',
    since: new Date(Number(row.stuck_at)),
  };
}
