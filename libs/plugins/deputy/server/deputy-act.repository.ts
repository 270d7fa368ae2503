import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ActingFor, Tx } from '@fashen/plugin-api';

/** A task done for somebody else. */
export interface NewAct {
  readonly instanceId: string;
  readonly taskId: string;
  readonly actingFor: ActingFor;
  readonly principalUnitId?: string;
}

/** Rows of what was done for others. Inserted and read only. */
@Injectable()
export class DeputyActRepository {
  async add(tx: Tx, { instanceId, taskId, actingFor, principalUnitId }: NewAct): Promise<void> {
    await tx.manager.query(
      `INSERT INTO deputy_act (id, instance_id, task_id, rule_id, deputy_id, principal_id, principal_unit_id, acted_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        ...[randomUUID(), instanceId, taskId, actingFor.ruleId, tx.actor.personId, actingFor.personId],
        ...[principalUnitId ?? null, tx.now.getTime()],
      ],
    );
  }

  /** Units of those for whom the person has acted in a case. */
  async unitsActedFor(tx: Tx, instanceId: string, deputyId: string): Promise<readonly string[]> {
    const rows = await tx.manager.query<{ principal_unit_id: string }[]>(
      `SELECT DISTINCT principal_unit_id FROM deputy_act WHERE instance_id = ? AND deputy_id = ? AND principal_unit_id IS NOT NULL
       ORDER BY principal_unit_id LIMIT 100`,
      [instanceId, deputyId],
    );
    return rows.map((row) => row.principal_unit_id);
  }
}
