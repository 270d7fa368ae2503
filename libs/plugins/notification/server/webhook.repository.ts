import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import type { PagePlace } from './page-place';

/** A webhook as the database has it. */
export interface Webhook {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  /** As `SecretBox` made it. */
  readonly secret: string;
  readonly events: readonly string[];
  readonly active: boolean;
  readonly createdAt: number;
  readonly failingSince?: number;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly secret: string;
  readonly events: string;
  readonly active: number | boolean;
  readonly created_at: number | string;
  readonly failing_since: number | string | null;
}

const COLUMNS = 'SELECT id, name, url, secret, events, active, created_at, failing_since FROM notification_webhook';
/** More receivers than this are not looked at when something happens. */
const MOST = 200;

/** Rows of webhooks. */
@Injectable()
export class WebhookRepository {
  /** All that may want an event, also stopped ones: what happens meanwhile is kept for them. */
  async all(tx: Tx): Promise<readonly Webhook[]> {
    return (await tx.manager.query<Row[]>(`${COLUMNS} ORDER BY created_at, id LIMIT ?`, [MOST])).map(webhookOf);
  }

  /** Newest first. */
  async list(tx: Tx, place: PagePlace, limit: number): Promise<readonly Webhook[]> {
    const sql = `${COLUMNS} WHERE created_at < ? OR (created_at = ? AND id < ?) ORDER BY created_at DESC, id DESC LIMIT ?`;
    return (await tx.manager.query<Row[]>(sql, [place.at, place.at, place.id, limit])).map(webhookOf);
  }

  async find(tx: Tx, id: string): Promise<Webhook | undefined> {
    return (await tx.manager.query<Row[]>(`${COLUMNS} WHERE id = ?`, [id])).map(webhookOf)[0];
  }

  async add(tx: Tx, webhook: Webhook): Promise<void> {
    await tx.manager.query(
      'INSERT INTO notification_webhook (id, name, url, secret, events, active, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      [
        ...[webhook.id, webhook.name, webhook.url, webhook.secret, JSON.stringify(webhook.events)],
        ...[webhook.active ? 1 : 0, webhook.createdAt],
      ],
    );
  }

  async replace(
    tx: Tx,
    { id, name, url, events, active, failingSince = null }: Omit<Webhook, 'failingSince'> & { failingSince?: number | null },
  ): Promise<void> {
    await tx.manager.query('UPDATE notification_webhook SET name = ?, url = ?, events = ?, active = ?, failing_since = ? WHERE id = ?', [
      ...[name, url, JSON.stringify(events), active ? 1 : 0, failingSince, id],
    ]);
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.manager.query('DELETE FROM notification_delivery WHERE webhook_id = ?', [id]);
    await tx.manager.query('DELETE FROM notification_webhook WHERE id = ?', [id]);
  }
}

const webhookOf = (row: Row): Webhook => ({
  id: row.id,
  name: row.name,
  url: row.url,
  secret: row.secret,
  events: JSON.parse(row.events) as string[],
  active: Boolean(Number(row.active)),
  createdAt: Number(row.created_at),
  ...(row.failing_since !== null && { failingSince: Number(row.failing_since) }),
});
