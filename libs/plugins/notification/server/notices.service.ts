import { Injectable } from '@nestjs/common';
import { Instances, type JsonObject, type Tx } from '@fashen/plugin-api';
import { type NewNotice, Notices } from '../model';
import { NoticeRepository } from './notice.repository';
import { NoticeWriter } from './notice-writer';
import { RecipientsService } from './recipients.service';

/** Tells people something: finds out who has not been told yet, and writes it down for each. */
@Injectable()
export class NoticesService extends Notices {
  constructor(
    private readonly repository: NoticeRepository,
    private readonly recipients: RecipientsService,
    private readonly instances: Instances,
    private readonly writer: NoticeWriter,
  ) {
    super();
  }

  async tell(tx: Tx, notice: NewNotice): Promise<void> {
    const told = await this.repository.told(tx, notice.sourceId, notice.kind);
    const personIds = (await this.recipients.personsOf(tx, notice.to)).filter((personId) => !told.has(personId));
    if (personIds.length === 0) return;
    await this.writer.write(tx, personIds, { ...notice, params: await this.paramsOf(tx, notice) });
  }

  /** Number and title of the case are what people know it by. */
  private async paramsOf(tx: Tx, { instanceId, params = {} }: NewNotice): Promise<JsonObject> {
    const instance = instanceId && (await this.instances.find(tx, instanceId));
    return instance ? { businessKey: instance.businessKey, title: instance.title, ...params } : params;
  }
}
