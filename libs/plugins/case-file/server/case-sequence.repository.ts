import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';

/** Rows of running numbers. */
@Injectable()
export class CaseSequenceRepository {
  /**
   * The next number of a sequence, from 1. Holds the sequence until the unit ends: numbers are given in the order of the commits,
   * and a unit that fails leaves no gap.
   */
  async next(tx: Tx, sequence: string): Promise<number> {
    const place = await this.advance(tx, sequence);
    if (place !== undefined) return place;
    await this.begin(tx, sequence);
    return (await this.advance(tx, sequence)) ?? Promise.reject(new Error(`sequence ${sequence} has vanished`));
  }

  private async advance(tx: Tx, sequence: string): Promise<number | undefined> {
    const sql = 'UPDATE case_file_sequence SET last_place = last_place + 1 WHERE sequence = ?';
    const { affectedRows } = await tx.manager.query<{ affectedRows: number }>(sql, [sequence]);
    return affectedRows === 0 ? undefined : this.find(tx, sequence);
  }

  /** Makes the sequence; another unit may be a moment faster, which is as good. */
  private async begin(tx: Tx, sequence: string): Promise<void> {
    try {
      await tx.manager.query('INSERT INTO case_file_sequence (sequence, last_place) VALUES (?, 0)', [sequence]);
    } catch (error) {
      if ((await this.find(tx, sequence)) === undefined) throw error;
    }
  }

  private async find(tx: Tx, sequence: string): Promise<number | undefined> {
    const sql = 'SELECT last_place FROM case_file_sequence WHERE sequence = ?';
    const [row] = await tx.manager.query<{ last_place: number }[]>(sql, [sequence]);
    return row && Number(row.last_place);
  }
}
