import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';

/** An account as the database has it. */
export interface Credential {
  readonly id: string;
  readonly personId: string;
  /** Normalized login name. */
  readonly name: string;
  readonly passwordHash: string;
  /** Earlier hashes, newest first. */
  readonly history: readonly string[];
  readonly active: boolean;
}

type Row = { id: string; person_id: string; name: string; password_hash: string; history: string; active: number };

const COLUMNS = 'SELECT id, person_id, name, password_hash, history, active FROM account_credential';

/** Rows of accounts. */
@Injectable()
export class CredentialRepository {
  async isEmpty(tx: Tx): Promise<boolean> {
    return (await tx.manager.query<unknown[]>('SELECT id FROM account_credential LIMIT 1')).length === 0;
  }

  async find(tx: Tx, accountId: string): Promise<Credential | undefined> {
    return (await tx.manager.query<Row[]>(`${COLUMNS} WHERE id = ?`, [accountId])).map(credentialOf)[0];
  }

  async findByName(tx: Tx, name: string): Promise<Credential | undefined> {
    return (await tx.manager.query<Row[]>(`${COLUMNS} WHERE name = ?`, [name])).map(credentialOf)[0];
  }

  /** The active account of a person; the first by name when there are several. */
  async findByPerson(tx: Tx, personId: string): Promise<Credential | undefined> {
    const sql = `${COLUMNS} WHERE person_id = ? AND active = 1 ORDER BY name LIMIT 1`;
    return (await tx.manager.query<Row[]>(sql, [personId])).map(credentialOf)[0];
  }

  async list(tx: Tx, after: string, limit: number): Promise<readonly Credential[]> {
    const rows = await tx.manager.query<Row[]>(`${COLUMNS} WHERE name > ? ORDER BY name LIMIT ?`, [after, limit]);
    return rows.map(credentialOf);
  }

  async add(tx: Tx, credential: Credential): Promise<void> {
    await tx.manager.query(
      'INSERT INTO account_credential (id, person_id, name, password_hash, history, active, created_at, changed_at) VALUES (?, ?, ?, ?, ?, 1, ?, ?)',
      [
        credential.id,
        credential.personId,
        credential.name,
        credential.passwordHash,
        JSON.stringify(credential.history),
        tx.now.getTime(),
        tx.now.getTime(),
      ],
    );
  }

  async replacePassword(tx: Tx, accountId: string, passwordHash: string, history: readonly string[]): Promise<void> {
    const values = [passwordHash, JSON.stringify(history), tx.now.getTime(), accountId];
    await tx.manager.query('UPDATE account_credential SET password_hash = ?, history = ?, changed_at = ? WHERE id = ?', values);
  }

  async setActive(tx: Tx, accountId: string, active: boolean): Promise<void> {
    await tx.manager.query('UPDATE account_credential SET active = ?, changed_at = ? WHERE id = ?', [
      active ? 1 : 0,
      tx.now.getTime(),
      accountId,
    ]);
  }
}

const credentialOf = (row: Row): Credential => ({
  id: row.id,
  personId: row.person_id,
  name: row.name,
  passwordHash: row.password_hash,
  history: JSON.parse(row.history) as string[],
  active: Number(row.active) === 1,
});
