import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';

/** A signing PIN as the database has it. */
export interface Pin {
  readonly id: string;
  readonly pinHash: string;
  /** Milliseconds since the epoch. */
  readonly setAt: number;
}

type Row = { id: string; pin_hash: string; set_at: number | string };

/** Rows of signing PINs. */
@Injectable()
export class PinRepository {
  async find(tx: Tx, personId: string): Promise<Pin | undefined> {
    const rows = await tx.manager.query<Row[]>('SELECT id, pin_hash, set_at FROM account_pin WHERE person_id = ?', [personId]);
    return rows.map(({ id, pin_hash: pinHash, set_at: setAt }) => ({ id, pinHash, setAt: Number(setAt) }))[0];
  }

  /** Puts the PIN in the place of the one before. */
  async replace(tx: Tx, personId: string, pinHash: string): Promise<void> {
    await this.remove(tx, personId);
    const sql = 'INSERT INTO account_pin (id, person_id, pin_hash, set_at) VALUES (?, ?, ?, ?)';
    await tx.manager.query(sql, [randomUUID(), personId, pinHash, tx.now.getTime()]);
  }

  async remove(tx: Tx, personId: string): Promise<void> {
    await tx.manager.query('DELETE FROM account_pin WHERE person_id = ?', [personId]);
  }
}
