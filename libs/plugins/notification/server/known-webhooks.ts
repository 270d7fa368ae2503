import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { type Webhook, WebhookRepository } from './webhook.repository';

/** Every command asks who wants its events, and receivers change a few times a year: a node remembers them for so long. */
const KEEP_MS = 1_000;

interface Kept {
  readonly at: number;
  readonly webhooks: readonly Webhook[];
}

/** The receivers as this node knows them, at most a second old. A unit that changes them sees its own change. */
@Injectable()
export class KnownWebhooks {
  private readonly changing = new WeakSet<Tx>();
  private kept: Kept | undefined;

  constructor(private readonly repository: WebhookRepository) {}

  async all(tx: Tx): Promise<readonly Webhook[]> {
    if (this.changing.has(tx)) return this.repository.all(tx);
    const at = tx.now.getTime();
    if (this.kept && Math.abs(at - this.kept.at) < KEEP_MS) return this.kept.webhooks;
    const webhooks = await this.repository.all(tx);
    this.kept = { at, webhooks };
    return webhooks;
  }

  /** Call before a unit changes receivers. Whether it commits or not, the next unit of this node reads them anew. */
  change(tx: Tx): WebhookRepository {
    this.changing.add(tx);
    this.kept = undefined;
    return this.repository;
  }
}
