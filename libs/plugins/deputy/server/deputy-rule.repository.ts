import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import type { DeputyRule } from '../model';
import type { DeputyRuleEntity } from './deputy-rule.entity';

const LOCKED = 'UPDATE deputy_lock SET changes = changes + 1 WHERE id = ?';
const RULES = 'SELECT * FROM deputy_rule';
const NOT_OVER = 'ended_at IS NULL AND to_at > ?';
const MOST_RULES = 1000;

/** Rows of rules. */
@Injectable()
export class DeputyRuleRepository {
  /** Until the end of the unit nobody else saves a rule. */
  async lockAll(tx: Tx): Promise<void> {
    await tx.manager.query(LOCKED, ['rules']);
  }

  async find(tx: Tx, ruleId: string): Promise<DeputyRule | undefined> {
    return (await this.select(tx, 'WHERE id = ?', [ruleId]))[0];
  }

  /** Rules in force or still to come. */
  async listOpen(tx: Tx): Promise<readonly DeputyRule[]> {
    return this.select(tx, `WHERE ${NOT_OVER} ORDER BY id LIMIT ${MOST_RULES}`, [tx.now.getTime()]);
  }

  /** Rules in force now by which this person acts for others. */
  async listInForce(tx: Tx, deputyId: string): Promise<readonly DeputyRule[]> {
    const now = tx.now.getTime();
    return this.select(tx, `WHERE deputy_id = ? AND ${NOT_OVER} AND from_at <= ? ORDER BY created_at, id LIMIT ${MOST_RULES}`, [
      deputyId,
      now,
      now,
    ]);
  }

  /** Rules in force now by which tasks of these people lie with somebody else. */
  async listMoves(tx: Tx, principalIds: readonly string[]): Promise<readonly DeputyRule[]> {
    if (principalIds.length === 0) return [];
    const now = tx.now.getTime();
    const places = principalIds.map(() => '?').join(', ');
    const where = `WHERE principal_id IN (${places}) AND mode = 'MOVE' AND ${NOT_OVER} AND from_at <= ?`;
    return this.select(tx, `${where} ORDER BY created_at, id LIMIT ${MOST_RULES}`, [...principalIds, now, now]);
  }

  /** Every rule that names the person, newest first. */
  async listOf(tx: Tx, personId: string, limit: number): Promise<readonly DeputyRule[]> {
    return this.select(tx, 'WHERE principal_id = ? OR deputy_id = ? ORDER BY created_at DESC, id LIMIT ?', [personId, personId, limit]);
  }

  async add(tx: Tx, rule: DeputyRule): Promise<void> {
    const { id, principalId, deputyId, fromAt, toAt, scope, mode, reason, createdBy, createdAt } = rule;
    await tx.manager.query(
      `INSERT INTO deputy_rule (id, principal_id, deputy_id, from_at, to_at, processes, nodes, mode, reason, created_by, created_at, acts)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
      [
        ...[id, principalId, deputyId, fromAt, toAt, JSON.stringify(scope.processes), JSON.stringify(scope.nodes)],
        ...[mode, reason, createdBy, createdAt],
      ],
    );
  }

  /** Ends a rule; false when it had ended already. */
  async end(tx: Tx, ruleId: string, reason: string): Promise<boolean> {
    const values = [tx.now.getTime(), tx.actor.personId, reason, ruleId];
    const sql = 'UPDATE deputy_rule SET ended_at = ?, ended_by = ?, end_reason = ? WHERE id = ? AND ended_at IS NULL';
    return (await this.change(tx, sql, values)) === 1;
  }

  /** Counts an act by a rule in force and keeps it so until the commit; false when it is not in force any more. */
  async countAct(tx: Tx, ruleId: string): Promise<boolean> {
    const now = tx.now.getTime();
    const sql = `UPDATE deputy_rule SET acts = acts + 1 WHERE id = ? AND ${NOT_OVER} AND from_at <= ?`;
    return (await this.change(tx, sql, [ruleId, now, now])) === 1;
  }

  private async change(tx: Tx, sql: string, values: readonly (string | number)[]): Promise<number> {
    return (await tx.manager.query<{ affectedRows: number }>(sql, [...values])).affectedRows;
  }

  private async select(tx: Tx, where: string, values: readonly (string | number)[]): Promise<readonly DeputyRule[]> {
    return (await tx.manager.query<DeputyRuleEntity[]>(`${RULES} ${where}`, [...values])).map(ruleOf);
  }
}

const listOf = (json: string): readonly string[] => JSON.parse(json) as readonly string[];

const ruleOf = (row: DeputyRuleEntity): DeputyRule => ({
  id: row.id,
  principalId: row.principal_id,
  deputyId: row.deputy_id,
  fromAt: Number(row.from_at),
  toAt: Number(row.to_at),
  scope: { processes: listOf(row.processes), nodes: listOf(row.nodes) },
  mode: row.mode,
  reason: row.reason,
  createdBy: row.created_by,
  createdAt: Number(row.created_at),
  ...(row.ended_at !== null && { endedAt: Number(row.ended_at) }),
  ...(row.ended_by !== null && { endedBy: row.ended_by }),
  ...(row.end_reason !== null && { endReason: row.end_reason }),
});
