import { definePlugin } from '@fashen/plugin-api';
import { Notices } from '../model';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import { DeputyNotices } from './deputy-notices';
import { DeliveryOutcomeService } from './delivery-outcome.service';
import { DeliveryJob } from './delivery.job';
import { DeliveryRepository } from './delivery.repository';
import { DeliveryService } from './delivery.service';
import { NoticeInboxService } from './inbox.service';
import { MailJob } from './mail.job';
import { MailLaterService } from './mail-later.service';
import { MailSender } from './mail-sender';
import { CreateNotices1790000080000 } from './migrations/1790000080000-create-notices';
import { CreateWebhooks1790000081000 } from './migrations/1790000081000-create-webhooks';
import { NoticeController, StreamController } from './notice.controller';
import { NoticeEntity, SettingEntity, SignalEntity } from './notice.entities';
import { NoticeRepository } from './notice.repository';
import { NoticePlanner, NoticeSubscriber } from './notice.subscriber';
import { NoticeWriter } from './notice-writer';
import { NoticesService } from './notices.service';
import { notificationConfig } from './notification.config';
import { RecipientsService } from './recipients.service';
import { SecretBox } from './secret-box';
import { SettingRepository } from './setting.repository';
import { SignalRepository } from './signal.repository';
import { SignalSubscriber } from './signal.subscriber';
import { StreamHub } from './stream.hub';
import { StreamService } from './stream.service';
import { TidyRows, TidyService } from './tidy.service';
import { WebhookCaller } from './webhook-caller';
import { WebhookClient } from './webhook-client';
import { WebhookController } from './webhook.controller';
import { DeliveryEntity, EventEntity, WebhookEntity } from './webhook.entities';
import { WebhookHealthService } from './webhook-health.service';
import { KnownWebhooks } from './known-webhooks';
import { WebhookRepository } from './webhook.repository';
import { WebhookService } from './webhook.service';
import { WebhookSubscriber } from './webhook.subscriber';

/** Brings what happens to people and to other programs. */
export const notificationPlugin = definePlugin({
  id: 'notification',
  requires: ['case-file', 'directory'],
  config: notificationConfig,
  permissions: ['notification.webhooks'],
  entities: [NoticeEntity, SignalEntity, SettingEntity, WebhookEntity, EventEntity, DeliveryEntity],
  migrations: [CreateNotices1790000080000, CreateWebhooks1790000081000],
  controllers: [NoticeController, StreamController, WebhookController],
  providers: [
    ...[
      NoticeRepository,
      SignalRepository,
      SettingRepository,
      RecipientsService,
      MailLaterService,
      NoticeWriter,
      NoticesService,
      DeputyNotices,
      NoticePlanner,
    ],
    ...[NoticeInboxService, StreamHub, StreamService, MailSender],
    ...[WebhookRepository, KnownWebhooks, DeliveryRepository, SecretBox, WebhookClient, WebhookCaller, WebhookHealthService],
    ...[DeliveryOutcomeService, WebhookService, DeliveryService],
    ...[TidyRows, TidyService],
  ],
  ports: [{ provide: Notices, useClass: NoticesService }],
  subscribers: [SignalSubscriber, WebhookSubscriber, NoticeSubscriber],
  jobs: [MailJob, DeliveryJob],
  messages: { 'zh-CN': zhCn, en },
});
