import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import type { EndingKind, JumpProposal, Opening } from '../model';

/** How a case ended other than by its drawing. */
export interface StoredEnding {
  readonly kind: EndingKind;
  readonly reason: string;
  readonly byName: string;
  readonly at: Date;
}

type EndingRow = { kind: EndingKind; reason: string; ended_by_name: string; ended_at: number | string };
type OpeningRow = { task_id: string; person_id: string; opened_at: number | string };
type JumpRow = { id: string; execution_id: string; node_id: string; reason: string; proposed_by: string };

/** Rows of endings, openings and proposed jumps. */
@Injectable()
export class CaseNotesRepository {
  async findEnding(tx: Tx, instanceId: string): Promise<StoredEnding | undefined> {
    const sql = 'SELECT kind, reason, ended_by_name, ended_at FROM rework_ending WHERE id = ?';
    const [row] = await tx.manager.query<EndingRow[]>(sql, [instanceId]);
    return row && { kind: row.kind, reason: row.reason, byName: row.ended_by_name, at: new Date(Number(row.ended_at)) };
  }

  async addEnding(tx: Tx, instanceId: string, { kind, reason }: Pick<StoredEnding, 'kind' | 'reason'>): Promise<void> {
    await tx.manager.query('INSERT INTO rework_ending (id, kind, reason, ended_by, ended_by_name, ended_at) VALUES (?, ?, ?, ?, ?, ?)', [
      ...[instanceId, kind, reason, tx.actor.personId, tx.actor.name, tx.now.getTime()],
    ]);
  }

  async openingsOf(tx: Tx, instanceId: string): Promise<readonly Opening[]> {
    const sql = 'SELECT task_id, person_id, opened_at FROM rework_opening WHERE instance_id = ? ORDER BY opened_at, id LIMIT 5000';
    const rows = await tx.manager.query<OpeningRow[]>(sql, [instanceId]);
    return rows.map((row) => ({ taskId: row.task_id, personId: row.person_id, at: new Date(Number(row.opened_at)) }));
  }

  /** Notes the first look of a person at a task; later ones change nothing. */
  async addOpening(tx: Tx, { instanceId, taskId }: { instanceId: string; taskId: string }): Promise<void> {
    const { personId } = tx.actor;
    const sql = 'SELECT id FROM rework_opening WHERE task_id = ? AND person_id = ?';
    if ((await tx.manager.query<{ id: string }[]>(sql, [taskId, personId])).length > 0) return;
    await tx.manager.query('INSERT INTO rework_opening (id, instance_id, task_id, person_id, opened_at) VALUES (?, ?, ?, ?, ?)', [
      ...[randomUUID(), instanceId, taskId, personId, tx.now.getTime()],
    ]);
  }

  /** Jumps of a case that wait for a second person. */
  async proposalsOf(tx: Tx, instanceId: string): Promise<readonly JumpProposal[]> {
    const sql = `SELECT id, execution_id, node_id, reason, proposed_by FROM rework_jump
                 WHERE instance_id = ? AND confirmed_by IS NULL ORDER BY proposed_at, id LIMIT 100`;
    const rows = await tx.manager.query<JumpRow[]>(sql, [instanceId]);
    return rows.map((row) => ({
      ...{ id: row.id, executionId: row.execution_id, nodeId: row.node_id, reason: row.reason, proposedBy: row.proposed_by },
    }));
  }

  async addProposal(tx: Tx, instanceId: string, jump: Pick<JumpProposal, 'executionId' | 'nodeId' | 'reason'>): Promise<string> {
    const id = randomUUID();
    await tx.manager.query(
      'INSERT INTO rework_jump (id, instance_id, execution_id, node_id, reason, proposed_by, proposed_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      [id, instanceId, jump.executionId, jump.nodeId, jump.reason, tx.actor.personId, tx.now.getTime()],
    );
    return id;
  }

  async confirmProposal(tx: Tx, id: string): Promise<void> {
    await tx.manager.query('UPDATE rework_jump SET confirmed_by = ? WHERE id = ?', [tx.actor.personId, id]);
  }
}
