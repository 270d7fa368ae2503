import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import type { Attempts } from '../model';
import { AttemptEntity } from './attempt.entity';

type Row = { id: string; failures: number; since: number | string; locked_until: number | string };

/** Rows of failed attempts. */
@Injectable()
export class AttemptRepository {
  /** Takes the row lock, making the row first when there is none, so that two attempts at once count as two. */
  async lock(tx: Tx, id: string): Promise<Attempts> {
    const locked = (await this.select(tx, [id], ' FOR UPDATE')).get(id);
    if (locked) return locked;
    const none: Attempts = { failures: 0, since: tx.now.getTime(), lockedUntil: 0 };
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(AttemptEntity)
      .values({ id, ...none })
      .orIgnore()
      .updateEntity(false)
      .execute();
    return (await this.select(tx, [id], ' FOR UPDATE')).get(id) ?? none;
  }

  async find(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Attempts>> {
    return ids.length === 0 ? new Map() : this.select(tx, ids, '');
  }

  async replace(tx: Tx, id: string, attempts: Attempts): Promise<void> {
    const values = [attempts.failures, attempts.since, attempts.lockedUntil, id];
    await tx.manager.query('UPDATE account_attempt SET failures = ?, since = ?, locked_until = ? WHERE id = ?', values);
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.manager.query('DELETE FROM account_attempt WHERE id = ?', [id]);
  }

  /** Takes one attempt back that turned out to be a success. */
  async takeBack(tx: Tx, id: string): Promise<void> {
    await tx.manager.query('UPDATE account_attempt SET failures = failures - 1 WHERE id = ? AND failures > 0', [id]);
  }

  private async select(tx: Tx, ids: readonly string[], lock: '' | ' FOR UPDATE'): Promise<ReadonlyMap<string, Attempts>> {
    const among = ids.map(() => '?').join(', ');
    const query = `SELECT id, failures, since, locked_until FROM account_attempt WHERE id IN (${among})${lock}`;
    const rows = await tx.manager.query<Row[]>(query, [...ids]);
    return new Map(rows.map((row) => [row.id, attemptsOf(row)]));
  }
}

const attemptsOf = (row: Row): Attempts => ({ failures: row.failures, since: Number(row.since), lockedUntil: Number(row.locked_until) });
