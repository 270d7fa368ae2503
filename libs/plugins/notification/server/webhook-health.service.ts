import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { mustStop, notificationEvents } from '../model';
import { NOTIFICATION_CONFIG, type NotificationConfig } from './notification.config';
import { NoticesService } from './notices.service';
import { type Webhook, WebhookRepository } from './webhook.repository';

/** Remembers since when a webhook fails, and stops it when it has failed for days. */
@Injectable()
export class WebhookHealthService {
  constructor(
    private readonly webhooks: WebhookRepository,
    private readonly notices: NoticesService,
    @Inject(NOTIFICATION_CONFIG) private readonly config: NotificationConfig,
  ) {}

  async noteSuccess(tx: Tx, { failingSince, ...webhook }: Webhook): Promise<void> {
    if (failingSince !== undefined) await this.webhooks.replace(tx, webhook);
  }

  /** Operators are told when it is stopped. */
  async noteFailure(tx: Tx, webhook: Webhook): Promise<void> {
    if (!webhook.active) return;
    const failingSince = webhook.failingSince ?? tx.now.getTime();
    const isStopped = mustStop(new Date(failingSince), tx.now, this.config.stopAfterDays);
    await this.webhooks.replace(tx, { ...webhook, failingSince, active: !isStopped });
    if (!isStopped) return;
    tx.emit(notificationEvents.webhookStopped({ webhookId: webhook.id }));
    const sourceId = `${webhook.id}:${tx.now.getTime()}`;
    await this.notices.tell(tx, { kind: 'webhookStopped', to: ['role:operator'], sourceId, params: { name: webhook.name } });
  }
}
