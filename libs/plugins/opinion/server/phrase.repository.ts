import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import type { PhraseReply } from '../model';

/** A phrase and whose it is. */
export interface Phrase {
  readonly id: string;
  readonly scope: PhraseReply['scope'];
  readonly ownerId: string;
  readonly text: string;
  readonly uses: number;
}

type Row = Record<'id' | 'owner_id' | 'text', string> & { scope: Phrase['scope']; uses: number };

const SELECT = 'SELECT id, scope, owner_id, text, uses FROM opinion_phrase';
const MOST_ROWS = 500;

/** Rows of phrases. */
@Injectable()
export class PhraseRepository {
  async find(tx: Tx, phraseId: string): Promise<Phrase | undefined> {
    return (await tx.manager.query<Row[]>(`${SELECT} WHERE id = ?`, [phraseId])).map(phraseOf)[0];
  }

  /** Phrases of these owners, most used first. */
  async of(tx: Tx, owners: readonly Pick<Phrase, 'scope' | 'ownerId'>[]): Promise<readonly Phrase[]> {
    if (owners.length === 0) return [];
    const where = owners.map(() => '(scope = ? AND owner_id = ?)').join(' OR ');
    const sql = `${SELECT} WHERE ${where} ORDER BY uses DESC, added_at, id LIMIT ${MOST_ROWS}`;
    return (
      await tx.manager.query<Row[]>(
        sql,
        owners.flatMap(({ scope, ownerId }) => [scope, ownerId]),
      )
    ).map(phraseOf);
  }

  async add(tx: Tx, one: Omit<Phrase, 'uses'>): Promise<void> {
    const sql = 'INSERT INTO opinion_phrase (id, scope, owner_id, text, uses, added_by, added_at) VALUES (?, ?, ?, ?, 0, ?, ?)';
    await tx.manager.query(sql, [one.id, one.scope, one.ownerId, one.text, tx.actor.personId, tx.now.getTime()]);
  }

  async countUse(tx: Tx, phraseId: string): Promise<void> {
    await tx.manager.query('UPDATE opinion_phrase SET uses = uses + 1 WHERE id = ?', [phraseId]);
  }

  async remove(tx: Tx, phraseId: string): Promise<void> {
    await tx.manager.query('DELETE FROM opinion_phrase WHERE id = ?', [phraseId]);
  }
}

const phraseOf = (row: Row): Phrase => ({ id: row.id, scope: row.scope, ownerId: row.owner_id, text: row.text, uses: row.uses });
