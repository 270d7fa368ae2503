import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { parameterValues, type ParameterVersion } from '../model';

type VersionRow = {
  id: string;
  code: string;
  name: string;
  version: number;
  values_json: string;
  hash: string;
  reason: string;
  published_by: string;
  published_at: number | string;
};

const COLUMNS = 'id, code, name, version, values_json, hash, reason, published_by, published_at';

/** Rows of parameter sets and of what puts one into force: inserted, never changed. */
@Injectable()
export class ParameterSetRepository {
  async find(tx: Tx, id: string): Promise<ParameterVersion | undefined> {
    const rows = await tx.manager.query<VersionRow[]>(`SELECT ${COLUMNS} FROM legal_review_parameter_set WHERE id = ?`, [id]);
    return rows.map(versionOf)[0];
  }

  async findLatest(tx: Tx, code: string): Promise<ParameterVersion | undefined> {
    const sql = `SELECT ${COLUMNS} FROM legal_review_parameter_set WHERE code = ? ORDER BY version DESC LIMIT 1`;
    return (await tx.manager.query<VersionRow[]>(sql, [code])).map(versionOf)[0];
  }

  /** Latest version of each set. */
  async list(tx: Tx): Promise<readonly ParameterVersion[]> {
    const rows = await tx.manager.query<VersionRow[]>(
      `SELECT ${COLUMNS} FROM legal_review_parameter_set s
       WHERE version = (SELECT MAX(version) FROM legal_review_parameter_set t WHERE t.code = s.code) ORDER BY code LIMIT 100`,
    );
    return rows.map(versionOf);
  }

  /** Versions of a set, newest first. */
  async versions(tx: Tx, code: string): Promise<readonly ParameterVersion[]> {
    const sql = `SELECT ${COLUMNS} FROM legal_review_parameter_set WHERE code = ? ORDER BY version DESC LIMIT 200`;
    return (await tx.manager.query<VersionRow[]>(sql, [code])).map(versionOf);
  }

  async add(tx: Tx, version: ParameterVersion): Promise<void> {
    await tx.manager.query(`INSERT INTO legal_review_parameter_set (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`, [
      version.id,
      version.code,
      version.name,
      version.version,
      JSON.stringify(version.values),
      version.hash,
      version.reason,
      version.publishedBy,
      Date.parse(version.publishedAt),
    ]);
  }

  /** The activation that counts: its number and the code of the set. */
  async findActivation(tx: Tx): Promise<{ seq: number; code: string } | undefined> {
    const rows = await tx.manager.query<{ seq: number; code: string }[]>(
      'SELECT seq, code FROM legal_review_activation ORDER BY seq DESC LIMIT 1',
    );
    return rows[0];
  }

  async addActivation(tx: Tx, activation: { seq: number; code: string; reason: string }): Promise<void> {
    await tx.manager.query('INSERT INTO legal_review_activation (seq, code, reason, activated_by, activated_at) VALUES (?, ?, ?, ?, ?)', [
      activation.seq,
      activation.code,
      activation.reason,
      tx.actor.personId,
      tx.now.getTime(),
    ]);
  }
}

const versionOf = (row: VersionRow): ParameterVersion => ({
  id: row.id,
  code: row.code,
  name: row.name,
  version: row.version,
  values: parameterValues.parse(JSON.parse(row.values_json)),
  hash: row.hash,
  reason: row.reason,
  publishedBy: row.published_by,
  publishedAt: new Date(Number(row.published_at)).toISOString(),
});
