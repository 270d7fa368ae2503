import { Injectable } from '@nestjs/common';
import { type Page, principalsOf, type TaskQuery, type TaskView, type Tx } from '@fashen/plugin-api';
import { limitOf, numberAndId, pageOf } from '../page-key';
import { containing, selectRows, type Value } from '../rows.repository';
import type { TaskEntity } from './task.entity';
import { dueOrder, taskOf } from './task.repository';

interface Sql {
  readonly text: string;
  readonly values: readonly Value[];
}

const COUNT_CAP = 1_000;

/**
 * The inbox. Each view reads a short range of one index in its order, so the first page costs the same with 100 open tasks as
 * with 100,000. Claimable tasks are read per principal and merged, because no index is in order over several principals.
 */
@Injectable()
export class TaskListRepository {
  async list(tx: Tx, query: TaskQuery): Promise<Page<TaskView>> {
    const limit = limitOf(query);
    const { text, values } = this.pageQuery(tx, query, limit + 1);
    const rows = (await selectRows<TaskEntity>(tx, text, values)).map(taskOf);
    return pageOf<TaskView>(rows, limit, (last) => [query.view === 'done' ? (last.endedAt?.getTime() ?? 0) : dueOrder(last), last.id]);
  }

  /** All three numbers in one statement. */
  async count(tx: Tx): Promise<{ assigned: number; claimable: number; done: number }> {
    const counts = [
      this.held(tx, 'assignee_id', 'ASSIGNED'),
      this.claimableIds(tx),
      this.held(tx, 'ended_by', 'DONE', " AND (mark IS NULL OR mark <> 'seats')"),
    ];
    const [assigned, claimable, done] = counts.map(({ text }) => `(SELECT COUNT(*) FROM (${text} LIMIT ${COUNT_CAP}) capped)`);
    const [row] = await selectRows<{ assigned: number; claimable: number; done: number }>(
      tx,
      `SELECT ${assigned} AS assigned, ${claimable} AS claimable, ${done} AS done`,
      counts.flatMap(({ values }) => values),
    );
    return { assigned: Number(row?.assigned ?? 0), claimable: Number(row?.claimable ?? 0), done: Number(row?.done ?? 0) };
  }

  private pageQuery(tx: Tx, query: TaskQuery, limit: number): Sql {
    const after = numberAndId(query.after);
    if (query.view === 'claimable') return this.claimable(tx, query, after, limit);
    return query.view === 'done' ? this.done(tx, query, after, limit) : this.assigned(tx, query, after, limit);
  }

  private assigned(tx: Tx, query: TaskQuery, after: readonly [number, string] | undefined, limit: number): Sql {
    const filter = filterOf(query);
    const key = after ? 'AND (t.due_order > ? OR (t.due_order = ? AND t.id > ?))' : '';
    return {
      text: `SELECT t.* FROM engine_task t WHERE t.assignee_id = ? AND t.state = 'ASSIGNED' ${key} ${filter.text}
        ORDER BY t.due_order, t.id LIMIT ?`,
      values: [query.holderId ?? tx.actor.personId, ...keyValues(after), ...filter.values, limit],
    };
  }

  private done(tx: Tx, query: TaskQuery, after: readonly [number, string] | undefined, limit: number): Sql {
    const filter = filterOf(query);
    const key = after ? 'AND (t.ended_at < ? OR (t.ended_at = ? AND t.id < ?))' : '';
    return {
      text: `SELECT t.* FROM engine_task t WHERE t.ended_by = ? AND t.state = 'DONE' AND (t.mark IS NULL OR t.mark <> 'seats') ${key} ${filter.text}
        ORDER BY t.ended_at DESC, t.id DESC LIMIT ?`,
      values: [tx.actor.personId, ...keyValues(after), ...filter.values, limit],
    };
  }

  private claimable(tx: Tx, query: TaskQuery, after: readonly [number, string] | undefined, limit: number): Sql {
    const filter = filterOf(query);
    const join = filter.text ? 'JOIN engine_task t ON t.id = c.task_id' : '';
    const key = after ? 'AND (c.due_order > ? OR (c.due_order = ? AND c.task_id > ?))' : '';
    const principals = principalsOf(tx.actor);
    const parts = principals.map(
      (_, index) => `SELECT * FROM (SELECT c.task_id, c.due_order FROM engine_task_candidate c ${join}
        WHERE c.principal = ? ${key} ${filter.text} ORDER BY c.due_order, c.task_id LIMIT ?) p${index}`,
    );
    const first = `SELECT task_id, MIN(due_order) AS due_order FROM (${parts.join(' UNION ALL ')}) mine
      GROUP BY task_id ORDER BY due_order, task_id LIMIT ?`;
    return {
      text: `SELECT t.* FROM (${first}) f JOIN engine_task t ON t.id = f.task_id ORDER BY f.due_order, f.task_id`,
      values: [...principals.flatMap((principal) => [principal, ...keyValues(after), ...filter.values, limit]), limit],
    };
  }

  private held(tx: Tx, column: 'assignee_id' | 'ended_by', state: 'ASSIGNED' | 'DONE', more = ''): Sql {
    return { text: `SELECT 1 FROM engine_task WHERE ${column} = ? AND state = '${state}'${more}`, values: [tx.actor.personId] };
  }

  private claimableIds(tx: Tx): Sql {
    const principals = principalsOf(tx.actor);
    const part = `SELECT task_id FROM engine_task_candidate WHERE principal = ? LIMIT ${COUNT_CAP}`;
    const parts = principals.map((_, index) => `SELECT task_id FROM (${part}) p${index}`);
    return { text: `SELECT DISTINCT task_id FROM (${parts.join(' UNION ALL ')}) mine`, values: principals };
  }
}

function keyValues(after: readonly [number, string] | undefined): readonly Value[] {
  return after ? [after[0], after[0], after[1]] : [];
}

function filterOf(query: TaskQuery): Sql {
  const clauses: Sql[] = [];
  if (query.definitionKey) clauses.push({ text: 'AND t.definition_key = ?', values: [query.definitionKey] });
  if (query.text) {
    const like = containing(query.text);
    const text = "AND (t.title LIKE ? ESCAPE '!' OR t.business_key LIKE ? ESCAPE '!' OR t.node_name LIKE ? ESCAPE '!')";
    clauses.push({ text, values: [like, like, like] });
  }
  return { text: clauses.map((clause) => clause.text).join(' '), values: clauses.flatMap((clause) => clause.values) };
}
