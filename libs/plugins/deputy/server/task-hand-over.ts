import { Injectable } from '@nestjs/common';
import { Instances, Tasks, type TaskView, type Tx } from '@fashen/plugin-api';
import { deputyErrors, deputyEvents } from '../model';
import type { HandOver, ItemResult } from './hand-over.repository';
import type { Turn } from './hand-over-turn';
import { Successors } from './successors';

/** Hands on a task, or a seat. */
@Injectable()
export class TaskHandOver {
  constructor(
    private readonly tasks: Tasks,
    private readonly instances: Instances,
    private readonly successors: Successors,
  ) {}

  async handOn(tx: Tx, turn: Turn): Promise<ItemResult> {
    const { handOver, item, to } = turn;
    const { instanceId } = await this.tasks.require(tx, item.refId);
    const instance = await this.instances.lock(tx, instanceId);
    const task = await this.tasks.require(tx, item.refId);
    if (task.state !== 'ASSIGNED' || task.assigneeId !== handOver.leaverId) return { state: 'GONE' };
    if (instance.status !== 'RUNNING') throw deputyErrors.CASE_NOT_RUNNING({ step: task.nodeName });
    const { successorId: assigneeId, successorRole } = to;
    if (assigneeId !== undefined) await this.requireMayTake(tx, task, assigneeId);
    const candidates = successorRole === undefined ? task.candidates : [`role:${successorRole}`];
    await this.tasks.assign(tx, task.id, { ...(assigneeId && { assigneeId }), candidates }, handOver.reason);
    this.tell(tx, handOver, task, assigneeId);
    return { state: 'DONE', ...(assigneeId && { successorId: assigneeId }) };
  }

  private async requireMayTake(tx: Tx, task: TaskView, personId: string): Promise<void> {
    await this.successors.requireActive(tx, personId);
    const visit = (await this.tasks.ofInstance(tx, task.instanceId)).filter(({ executionId }) => executionId === task.executionId);
    if (visit.some(({ state, assigneeId }) => state === 'ASSIGNED' && assigneeId === personId))
      throw deputyErrors.ONE_PERSON_ONE_SEAT({ step: task.nodeName });
    await this.successors.requireMayTake(tx, task, personId);
  }

  private tell(tx: Tx, handOver: HandOver, { id: taskId, nodeId, nodeName, instanceId }: TaskView, assigneeId?: string): void {
    const { id: handOverId, leaverId: fromId, createdBy: orderedBy, reason } = handOver;
    const payload = { taskId, nodeId, nodeName, handOverId, fromId, orderedBy, cause: 'HANDOVER', ...(assigneeId && { assigneeId }) };
    tx.emit(
      deputyEvents.handedOver(payload, {
        ...{ instanceId, reason },
        before: { assigneeId: fromId },
        after: { ...(assigneeId && { assigneeId }) },
      }),
    );
  }
}
