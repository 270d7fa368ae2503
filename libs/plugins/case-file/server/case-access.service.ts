import { Injectable, Optional } from '@nestjs/common';
import { CaseAccess, Instances, type InstanceView, Tasks, type Tx } from '@fashen/plugin-api';
import { caseFileErrors, CaseReaders, mayRead, relationOf, takesPart } from '../model';

/** Decides who may see a case. */
@Injectable()
export class CaseAccessService extends CaseAccess {
  constructor(
    private readonly instances: Instances,
    private readonly tasks: Tasks,
    @Optional() private readonly readers?: CaseReaders,
  ) {
    super();
  }

  /**
   * The head alone often answers; the tasks are asked only when it does not, and last those who held one before or were given the case to
   * read. Whoever has given a task away reads on, and takes no part any more.
   */
  async require(tx: Tx, instanceId: string): Promise<InstanceView> {
    const instance = await this.instances.find(tx, instanceId);
    if (!instance) throw caseFileErrors.CASE_MISSING({ caseId: instanceId });
    if (mayRead(tx.actor, relationOf(instance))) return instance;

    const tasks = await this.tasks.ofInstance(tx, instanceId);
    if (mayRead(tx.actor, relationOf(instance, tasks))) return instance;
    if (await this.tasks.heldBefore(tx, instanceId, tx.actor.personId)) return instance;
    if (await this.readers?.isReader(tx, instanceId)) return instance;
    throw caseFileErrors.CASE_MISSING({ caseId: instanceId });
  }

  async takesPart(tx: Tx, instance: InstanceView): Promise<boolean> {
    return takesPart(tx.actor, relationOf(instance, await this.tasks.ofInstance(tx, instance.id)));
  }

  async requirePart(tx: Tx, instanceId: string): Promise<InstanceView> {
    const instance = await this.require(tx, instanceId);
    if (!(await this.takesPart(tx, instance))) throw caseFileErrors.NOT_TAKING_PART({ caseId: instanceId });
    return instance;
  }
}
