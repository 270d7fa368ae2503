import { Injectable } from '@nestjs/common';
import type { Json, SeatEnd, TaskState, TaskView, Tx } from '@fashen/plugin-api';
import { changeRows, insertRows, placesOf, selectRows, type Value } from '../rows.repository';
import type { InstanceEntity } from '../runtime/instance.entity';
import { type LoadedInstance, loadedInstance } from '../runtime/loaded-instance';
import { INSTANCE_COLUMNS } from '../runtime/instance.repository';
import type { SeatRow } from './new-task';
import type { TaskEntity } from './task.entity';

/** A task with what only the engine needs. */
export interface StoredTask extends TaskView {
  readonly endedByName?: string;
  /** 0 for the visit, then counted within it. */
  readonly seatNo: number;
}

/** Where the tasks of a node stand from now on. */
export interface NodeMove {
  readonly fromDefinitionId: string;
  readonly definitionId: string;
  readonly nodeId: string;
  readonly nodeName: string;
  /** True when the node has the same id, so that what is over may stay as it was. */
  readonly onlyOpen: boolean;
}

/** Tasks without due time come after all others. */
const NO_DUE_ORDER = 9_000_000_000_000_000;
const OF_INSTANCE = 2_000;

/** Rows of tasks, one at a time or of one instance. */
@Injectable()
export class TaskRepository {
  async find(tx: Tx, taskId: string): Promise<StoredTask | undefined> {
    return (await selectRows<TaskEntity>(tx, 'SELECT * FROM engine_task WHERE id = ?', [taskId])).map(taskOf)[0];
  }

  /** Locks the instance of a task and reads both, in one statement. The instance row is locked before the task's. */
  async lock(tx: Tx, taskId: string): Promise<{ readonly task: StoredTask; readonly instance: LoadedInstance } | undefined> {
    const rows = await selectRows<TaskEntity & InstanceEntity>(
      tx,
      `SELECT ${INSTANCE_COLUMNS}, ${PREFIXED} FROM engine_instance i LEFT JOIN engine_task t ON t.id = ?
       WHERE i.id = (SELECT x.instance_id FROM engine_task x WHERE x.id = ?) FOR UPDATE`,
      [taskId, taskId],
    );
    return rows.map((row) => ({ instance: loadedInstance(row), task: taskOf(unprefixed(row)) }))[0];
  }

  async ofInstance(tx: Tx, instanceId: string): Promise<readonly StoredTask[]> {
    const sql = `SELECT * FROM engine_task WHERE instance_id = ? ORDER BY created_at, id LIMIT ${OF_INSTANCE}`;
    return (await selectRows<TaskEntity>(tx, sql, [instanceId])).map(taskOf);
  }

  async ofExecutions(tx: Tx, instanceId: string, executionIds: readonly string[]): Promise<readonly StoredTask[]> {
    const sql = `SELECT * FROM engine_task WHERE instance_id = ? AND execution_id IN ${placesOf(executionIds)}`;
    return (await selectRows<TaskEntity>(tx, sql, [instanceId, ...executionIds])).map(taskOf);
  }

  /** Adds open tasks and, where nobody holds them, the principals who may claim them. */
  async add(tx: Tx, tasks: readonly SeatRow[]): Promise<void> {
    await insertRows(tx, 'engine_task', tasks.map(rowOf));
    await this.addCandidates(tx, tasks);
  }

  /** Ends tasks in one statement. Answers how many were still open. */
  async end(tx: Tx, taskIds: readonly string[], { state, cause, outcome, mark }: SeatEnd): Promise<number> {
    return changeRows(
      tx,
      `UPDATE engine_task SET state = ?, ended_at = ?, ended_by = ?, ended_by_name = ?, cause = ?, outcome = COALESCE(?, outcome),
       mark = COALESCE(?, mark), row_version = row_version + 1 WHERE id IN ${placesOf(taskIds)} AND state IN ('READY', 'ASSIGNED')`,
      [
        ...[state, tx.now.getTime(), tx.actor.personId, tx.actor.name, cause ?? null],
        ...[outcome === undefined ? null : JSON.stringify(outcome), mark ?? null, ...taskIds],
      ],
    );
  }

  /** Writes when the open tasks of a visit are due, or one part of it, and their place in the inbox. */
  async setDue(tx: Tx, task: TaskView, dueAt: Date | undefined): Promise<void> {
    const order = dueOrder(dueAt ? { dueAt } : {});
    const open = (await this.ofExecutions(tx, task.instanceId, [task.executionId])).filter(
      ({ state }) => state === 'READY' || state === 'ASSIGNED',
    );
    const ids = open.map(({ id }) => id).filter((id) => task.kind === 'VISIT' || id === task.id);
    if (ids.length === 0) return;
    await changeRows(tx, `UPDATE engine_task SET due_at = ?, due_order = ? WHERE id IN ${placesOf(ids)}`, [
      dueAt?.getTime() ?? null,
      order,
      ...ids,
    ]);
    await changeRows(tx, `UPDATE engine_task_candidate SET due_order = ? WHERE task_id IN ${placesOf(ids)}`, [order, ...ids]);
  }

  /** Writes what a plugin says about a task. */
  async setMark(tx: Tx, taskId: string, mark: string | undefined): Promise<void> {
    await changeRows(tx, 'UPDATE engine_task SET mark = ?, row_version = row_version + 1 WHERE id = ?', [mark ?? null, taskId]);
  }

  /** Tasks of one node stand at a node of another version now. Ended ones keep the name they had. */
  async moveNode(tx: Tx, instanceId: string, nodeId: string, to: NodeMove): Promise<void> {
    const open = to.onlyOpen ? " AND state IN ('READY', 'ASSIGNED')" : '';
    const name = "CASE WHEN state IN ('READY', 'ASSIGNED') THEN ? ELSE node_name END";
    await changeRows(
      tx,
      `UPDATE engine_task SET node_name = ${name}, node_id = ?, definition_id = ?, row_version = row_version + 1
       WHERE instance_id = ? AND node_id = ? AND definition_id = ?${open}`,
      [to.nodeName, to.nodeId, to.definitionId, instanceId, nodeId, to.fromDefinitionId],
    );
  }

  /** Ends the task of the actor, or of the person for whom the actor acts, who stays its holder. Answers false when it was not open any more. */
  async complete(tx: Tx, taskId: string, outcome: Json | undefined): Promise<boolean> {
    const { personId, name, onBehalfOf } = tx.actor;
    const changed = await changeRows(
      tx,
      `UPDATE engine_task SET state = 'DONE', assignee_id = CASE WHEN assignee_id = ? THEN assignee_id ELSE ? END, assigned_at = COALESCE(assigned_at, ?), ended_at = ?, ended_by = ?, ended_by_name = ?, outcome = ?,
       row_version = row_version + 1 WHERE id = ? AND state IN ('READY', 'ASSIGNED')`,
      [
        ...[onBehalfOf?.personId ?? personId, personId, tx.now.getTime(), tx.now.getTime(), personId, name],
        ...[outcome === undefined ? null : JSON.stringify(outcome), taskId],
      ],
    );
    return changed === 1;
  }

  /** Writes holder and candidates of an open task. */
  async replaceHolders(tx: Tx, task: TaskView): Promise<void> {
    await changeRows(
      tx,
      'UPDATE engine_task SET state = ?, assignee_id = ?, assigned_at = ?, candidates = ?, row_version = ? WHERE id = ?',
      [task.state, task.assigneeId ?? null, task.assignedAt?.getTime() ?? null, JSON.stringify(task.candidates), task.rowVersion, task.id],
    );
    await this.removeCandidates(tx, [task.id]);
    await this.addCandidates(tx, [task]);
  }

  /** Whether this person held a task of the case and gave it away. */
  async heldBefore(tx: Tx, instanceId: string, personId: string): Promise<boolean> {
    const sql = 'SELECT person_id FROM engine_former_holder WHERE person_id = ? AND instance_id = ?';
    return (await selectRows(tx, sql, [personId, instanceId])).length > 0;
  }

  /** Keeps who held a task. The case is locked, so nobody else keeps the same at this moment. */
  async keepFormerHolder(tx: Tx, instanceId: string, personId: string): Promise<void> {
    if (await this.heldBefore(tx, instanceId, personId)) return;
    await insertRows(tx, 'engine_former_holder', [{ person_id: personId, instance_id: instanceId }]);
  }

  async removeCandidates(tx: Tx, taskIds: readonly string[]): Promise<void> {
    await changeRows(tx, `DELETE FROM engine_task_candidate WHERE task_id IN ${placesOf(taskIds)}`, taskIds);
  }

  private async addCandidates(tx: Tx, tasks: readonly TaskView[]): Promise<void> {
    const rows = tasks
      .filter((task) => task.state === 'READY')
      .flatMap((task) => {
        const shared = { task_id: task.id, due_order: dueOrder(task), instance_id: task.instanceId };
        return [...new Set(task.candidates)].map((principal) => ({ ...shared, principal }));
      });
    await insertRows(tx, 'engine_task_candidate', rows);
  }
}

/** Place of a task in the inbox: due time, and those without one last. */
export function dueOrder(task: Pick<TaskView, 'dueAt'>): number {
  return task.dueAt?.getTime() ?? NO_DUE_ORDER;
}

/** Reads a row. */
export function taskOf(row: TaskEntity): StoredTask {
  return {
    id: row.id,
    kind: row.kind,
    ...(row.parent_id !== null && { parentId: row.parent_id }),
    ...(row.mark !== null && { mark: row.mark }),
    ...(row.cause !== null && { cause: row.cause }),
    seatNo: row.seat_no,
    instanceId: row.instance_id,
    definitionId: row.definition_id,
    definitionKey: row.definition_key,
    nodeId: row.node_id,
    nodeName: row.node_name,
    executionId: row.execution_id,
    state: row.state,
    ...(row.assignee_id !== null && { assigneeId: row.assignee_id }),
    ...(row.assigned_at !== null && { assignedAt: new Date(Number(row.assigned_at)) }),
    candidates: JSON.parse(row.candidates) as string[],
    createdAt: new Date(Number(row.created_at)),
    ...(row.due_at !== null && { dueAt: new Date(Number(row.due_at)) }),
    ...endOf(row),
    rowVersion: row.row_version,
    businessKey: row.business_key,
    title: row.title,
  };
}

function endOf(row: TaskEntity): Pick<StoredTask, 'endedAt' | 'endedBy' | 'endedByName' | 'outcome'> {
  return {
    ...(row.ended_at !== null && { endedAt: new Date(Number(row.ended_at)) }),
    ...(row.ended_by !== null && { endedBy: row.ended_by }),
    ...(row.ended_by_name !== null && { endedByName: row.ended_by_name }),
    ...(row.outcome !== null && { outcome: JSON.parse(row.outcome) as Json }),
  };
}

const rowOf = (task: SeatRow): Record<keyof Omit<TaskEntity, 'ended_at' | 'ended_by' | 'ended_by_name' | 'outcome' | 'cause'>, Value> => ({
  id: task.id,
  instance_id: task.instanceId,
  definition_id: task.definitionId,
  definition_key: task.definitionKey,
  node_id: task.nodeId,
  node_name: task.nodeName,
  execution_id: task.executionId,
  kind: task.kind,
  parent_id: task.parentId ?? null,
  seat_no: task.seatNo ?? 0,
  mark: task.mark ?? null,
  state: task.state satisfies TaskState,
  assignee_id: task.assigneeId ?? null,
  assigned_at: task.assignedAt?.getTime() ?? null,
  candidates: JSON.stringify(task.candidates),
  created_at: task.createdAt.getTime(),
  due_at: task.dueAt?.getTime() ?? null,
  due_order: dueOrder(task),
  row_version: task.rowVersion,
  business_key: task.businessKey,
  title: task.title,
});

const COLUMNS: readonly (keyof TaskEntity)[] = [
  ...[
    'id',
    'instance_id',
    'definition_id',
    'definition_key',
    'node_id',
    'node_name',
    'execution_id',
    'state',
    'assignee_id',
    'assigned_at',
  ],
  ...['candidates', 'created_at', 'due_at', 'due_order', 'ended_at', 'ended_by', 'ended_by_name', 'outcome', 'row_version'],
  ...['business_key', 'title', 'kind', 'parent_id', 'seat_no', 'mark', 'cause'],
] as (keyof TaskEntity)[];
const PREFIXED = COLUMNS.map((column) => `t.${column} AS task_${column}`).join(', ');

function unprefixed(row: object): TaskEntity {
  const values = row as Record<string, unknown>;
  return Object.fromEntries(COLUMNS.map((column) => [column, values[`task_${column}`]])) as unknown as TaskEntity;
}
