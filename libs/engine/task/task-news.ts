import type { SeatEnd, TaskView, Tx } from '@fashen/plugin-api';
import { engineEvents } from '../engine.events';

/*
 * What the engine tells about tasks.
 */

const atNode = ({ id, nodeId, nodeName, executionId, kind }: TaskView) => ({ taskId: id, nodeId, nodeName, executionId, kind });
const holders = ({ assigneeId, candidates }: TaskView) => ({ ...(assigneeId && { assigneeId }), candidates });
const holderOf = ({ assigneeId }: TaskView): { assigneeId?: string } => (assigneeId ? { assigneeId } : {});

/** A task came up. */
export function tellCreated(tx: Tx, task: TaskView): void {
  tx.emit(engineEvents.taskCreated({ ...atNode(task), ...holders(task) }, { instanceId: task.instanceId, affects: 'taskCreated' }));
}

/** Another holder or other candidates. */
export function tellAssigned(tx: Tx, before: TaskView, after: TaskView, reason?: string): void {
  const options = { instanceId: after.instanceId, before: holderOf(before), after: holderOf(after), ...(reason && { reason }) };
  tx.emit(engineEvents.taskAssigned({ ...atNode(after), ...holders(after) }, { ...options, affects: 'taskReassigned' }));
}

/** A task is over that no person has completed: cancelled for a cause, or done by the system when there is none. */
export function tellEnded(tx: Tx, task: TaskView, cause: string | undefined): void {
  const { instanceId } = task;
  const payload = { ...atNode(task), ...holderOf(task) };
  if (cause === undefined) tx.emit(engineEvents.taskCompleted({ ...payload, output: {} }, { instanceId, affects: 'taskDone' }));
  else tx.emit(engineEvents.taskCancelled({ ...payload, cause }, { instanceId, affects: 'taskCancelled' }));
}

/** One person's part of a visit is over. */
export function tellSeatEnded(tx: Tx, task: TaskView, { state, outcome, cause }: SeatEnd): void {
  const { instanceId, parentId = '' } = task;
  const details = { state, parentId, ...(outcome !== undefined && { outcome }), ...(cause && { cause }) };
  const affects = state === 'DONE' ? 'taskDone' : 'taskCancelled';
  tx.emit(engineEvents.seatEnded({ ...atNode(task), ...holderOf(task), ...details }, { instanceId, affects }));
}
