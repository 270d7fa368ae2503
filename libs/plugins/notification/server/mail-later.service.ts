import { Inject, Injectable } from '@nestjs/common';
import { Jobs, type Tx } from '@fashen/plugin-api';
import { heldUntil, type NoticeKind, URGENT_KINDS } from '../model';
import { NOTIFICATION_CONFIG, type NotificationConfig } from './notification.config';
import { SettingRepository, type StoredSettings } from './setting.repository';

/** Type of the job that mails one notice. */
export const MAIL_JOB = 'notification.mail';

/** Plans the mail of a notice, if its person wants one: now, or when the quiet hours end. */
@Injectable()
export class MailLaterService {
  constructor(
    private readonly jobs: Jobs,
    private readonly settings: SettingRepository,
    @Inject(NOTIFICATION_CONFIG) private readonly config: NotificationConfig,
  ) {}

  async plan(tx: Tx, { noticeId, personId, kind }: { noticeId: string; personId: string; kind: NoticeKind }): Promise<void> {
    if (!this.config.smtpUrl) return;
    const settings = await this.settings.find(tx, personId);
    if (!settings.mailAddress || !settings.mailKinds.includes(kind)) return;
    const dueAt = this.heldUntil(tx, kind, settings);
    await this.jobs.add(tx, { type: MAIL_JOB, payload: { noticeId }, ...(dueAt && { dueAt }) });
  }

  private heldUntil(tx: Tx, kind: NoticeKind, { quiet, urgentBreaksThrough }: StoredSettings): Date | undefined {
    if (urgentBreaksThrough && URGENT_KINDS.includes(kind)) return undefined;
    return heldUntil(tx.now, quiet ?? undefined, this.config.utcOffsetMinutes);
  }
}
