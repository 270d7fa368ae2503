import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';

/** A session of an account that may still sign in. */
export interface SessionRow {
  readonly id: string;
  readonly accountId: string;
  readonly personId: string;
  readonly createdAt: number;
  readonly seenAt: number;
}

type Row = { id: string; account_id: string; person_id: string; created_at: number | string; seen_at: number | string };

/** Rows of sessions. */
@Injectable()
export class SessionRepository {
  /** Only sessions whose account is active: disabling an account ends them in the same moment. */
  async find(tx: Tx, tokenHash: string): Promise<SessionRow | undefined> {
    const rows = await tx.manager.query<Row[]>(
      `SELECT s.id, s.account_id, s.person_id, s.created_at, s.seen_at FROM account_session s
       JOIN account_credential c ON c.id = s.account_id AND c.active = 1 WHERE s.token_hash = ?`,
      [tokenHash],
    );
    return rows.map(sessionOf)[0];
  }

  async add(tx: Tx, session: Pick<SessionRow, 'id' | 'accountId' | 'personId'>, tokenHash: string): Promise<void> {
    const now = tx.now.getTime();
    await tx.manager.query(
      'INSERT INTO account_session (id, token_hash, account_id, person_id, created_at, seen_at) VALUES (?, ?, ?, ?, ?, ?)',
      [session.id, tokenHash, session.accountId, session.personId, now, now],
    );
  }

  async touch(tx: Tx, sessionId: string): Promise<void> {
    await tx.manager.query('UPDATE account_session SET seen_at = ? WHERE id = ?', [tx.now.getTime(), sessionId]);
  }

  async remove(tx: Tx, tokenHash: string): Promise<void> {
    await tx.manager.query('DELETE FROM account_session WHERE token_hash = ?', [tokenHash]);
  }

  /** Ends the sessions of an account, but for the one given. */
  async removeOthers(tx: Tx, accountId: string, keptTokenHash = ''): Promise<void> {
    await tx.manager.query('DELETE FROM account_session WHERE account_id = ? AND token_hash <> ?', [accountId, keptTokenHash]);
  }

  async removeUnusedSince(tx: Tx, seenBefore: number): Promise<void> {
    await tx.manager.query('DELETE FROM account_session WHERE seen_at < ?', [seenBefore]);
  }
}

const sessionOf = (row: Row): SessionRow => ({
  id: row.id,
  accountId: row.account_id,
  personId: row.person_id,
  createdAt: Number(row.created_at),
  seenAt: Number(row.seen_at),
});
