import { Injectable } from '@nestjs/common';
import { Instances, Tasks, type TaskView, type Tx } from '@fashen/plugin-api';
import { deputyErrors, deputyEvents, type HandOverSubject, titleOf } from '../model';
import type { HandOver, ItemResult } from './hand-over.repository';
import type { Turn } from './hand-over-turn';
import { Successors } from './successors';

const PAGE = 200;
const MOST_TASKS = 1000;

/** Hands on a task, or a seat. */
@Injectable()
export class TaskHandOver {
  constructor(
    private readonly tasks: Tasks,
    private readonly instances: Instances,
    private readonly successors: Successors,
  ) {}

  /** Open tasks and seats of a person as entries of a hand-over. */
  async of(tx: Tx, holderId: string): Promise<readonly HandOverSubject[]> {
    const found: TaskView[] = [];
    let after: string | undefined;
    do {
      const page = await this.tasks.list(tx, { view: 'assigned', holderId, limit: PAGE, ...(after !== undefined && { after }) });
      found.push(...page.items);
      after = page.next;
    } while (after !== undefined && found.length < MOST_TASKS);
    return found.map(subjectOf);
  }

  async handOn(tx: Tx, turn: Turn): Promise<ItemResult> {
    const { handOver, item, to } = turn;
    const { instanceId } = await this.tasks.require(tx, item.refId);
    const instance = await this.instances.lock(tx, instanceId);
    const task = await this.tasks.require(tx, item.refId);
    if (task.state !== 'ASSIGNED' || task.assigneeId !== handOver.leaverId) return { state: 'GONE' };
    if (instance.status !== 'RUNNING') throw deputyErrors.CASE_NOT_RUNNING({ step: task.nodeName });
    const { successorId: assigneeId, successorRole } = to;
    if (assigneeId !== undefined) await this.successors.requireMayTake(tx, task, assigneeId);
    const candidates = successorRole === undefined ? task.candidates : [`role:${successorRole}`];
    await this.tasks.assign(tx, task.id, { ...(assigneeId && { assigneeId }), candidates }, handOver.reason);
    this.tell(tx, handOver, task, assigneeId);
    return { state: 'DONE', ...(assigneeId && { successorId: assigneeId }) };
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

/** A task or seat as an entry of a hand-over. */
export function subjectOf({ id, kind, businessKey, nodeName }: TaskView): HandOverSubject {
  return { kind: kind === 'VISIT' ? 'TASK' : 'SEAT', refId: id, title: titleOf(`${businessKey} · ${nodeName}`) };
}
