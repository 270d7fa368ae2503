import { Injectable } from '@nestjs/common';
import { CaseAccess, Instances, type InstanceView, Tasks, type Tx } from '@fashen/plugin-api';
import { caseFileErrors, type MessageBody, relationOf, takesPart } from '../model';

/** What people do to a case as a whole. */
@Injectable()
export class CaseActingService {
  constructor(
    private readonly access: CaseAccess,
    private readonly instances: Instances,
    private readonly tasks: Tasks,
  ) {}

  /**
   * Delivers a message to the case. Only people who take part in it may; reading alone does not allow it.
   * The data goes to `messages.<name>` of the case data and nowhere else, so that no message can write what a step decides.
   */
  async message(tx: Tx, caseId: string, body: MessageBody): Promise<InstanceView> {
    const instance = await this.access.require(tx, caseId);
    const relation = relationOf(instance, await this.tasks.ofInstance(tx, caseId));
    if (!takesPart(tx.actor, relation)) throw caseFileErrors.NOT_TAKING_PART({ caseId });

    await this.instances.message(tx, { instanceId: caseId, name: body.name, output: { messages: { [body.name]: body.data } } });
    return this.instances.require(tx, caseId);
  }
}
