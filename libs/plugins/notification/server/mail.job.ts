import { Inject, Injectable } from '@nestjs/common';
import type { JobHandler, JsonObject, ReadOnce, Tx } from '@fashen/plugin-api';
import { mailText } from './mail-text';
import { type Mail, MailSender } from './mail-sender';
import { MAIL_JOB } from './mail-later.service';
import { NOTIFICATION_CONFIG, type NotificationConfig } from './notification.config';
import { type Notice, NoticeRepository } from './notice.repository';
import { SettingRepository } from './setting.repository';

type Payload = { readonly noticeId: string };

/** Mails one notice. When the mail server cannot be reached it is tried again, at last by an operator. */
@Injectable()
export class MailJob implements JobHandler<Payload> {
  readonly type = MAIL_JOB;
  readonly maxAttempts = 8;

  constructor(
    private readonly notices: NoticeRepository,
    private readonly settings: SettingRepository,
    private readonly sender: MailSender,
    @Inject(NOTIFICATION_CONFIG) private readonly config: NotificationConfig,
  ) {}

  async send(read: ReadOnce, { noticeId }: Payload): Promise<JsonObject> {
    const mail = await read((tx) => this.compose(tx, noticeId));
    if (mail) await this.sender.send(mail);
    return { isSent: mail !== undefined };
  }

  run(): Promise<void> {
    return Promise.resolve();
  }

  /** Nothing is sent any more when the notice was read meanwhile or the person takes no mail now. */
  private async compose(tx: Tx, noticeId: string): Promise<Mail | undefined> {
    const notice = await this.notices.find(tx, noticeId);
    if (!notice || notice.readAt !== undefined) return undefined;
    const { mailAddress: to, locale, mailKinds } = await this.settings.find(tx, notice.personId);
    if (!to || !mailKinds.includes(notice.kind)) return undefined;
    const link = this.linkOf(notice);
    const domain = new URL(this.config.publicUrl ?? 'https://fashen.invalid').hostname;
    return {
      to,
      messageId: `<${noticeId}@${domain}>`,
      ...mailText({ kind: notice.kind, params: notice.params, ...(link && { link }) }, locale),
    };
  }

  private linkOf({ instanceId, taskId }: Notice): string | undefined {
    const { publicUrl } = this.config;
    if (!publicUrl || !instanceId) return undefined;
    const url = new URL(`/cases/${instanceId}`, publicUrl);
    if (taskId) url.searchParams.set('task', taskId);
    return url.toString();
  }
}
