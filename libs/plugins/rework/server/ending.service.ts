import { Injectable } from '@nestjs/common';
import { CaseAccess, type Tx } from '@fashen/plugin-api';
import {
  type EndingKind,
  type MovedReply,
  type ReasonBody,
  returnSettings,
  reworkErrors,
  reworkEvents,
  withdrawalRefusal,
  withdrawalSettings,
} from '../model';
import { HeldTaskService } from './held-task.service';
import { CaseEngine, ReworkRows } from './bundles';

/** Ends cases other than by their drawing. */
@Injectable()
export class EndingService {
  constructor(
    private readonly held: HeldTaskService,
    private readonly engine: CaseEngine,
    private readonly access: CaseAccess,
    private readonly rows: ReworkRows,
  ) {}

  /** Not passed: all open tasks of all branches, of the processes it called and of the one that called it end with it, at once. */
  async reject(tx: Tx, taskId: string, { reason }: ReasonBody): Promise<MovedReply> {
    const { task, model } = await this.held.requireHeld(tx, taskId);
    if (returnSettings(model, task.nodeId).onNotPassed !== 'END_REJECTED') throw reworkErrors.REJECTION_FORBIDDEN({ step: task.nodeName });
    const caseId = await this.topOf(tx, task.instanceId);
    await this.end(tx, caseId, { kind: 'REJECTED', reason, taskId, nodeId: task.nodeId });
    await this.engine.tasks.mark(tx, taskId, 'rejected');
    return { instanceId: caseId, waiting: [] };
  }

  /** The starter takes the application back, as long as the process allows it. */
  async withdraw(tx: Tx, caseId: string, { reason }: ReasonBody): Promise<MovedReply> {
    await this.access.require(tx, caseId);
    const instance = await this.engine.instances.lock(tx, caseId);
    if (await this.engine.instances.parentOf(tx, caseId)) throw reworkErrors.PART_OF_A_CASE({ caseId });
    if (instance.status === 'RUNNING') {
      const refusal = await this.withdrawalRefusal(tx, caseId);
      if (refusal) throw reworkErrors[refusal]({ caseId });
    }
    await this.end(tx, caseId, { kind: 'WITHDRAWN', reason });
    return { instanceId: caseId, waiting: [] };
  }

  /** Why the actor cannot withdraw the case now; undefined when nothing stands against it. */
  async withdrawalRefusal(tx: Tx, caseId: string): Promise<ReturnType<typeof withdrawalRefusal>> {
    const instance = await this.engine.instances.require(tx, caseId);
    const model = await this.engine.instances.model(tx, caseId);
    return withdrawalRefusal({
      ...{ instance, model, settings: withdrawalSettings(model), personId: tx.actor.personId },
      tasks: await this.engine.tasks.ofInstance(tx, caseId),
      openings: await this.rows.notes.openingsOf(tx, caseId),
    });
  }

  private async end(tx: Tx, caseId: string, ending: { kind: EndingKind; reason: string; taskId?: string; nodeId?: string }): Promise<void> {
    const { kind, reason, taskId, nodeId } = ending;
    await this.engine.instances.terminate(tx, caseId, reason);
    await this.rows.notes.addEnding(tx, caseId, { kind, reason });
    const payload = { kind, ...(nodeId !== undefined && { nodeId }), ...(taskId !== undefined && { taskId }) };
    tx.emit(reworkEvents.ended(payload, { instanceId: caseId, reason }));
  }

  private async topOf(tx: Tx, instanceId: string): Promise<string> {
    const parent = await this.engine.instances.parentOf(tx, instanceId);
    return parent ? this.topOf(tx, parent.instanceId) : instanceId;
  }
}
