import type { NewSeat, TaskView, Tx } from '@fashen/plugin-api';
import { newId } from '@fashen/database';
import type { OpenedWait, WorkflowSession } from '../runtime/workflow-session';

const NAME_LENGTH = 250;

/** Several people work on it, nobody holds it as a whole. */
export const SEATS = 'seats';

/** The row of a new visit of a user task; absent for waits that are none. */
export function newVisit(tx: Tx, session: WorkflowSession, { wait, node, taskId, assignment }: OpenedWait): TaskView | undefined {
  if (!taskId) return undefined;
  const { id: instanceId, definitionId, definitionKey, businessKey, title } = session.instance;
  const hasSeats = (assignment?.seats?.length ?? 0) > 0;
  return {
    ...{ id: taskId, kind: 'VISIT', instanceId, definitionId, definitionKey, businessKey, title },
    nodeId: node.id,
    nodeName: node.name.slice(0, NAME_LENGTH),
    executionId: wait.executionId,
    ...holdersOf(tx, hasSeats ? {} : assignment),
    createdAt: tx.now,
    ...(hasSeats && { mark: SEATS }),
    ...(assignment?.dueAt && { dueAt: assignment.dueAt }),
    rowVersion: 1,
  };
}

/** Rows of people's parts in a visit, numbered from `from`. */
export function newSeats(tx: Tx, visit: TaskView, seats: readonly NewSeat[], from: number): readonly SeatRow[] {
  return seats.map((seat, index) => {
    const dueAt = seat.dueAt ?? visit.dueAt;
    const { assigneeId: _holder, assignedAt: _since, dueAt: _due, mark: _mark, outcome: _outcome, ...shared } = visit;
    return {
      ...shared,
      ...{ id: seat.id ?? newId(), kind: seat.kind, parentId: seat.parentId ?? visit.id, seatNo: from + index },
      ...holdersOf(tx, seat),
      createdAt: tx.now,
      ...(seat.mark && { mark: seat.mark }),
      ...(dueAt && { dueAt }),
      rowVersion: 1,
    };
  });
}

/** A task with its number within the visit. */
export type SeatRow = TaskView & { readonly seatNo?: number };

function holdersOf(
  tx: Tx,
  { assigneeId, candidates = [] }: Pick<NewSeat, 'assigneeId' | 'candidates'> = {},
): Pick<TaskView, 'state' | 'assigneeId' | 'assignedAt' | 'candidates'> {
  return { state: assigneeId ? 'ASSIGNED' : 'READY', ...(assigneeId && { assigneeId, assignedAt: tx.now }), candidates };
}
