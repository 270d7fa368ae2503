import { Injectable, Optional } from '@nestjs/common';
import { Instances, Tasks, type TaskView, type Tx } from '@fashen/plugin-api';
import { OpinionDrafts } from '@fashen/plugins/opinion/model';
import { agreementOf, allowsBatch, caseControlErrors, caseControlEvents, isOneStep } from '../model';
import { SeenService } from './seen.service';

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
    private readonly instances: Instances,
    private readonly tasks: Tasks,
    private readonly seen: SeenService,
    @Optional() private readonly drafts?: OpinionDrafts,
  ) {}

  /** The tasks in the order in which they are done. Refuses a batch of several steps before anything is done. */
  async order(tx: Tx, taskIds: readonly string[]): Promise<readonly string[]> {
    const ids = [...new Set(taskIds)].sort();
    const tasks: TaskView[] = [];
    for (const id of ids) tasks.push(await this.seen.requireVisible(tx, id));
    if (!isOneStep(tasks)) throw caseControlErrors.MIXED_STEPS();
    return ids;
  }

  /** Agrees to one of them. Whether the person may, and whether answers and opinion are enough, is judged as for a single task. */
  async submit(tx: Tx, { batchId, taskId, opinion }: BatchItem): Promise<void> {
    const { instanceId, nodeId, kind } = await this.seen.requireVisible(tx, taskId);
    await this.instances.lock(tx, instanceId);
    const model = await this.instances.model(tx, instanceId);
    if (kind !== 'VISIT' || !allowsBatch(model, nodeId)) throw caseControlErrors.BATCH_NOT_ALLOWED({ taskId });
    await this.seen.requireSeen(tx, taskId);
    if (await this.drafts?.asksForSignature(tx, taskId)) throw caseControlErrors.SIGNED_ALONE({ taskId });

    await this.drafts?.write(tx, taskId, opinion);
    await this.tasks.complete(tx, taskId, { output: agreementOf(model, nodeId, opinion), ...(opinion !== '' && { reason: opinion }) });
    tx.emit(caseControlEvents.batchSubmitted({ batchId, taskId, nodeId }, { instanceId }));
  }
}
