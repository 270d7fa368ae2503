import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { mustStop, notificationEvents } from '../model';
import { KnownWebhooks } from './known-webhooks';
import { NOTIFICATION_CONFIG, type NotificationConfig } from './notification.config';
import { NoticesService } from './notices.service';
import type { Webhook } from './webhook.repository';

/** Remembers since when a webhook fails, and stops it when it has failed for days. */
@Injectable()
export class WebhookHealthService {
  constructor(
    private readonly known: KnownWebhooks,
    private readonly notices: NoticesService,
    @Inject(NOTIFICATION_CONFIG) private readonly config: NotificationConfig,
  ) {}

  async noteSuccess(tx: Tx, { failingSince, ...webhook }: Webhook): Promise<void> {
    if (failingSince !== undefined) await this.known.change(tx).replace(tx, webhook);
  }

  /** Operators are told when it is stopped. */
  async noteFailure(tx: Tx, webhook: Webhook): Promise<void> {
    if (!webhook.active) return;
    const failingSince = webhook.failingSince ?? tx.now.getTime();
    const isStopped = mustStop(new Date(failingSince), tx.now, this.config.stopAfterDays);
    await this.known.change(tx).replace(tx, { ...webhook, failingSince, active: !isStopped });
    if (!isStopped) return;
    tx.emit(notificationEvents.webhookStopped({ webhookId: webhook.id }));
    const sourceId = `${webhook.id}:${tx.now.getTime()}`;
    await this.notices.tell(tx, { kind: 'webhookStopped', to: ['role:operator'], sourceId, params: { name: webhook.name } });
  }
}
