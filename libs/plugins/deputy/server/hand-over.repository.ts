import { Injectable } from '@nestjs/common';
import type { JsonObject, Tx } from '@fashen/plugin-api';
import type { HandOverItem, ItemState } from '../model';
import type { HandOverEntity, HandOverItemEntity } from './hand-over.entity';

/** A hand-over as it was ordered. */
export interface HandOver {
  readonly id: string;
  readonly leaverId: string;
  readonly successorId?: string;
  readonly successorRole?: string;
  readonly reason: string;
  readonly createdBy: string;
  readonly createdAt: number;
}

/** How an entry ended, or what stands against it. */
export interface ItemResult {
  readonly state: ItemState;
  readonly code?: string;
  readonly params?: JsonObject;
  readonly successorId?: string;
}

const MOST_ITEMS = 2000;
const ROWS_PER_INSERT = 100;

/** Rows of hand-overs and their entries. */
@Injectable()
export class HandOverRepository {
  async add(tx: Tx, one: HandOver, items: readonly HandOverItem[]): Promise<void> {
    await tx.manager.query(
      `INSERT INTO deputy_hand_over (id, leaver_id, successor_id, successor_role, reason, created_by, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [one.id, one.leaverId, one.successorId ?? null, one.successorRole ?? null, one.reason, one.createdBy, one.createdAt],
    );
    for (let from = 0; from < items.length; from += ROWS_PER_INSERT)
      await this.addItems(tx, one.id, items.slice(from, from + ROWS_PER_INSERT));
  }

  async find(tx: Tx, handOverId: string): Promise<HandOver | undefined> {
    return (await tx.manager.query<HandOverEntity[]>('SELECT * FROM deputy_hand_over WHERE id = ?', [handOverId])).map(handOverOf)[0];
  }

  /** Newest first. */
  async list(tx: Tx, limit: number): Promise<readonly HandOver[]> {
    const sql = 'SELECT * FROM deputy_hand_over ORDER BY created_at DESC, id LIMIT ?';
    return (await tx.manager.query<HandOverEntity[]>(sql, [limit])).map(handOverOf);
  }

  async items(tx: Tx, handOverId: string): Promise<readonly HandOverItem[]> {
    const sql = `SELECT * FROM deputy_hand_over_item WHERE hand_over_id = ? ORDER BY seq LIMIT ${MOST_ITEMS}`;
    return (await tx.manager.query<HandOverItemEntity[]>(sql, [handOverId])).map(itemOf);
  }

  /** One entry, which nobody else settles until the end of the unit. */
  async lockItem(tx: Tx, itemId: string): Promise<(HandOverItem & { readonly handOverId: string }) | undefined> {
    const sql = 'SELECT * FROM deputy_hand_over_item WHERE id = ? FOR UPDATE';
    const [row] = await tx.manager.query<HandOverItemEntity[]>(sql, [itemId]);
    return row && { ...itemOf(row), handOverId: row.hand_over_id };
  }

  async settle(tx: Tx, itemId: string, { state, code, params, successorId }: ItemResult): Promise<void> {
    await tx.manager.query(
      'UPDATE deputy_hand_over_item SET state = ?, code = ?, params = ?, successor_id = ?, settled_at = ? WHERE id = ?',
      [state, code ?? null, params ? JSON.stringify(params) : null, successorId ?? null, tx.now.getTime(), itemId],
    );
  }

  private async addItems(tx: Tx, handOverId: string, items: readonly HandOverItem[]): Promise<void> {
    const places = items.map(() => '(?, ?, ?, ?, ?, ?, ?)').join(', ');
    await tx.manager.query(
      `INSERT INTO deputy_hand_over_item (id, hand_over_id, seq, kind, ref_id, title, state) VALUES ${places}`,
      items.flatMap(({ id, seq, kind, refId, title, state }) => [id, handOverId, seq, kind, refId, title, state]),
    );
  }
}

const handOverOf = (row: HandOverEntity): HandOver => ({
  id: row.id,
  leaverId: row.leaver_id,
  ...(row.successor_id !== null && { successorId: row.successor_id }),
  ...(row.successor_role !== null && { successorRole: row.successor_role }),
  reason: row.reason,
  createdBy: row.created_by,
  createdAt: Number(row.created_at),
});

const itemOf = (row: HandOverItemEntity): HandOverItem => ({
  ...{ id: row.id, seq: Number(row.seq), kind: row.kind, refId: row.ref_id, title: row.title, state: row.state },
  ...(row.code !== null && { code: row.code }),
  ...(row.params !== null && { params: JSON.parse(row.params) as JsonObject }),
  ...(row.successor_id !== null && { successorId: row.successor_id }),
});
