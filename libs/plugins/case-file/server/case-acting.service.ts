import { Injectable } from '@nestjs/common';
import { CaseAccess, Instances, type InstanceView, type Tx } from '@fashen/plugin-api';
import type { MessageBody } from '../model';

/** What people do to a case as a whole. */
@Injectable()
export class CaseActingService {
  constructor(
    private readonly access: CaseAccess,
    private readonly instances: Instances,
  ) {}

  /**
   * Delivers a message to the case. Only people who take part in it may; reading alone does not allow it.
   * The data goes to `messages.<name>` of the case data and nowhere else, so that no message can write what a step decides.
   */
  async message(tx: Tx, caseId: string, body: MessageBody): Promise<InstanceView> {
    await this.access.requirePart(tx, caseId);
    await this.instances.message(tx, { instanceId: caseId, name: body.name, output: { messages: { [body.name]: body.data } } });
    return this.instances.require(tx, caseId);
  }
}
