import { Injectable } from '@nestjs/common';
import { CaseAccess, Instances, Tasks, type Tx } from '@fashen/plugin-api';
import { claimState, panelOf, type TaskDetail } from '../model';
import { OfferService } from './offer.service';

/** One task as a person meets it. */
@Injectable()
export class InboxService {
  constructor(
    private readonly tasks: Tasks,
    private readonly instances: Instances,
    private readonly access: CaseAccess,
    private readonly offers: OfferService,
  ) {}

  /** One task with what the actor may do about it. The task of a case one may not see does not exist. */
  async detail(tx: Tx, taskId: string): Promise<TaskDetail> {
    const task = await this.tasks.require(tx, taskId);
    await this.access.requireOfTask(tx, task);
    const model = await this.instances.model(tx, task.instanceId);
    const panel = panelOf(model.elements.get(task.nodeId), task.kind);
    const movedTo = await this.offers.moveOf(tx, task);
    if (movedTo) return { ...task, panel, mayClaim: false, mayComplete: false, operations: [], movedTo };
    const state = claimState(task, tx.actor);
    const reason = await this.offers.reasonAgainst(tx, task);
    const operations = await this.offers.of(tx, task);
    const may = { mayClaim: state === 'free' && !reason, mayComplete: state === 'mine' && !reason };
    return { ...task, panel, ...may, operations, ...(reason && { reason }) };
  }
}
