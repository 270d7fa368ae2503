import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import type { CloudEvent } from '../model';
import type { PagePlace } from './page-place';

/** An event as it is kept. */
export interface KeptEvent {
  readonly id: string;
  readonly name: string;
  /** JSON of the CloudEvent. */
  readonly body: string;
}

/** A delivery as the database has it. */
export interface Delivery {
  readonly id: string;
  readonly webhookId: string;
  readonly eventId: string;
  readonly eventName: string;
  readonly state: 'OPEN' | 'DONE' | 'FAILED';
  readonly attempts: number;
  readonly status?: number;
  readonly problem?: string;
  readonly createdAt: number;
  readonly attemptedAt?: number;
}

interface Row {
  readonly id: string;
  readonly webhook_id: string;
  readonly event_id: string;
  readonly name: string | null;
  readonly state: Delivery['state'];
  readonly attempts: number;
  readonly status: number | null;
  readonly problem: string | null;
  readonly created_at: number | string;
  readonly attempted_at: number | string | null;
}

const SELECT = `SELECT d.id, d.webhook_id, d.event_id, e.name, d.state, d.attempts, d.status, d.problem, d.created_at, d.attempted_at
  FROM notification_delivery d LEFT JOIN notification_event e ON e.id = d.event_id`;

/** Rows of events and of their deliveries. */
@Injectable()
export class DeliveryRepository {
  async addEvent(tx: Tx, name: string, event: CloudEvent): Promise<void> {
    const values = [event.id, name, JSON.stringify(event), tx.now.getTime()];
    await tx.manager.query('INSERT INTO notification_event (id, name, body, at) VALUES (?, ?, ?, ?)', values);
  }

  async findEvent(tx: Tx, id: string): Promise<KeptEvent | undefined> {
    return (await tx.manager.query<KeptEvent[]>('SELECT id, name, body FROM notification_event WHERE id = ?', [id]))[0];
  }

  /** Events from this one on, itself included, in the order they were kept. */
  async eventsFrom(tx: Tx, id: string, limit: number): Promise<readonly KeptEvent[]> {
    const sql = `SELECT id, name, body FROM notification_event
      WHERE seq >= (SELECT first.seq FROM notification_event first WHERE first.id = ?) ORDER BY seq LIMIT ?`;
    return tx.manager.query<KeptEvent[]>(sql, [id, limit]);
  }

  async add(tx: Tx, { id, webhookId, eventId }: { id: string; webhookId: string; eventId: string }): Promise<void> {
    const sql = "INSERT INTO notification_delivery (id, webhook_id, event_id, state, attempts, created_at) VALUES (?, ?, ?, 'OPEN', 0, ?)";
    await tx.manager.query(sql, [id, webhookId, eventId, tx.now.getTime()]);
  }

  async find(tx: Tx, id: string): Promise<Delivery | undefined> {
    return (await tx.manager.query<Row[]>(`${SELECT} WHERE d.id = ?`, [id])).map(deliveryOf)[0];
  }

  /** Newest first. */
  async list(tx: Tx, webhookId: string, { place, limit }: { place: PagePlace; limit: number }): Promise<readonly Delivery[]> {
    const sql = `${SELECT} WHERE d.webhook_id = ? AND (d.created_at < ? OR (d.created_at = ? AND d.id < ?))
      ORDER BY d.created_at DESC, d.id DESC LIMIT ?`;
    return (await tx.manager.query<Row[]>(sql, [webhookId, place.at, place.at, place.id, limit])).map(deliveryOf);
  }

  /** Writes down how an attempt ended. */
  async replace(tx: Tx, delivery: Pick<Delivery, 'id' | 'state' | 'attempts' | 'status' | 'problem'>): Promise<void> {
    const { id, state, attempts, status = null, problem = null } = delivery;
    const sql = 'UPDATE notification_delivery SET state = ?, attempts = ?, status = ?, problem = ?, attempted_at = ? WHERE id = ?';
    await tx.manager.query(sql, [state, attempts, status, problem, tx.now.getTime(), id]);
  }

  async removeBefore(tx: Tx, at: number): Promise<void> {
    await tx.manager.query("DELETE FROM notification_delivery WHERE created_at < ? AND state <> 'OPEN'", [at]);
    await tx.manager.query('DELETE FROM notification_event WHERE at < ?', [at]);
  }
}

const deliveryOf = (row: Row): Delivery => ({
  id: row.id,
  webhookId: row.webhook_id,
  eventId: row.event_id,
  eventName: row.name ?? '',
  state: row.state,
  attempts: row.attempts,
  ...(row.status !== null && { status: row.status }),
  ...(row.problem !== null && { problem: row.problem }),
  createdAt: Number(row.created_at),
  ...(row.attempted_at !== null && { attemptedAt: Number(row.attempted_at) }),
});
