import { Inject, Injectable } from '@nestjs/common';
import type { Page, Tx } from '@fashen/plugin-api';
import { notificationErrors, type NoticeQuery, type NoticeSettings, type NoticeSettingsReply, type NoticeView } from '../model';
import { NOTIFICATION_CONFIG, type NotificationConfig } from './notification.config';
import { type Notice, NoticeRepository } from './notice.repository';
import { pageBy, placeOf } from './page-place';
import { SettingRepository } from './setting.repository';
import { SignalRepository } from './signal.repository';

const DEFAULT_LIMIT = 50;

/** A person's own notices and settings. */
@Injectable()
export class NoticeInboxService {
  constructor(
    private readonly repository: NoticeRepository,
    private readonly settings: SettingRepository,
    private readonly signals: SignalRepository,
    @Inject(NOTIFICATION_CONFIG) private readonly config: NotificationConfig,
  ) {}

  /** Newest first. */
  async list(tx: Tx, { limit = DEFAULT_LIMIT, after, unread = false }: NoticeQuery): Promise<Page<NoticeView>> {
    const rows = await this.repository.list(tx, { place: placeOf(after), limit: limit + 1, unread });
    return pageBy(rows, limit, { place: ({ createdAt, id }) => ({ at: createdAt, id }), view: viewOf });
  }

  async count(tx: Tx): Promise<{ unread: number }> {
    return { unread: await this.repository.countUnread(tx) };
  }

  /** Other people's notices do not exist. The second time changes nothing. */
  async markRead(tx: Tx, id: string): Promise<void> {
    const notice = await this.repository.find(tx, id);
    if (notice?.personId !== tx.actor.personId) throw notificationErrors.ITEM_MISSING({ id });
    await this.repository.markRead(tx, id);
    await this.tellOwnPages(tx);
  }

  async markAllRead(tx: Tx): Promise<void> {
    await this.repository.markRead(tx);
    await this.tellOwnPages(tx);
  }

  async readSettings(tx: Tx): Promise<NoticeSettingsReply> {
    const { locale: _locale, ...settings } = await this.settings.find(tx, tx.actor.personId);
    return { ...settings, mailIsOn: this.config.smtpUrl !== undefined };
  }

  /** Mails are written in the language in which the settings were saved last. */
  async replaceSettings(tx: Tx, settings: NoticeSettings): Promise<NoticeSettingsReply> {
    await this.settings.replace(tx, tx.actor.personId, { ...settings, locale: tx.locale });
    return this.readSettings(tx);
  }

  private tellOwnPages(tx: Tx): Promise<void> {
    return this.signals.add(tx, { topic: 'notice', principals: [`person:${tx.actor.personId}`] });
  }
}

const viewOf = ({ id, kind, params, instanceId, taskId, createdAt, readAt }: Notice): NoticeView => ({
  id,
  kind,
  params,
  ...(instanceId && { instanceId }),
  ...(taskId && { taskId }),
  createdAt: new Date(createdAt),
  ...(readAt !== undefined && { readAt: new Date(readAt) }),
});
