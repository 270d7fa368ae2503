import type { Idempotency, Tx } from '@fashen/plugin-api';
import { databaseErrors } from './database.errors';
import { isDuplicateKey } from './dialects/dialect';

const KEY = /^[\x21-\x7e]{1,100}$/;

/** Refuses a key that the two databases would not compare in the same way. */
export function requireValidKey(idempotency: Idempotency | undefined): void {
  if (idempotency && !KEY.test(idempotency.key)) throw databaseErrors.IDEMPOTENCY_KEY_INVALID();
}

/** The answer of an earlier run of the same command. */
export interface EarlierAnswer {
  readonly answer: unknown;
}

/** Remembers which commands were done and what they answered. */
export class IdempotencyRepository {
  /**
   * Takes the key for this unit. If another unit has it, waits for the end of that one: rolled back, the key is ours;
   * committed, its answer is returned. Throws `engine.IDEMPOTENCY_MISMATCH` when that one was another request.
   */
  async claim(tx: Tx, idempotency: Idempotency): Promise<EarlierAnswer | undefined> {
    try {
      await tx.manager.query(
        'INSERT INTO engine_idempotency (actor_id, idem_key, fingerprint, response, created_at) VALUES (?, ?, ?, ?, ?)',
        [tx.actor.personId, idempotency.key, idempotency.fingerprint, '', tx.now.getTime()],
      );
      return undefined;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return this.requireAnswer(tx, idempotency);
    }
  }

  /** Keeps the answer for those who ask again. It must be plain JSON: a date in it comes back as text, as over HTTP. */
  async keep(tx: Tx, idempotency: Idempotency, answer: unknown): Promise<void> {
    await tx.manager.query('UPDATE engine_idempotency SET response = ? WHERE actor_id = ? AND idem_key = ?', [
      JSON.stringify({ answer }),
      tx.actor.personId,
      idempotency.key,
    ]);
  }

  /** Forgets commands older than the given time, at most 1,000 in one go. Answers how many went. */
  async removeBefore(tx: Tx, time: Date): Promise<number> {
    const rows = (await tx.manager.query(
      'SELECT actor_id, idem_key FROM engine_idempotency WHERE created_at < ? ORDER BY created_at LIMIT 1000',
      [time.getTime()],
    )) as readonly { actor_id: string; idem_key: string }[];
    for (const row of rows) {
      await tx.manager.query('DELETE FROM engine_idempotency WHERE actor_id = ? AND idem_key = ?', [row.actor_id, row.idem_key]);
    }
    return rows.length;
  }

  private async requireAnswer(tx: Tx, idempotency: Idempotency): Promise<EarlierAnswer> {
    const [row] = (await tx.manager.query('SELECT fingerprint, response FROM engine_idempotency WHERE actor_id = ? AND idem_key = ?', [
      tx.actor.personId,
      idempotency.key,
    ])) as readonly { fingerprint: string; response: string }[];
    if (!row) throw new Error('an idempotency key is taken, but its row cannot be seen');
    if (row.fingerprint !== idempotency.fingerprint) throw databaseErrors.IDEMPOTENCY_MISMATCH();
    return JSON.parse(row.response) as EarlierAnswer;
  }
}
