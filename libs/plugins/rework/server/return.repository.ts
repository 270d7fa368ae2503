import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import type { Defect } from '../model';

/** A return as it was made. */
export interface StoredReturn {
  readonly id: string;
  readonly instanceId: string;
  readonly targetInstanceId: string;
  readonly taskId: string;
  readonly fromNodeId: string;
  readonly fromNodeName: string;
  readonly targetNodeId: string;
  readonly targetNodeName: string;
  readonly round: number;
  readonly reason: string;
  readonly defects: readonly Defect[];
  readonly returnedBy: string;
  readonly returnedByName: string;
  readonly returnedAt: Date;
}

/** A new return; who and when come from the unit of work. */
export type NewReturn = Omit<StoredReturn, 'id' | 'returnedBy' | 'returnedByName' | 'returnedAt'>;

type Row = {
  id: string;
  instance_id: string;
  target_instance_id: string;
  task_id: string;
  from_node_id: string;
  from_node_name: string;
  target_node_id: string;
  target_node_name: string;
  round: number;
  reason: string;
  defects: string;
  returned_by: string;
  returned_by_name: string;
  returned_at: number | string;
};

/** Rows of returns: inserted, never changed. */
@Injectable()
export class ReturnRepository {
  /** Returns that concern a case, oldest first: made in it, or to it from a process it called. */
  async ofCase(tx: Tx, instanceId: string): Promise<readonly StoredReturn[]> {
    const rows = await tx.manager.query<Row[]>(
      'SELECT * FROM rework_return WHERE instance_id = ? OR target_instance_id = ? ORDER BY returned_at, seq, id LIMIT 1000',
      [instanceId, instanceId],
    );
    return rows.map(storedOf);
  }

  /** How often a step has returned the case. */
  async count(tx: Tx, instanceId: string, nodeId: string): Promise<number> {
    const sql = 'SELECT COUNT(*) AS n FROM rework_return WHERE instance_id = ? AND from_node_id = ?';
    const [row] = await tx.manager.query<{ n: number | string }[]>(sql, [instanceId, nodeId]);
    return Number(row?.n ?? 0);
  }

  async add(tx: Tx, made: NewReturn): Promise<string> {
    const id = randomUUID();
    const found = await tx.manager.query<{ seq: number | null }[]>('SELECT MAX(seq) AS seq FROM rework_return WHERE instance_id = ?', [
      made.instanceId,
    ]);
    await tx.manager.query(
      `INSERT INTO rework_return (id, instance_id, target_instance_id, seq, task_id, from_node_id, from_node_name, target_node_id,
       target_node_name, round, reason, defects, returned_by, returned_by_name, returned_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        ...[
          id,
          made.instanceId,
          made.targetInstanceId,
          (found[0]?.seq ?? 0) + 1,
          made.taskId,
          made.fromNodeId,
          made.fromNodeName,
          made.targetNodeId,
        ],
        ...[made.targetNodeName, made.round, made.reason, JSON.stringify(made.defects)],
        ...[tx.actor.personId, tx.actor.name, tx.now.getTime()],
      ],
    );
    return id;
  }
}

const storedOf = (row: Row): StoredReturn => ({
  id: row.id,
  instanceId: row.instance_id,
  targetInstanceId: row.target_instance_id,
  taskId: row.task_id,
  fromNodeId: row.from_node_id,
  fromNodeName: row.from_node_name,
  targetNodeId: row.target_node_id,
  targetNodeName: row.target_node_name,
  round: row.round,
  reason: row.reason,
  defects: JSON.parse(row.defects) as Defect[],
  returnedBy: row.returned_by,
  returnedByName: row.returned_by_name,
  returnedAt: new Date(Number(row.returned_at)),
});
