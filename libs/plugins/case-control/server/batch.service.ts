import { Injectable, Optional } from '@nestjs/common';
import { CaseAccess, Instances, Tasks, type TaskView, type Tx } from '@fashen/plugin-api';
import { OpinionDrafts } from '@fashen/plugins/opinion/model';
import { agreementOf, allowsBatch, caseControlErrors, caseControlEvents, isOneStep } from '../model';
import { SeenRepository } from './seen.repository';

/** One task of a batch. */
export interface BatchItem {
  readonly batchId: string;
  readonly taskId: string;
  readonly opinion: string;
}

/** Agrees to many tasks of one step with the same opinion. */
@Injectable()
export class BatchService {
  constructor(
    private readonly access: CaseAccess,
    private readonly instances: Instances,
    private readonly tasks: Tasks,
    private readonly seen: SeenRepository,
    @Optional() private readonly drafts?: OpinionDrafts,
  ) {}

  /** Notes that the actor has opened the task, where that is asked for. */
  async see(tx: Tx, taskId: string): Promise<void> {
    const { instanceId, nodeId } = await this.requireVisible(tx, taskId);
    if (allowsBatch(await this.instances.model(tx, instanceId), nodeId)) await this.seen.add(tx, taskId);
  }

  /** The tasks in the order in which they are done. Refuses a batch of several steps before anything is done. */
  async order(tx: Tx, taskIds: readonly string[]): Promise<readonly string[]> {
    const ids = [...new Set(taskIds)].sort();
    const tasks: TaskView[] = [];
    for (const id of ids) tasks.push(await this.requireVisible(tx, id));
    if (!isOneStep(tasks)) throw caseControlErrors.MIXED_STEPS();
    return ids;
  }

  /** Agrees to one of them. Whether the person may, and whether answers and opinion are enough, is judged as for a single task. */
  async submit(tx: Tx, { batchId, taskId, opinion }: BatchItem): Promise<void> {
    const { instanceId, nodeId, kind } = await this.requireVisible(tx, taskId);
    await this.instances.lock(tx, instanceId);
    const model = await this.instances.model(tx, instanceId);
    if (kind !== 'VISIT' || !allowsBatch(model, nodeId)) throw caseControlErrors.BATCH_NOT_ALLOWED({ taskId });
    if (!(await this.seen.listSeen(tx, [taskId])).has(taskId)) throw caseControlErrors.NOT_SEEN({ taskId });

    await this.drafts?.write(tx, taskId, opinion);
    await this.tasks.complete(tx, taskId, { output: agreementOf(model, nodeId, opinion), ...(opinion !== '' && { reason: opinion }) });
    tx.emit(caseControlEvents.batchSubmitted({ batchId, taskId, nodeId }, { instanceId }));
  }

  private async requireVisible(tx: Tx, taskId: string): Promise<TaskView> {
    const task = await this.tasks.require(tx, taskId);
    await this.access.require(tx, task.instanceId);
    return task;
  }
}
