import { Injectable } from '@nestjs/common';
import { type ActingScope, type HeldTasks, type Page, principalsOf, type TaskQuery, type TaskView, type Tx } from '@fashen/plugin-api';
import { limitOf, numberAndId, pageOf } from '../page-key';
import { containing, placesOf, selectRows, type Value } from '../rows.repository';
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
  async count(tx: Tx, held: HeldTasks = {}): Promise<{ assigned: number; claimable: number; done: number }> {
    const counts = [heldBy(held.holderId ?? tx.actor.personId, held), this.claimableIds(tx), doneBy(tx.actor.personId)];
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
    const [filter, scopes] = [filterOf(query), scopesOf(query)];
    const key = after ? 'AND (t.due_order > ? OR (t.due_order = ? AND t.id > ?))' : '';
    return {
      text: `SELECT t.* FROM engine_task t WHERE t.assignee_id = ? AND t.state = 'ASSIGNED' ${key} ${filter.text} ${scopes.text}
        ORDER BY t.due_order, t.id LIMIT ?`,
      values: [query.holderId ?? tx.actor.personId, ...keyValues(after), ...filter.values, ...scopes.values, limit],
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

function heldBy(holderId: string, held: HeldTasks): Sql {
  const scopes = scopesOf(held);
  const text = `SELECT 1 FROM engine_task t WHERE t.assignee_id = ? AND t.state = 'ASSIGNED' ${scopes.text}`;
  return { text, values: [holderId, ...scopes.values] };
}

function doneBy(personId: string): Sql {
  const text = "SELECT 1 FROM engine_task WHERE ended_by = ? AND state = 'DONE' AND (mark IS NULL OR mark <> 'seats')";
  return { text, values: [personId] };
}

/** Conditions that keep to some scopes, or out of them. */
function scopesOf({ within, outside = [] }: HeldTasks): Sql {
  const inside = within && anyOf(within);
  const kept = outside.length > 0 ? anyOf(outside) : undefined;
  return {
    text: `${inside ? `AND ${inside.text}` : ''} ${kept ? `AND NOT ${kept.text}` : ''}`,
    values: [...(inside?.values ?? []), ...(kept?.values ?? [])],
  };
}

function anyOf(scopes: readonly ActingScope[]): Sql {
  const parts = scopes.map(({ processes, nodes }) => [oneOf('t.definition_key', processes), oneOf('t.node_id', nodes)] as const);
  const texts = parts.map(([process, node]) => `(${process.text} AND ${node.text})`);
  return { text: `(${texts.join(' OR ') || '1 = 0'})`, values: parts.flat().flatMap(({ values }) => values) };
}

/** An empty list sets no bound. */
function oneOf(column: string, wanted: readonly string[]): Sql {
  return wanted.length === 0 ? { text: '1 = 1', values: [] } : { text: `${column} IN ${placesOf(wanted)}`, values: wanted };
}
