import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { JsonObject, Tx } from '@fashen/plugin-api';
import type { NewNotice } from '../model';
import { MailLaterService } from './mail-later.service';
import { NoticeRepository } from './notice.repository';
import { SignalRepository } from './signal.repository';

/** Writes a notice for some persons: a row for each, a signal for their open pages, and a job where mail is wanted. */
@Injectable()
export class NoticeWriter {
  constructor(
    private readonly repository: NoticeRepository,
    private readonly signals: SignalRepository,
    private readonly mails: MailLaterService,
  ) {}

  async write(tx: Tx, personIds: readonly string[], notice: NewNotice & { readonly params: JsonObject }): Promise<void> {
    const { kind, params, instanceId, taskId, sourceId } = notice;
    const about = { ...(instanceId && { instanceId }), ...(taskId && { taskId }) };
    for (const personId of personIds) {
      const id = randomUUID();
      await this.repository.add(tx, { id, personId, kind, params, ...about, sourceId, createdAt: tx.now.getTime() });
      await this.mails.plan(tx, { noticeId: id, personId, kind });
    }
    await this.signals.add(tx, { topic: 'notice', principals: personIds.map((personId) => `person:${personId}`) });
  }
}
