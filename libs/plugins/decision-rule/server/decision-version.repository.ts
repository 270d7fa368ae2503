import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import type { DecisionSummary, DecisionVersion } from '../model';

type SummaryRow = {
  id: string;
  decision_key: string;
  name: string;
  version: number;
  hash: string;
  reason: string;
  published_by: string;
  published_at: number | string;
};
type VersionRow = SummaryRow & { xml: string };

const SUMMARY = 'id, decision_key, name, version, hash, reason, published_by, published_at';

/** Rows of published decisions: inserted, never changed. */
@Injectable()
export class DecisionVersionRepository {
  async find(tx: Tx, versionId: string): Promise<DecisionVersion | undefined> {
    const rows = await tx.manager.query<VersionRow[]>(`SELECT ${SUMMARY}, xml FROM decision_rule_version WHERE id = ?`, [versionId]);
    return rows.map(versionOf)[0];
  }

  async findLatest(tx: Tx, key: string): Promise<DecisionVersion | undefined> {
    const rows = await tx.manager.query<VersionRow[]>(
      `SELECT ${SUMMARY}, xml FROM decision_rule_version WHERE decision_key = ? ORDER BY version DESC LIMIT 1`,
      [key],
    );
    return rows.map(versionOf)[0];
  }

  /** Id of the version in force: the latest one published by then. */
  async findIdInForce(tx: Tx, key: string, at: Date): Promise<string | undefined> {
    const rows = await tx.manager.query<{ id: string }[]>(
      'SELECT id FROM decision_rule_version WHERE decision_key = ? AND published_at <= ? ORDER BY version DESC LIMIT 1',
      [key, at.getTime()],
    );
    return rows[0]?.id;
  }

  /** Latest version of each decision. */
  async list(tx: Tx): Promise<readonly DecisionSummary[]> {
    const rows = await tx.manager.query<SummaryRow[]>(
      `SELECT ${SUMMARY} FROM decision_rule_version v
       WHERE version = (SELECT MAX(version) FROM decision_rule_version w WHERE w.decision_key = v.decision_key)
       ORDER BY decision_key LIMIT 500`,
    );
    return rows.map(summaryOf);
  }

  /** Versions of a decision, newest first. */
  async versions(tx: Tx, key: string): Promise<readonly DecisionSummary[]> {
    const rows = await tx.manager.query<SummaryRow[]>(
      `SELECT ${SUMMARY} FROM decision_rule_version WHERE decision_key = ? ORDER BY version DESC LIMIT 200`,
      [key],
    );
    return rows.map(summaryOf);
  }

  async add(tx: Tx, version: DecisionVersion): Promise<void> {
    await tx.manager.query(
      `INSERT INTO decision_rule_version (id, decision_key, name, version, hash, xml, reason, published_by, published_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        version.id,
        version.key,
        version.name,
        version.version,
        version.hash,
        version.xml,
        version.reason,
        version.publishedBy,
        Date.parse(version.publishedAt),
      ],
    );
  }
}

const summaryOf = (row: SummaryRow): DecisionSummary => ({
  id: row.id,
  key: row.decision_key,
  name: row.name,
  version: row.version,
  hash: row.hash,
  reason: row.reason,
  publishedBy: row.published_by,
  publishedAt: new Date(Number(row.published_at)).toISOString(),
});

const versionOf = (row: VersionRow): DecisionVersion => ({ ...summaryOf(row), xml: row.xml });
