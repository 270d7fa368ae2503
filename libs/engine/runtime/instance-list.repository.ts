import { Injectable } from '@nestjs/common';
import { type Actor, type InstanceQuery, type InstanceSummary, principalsOf, type Page, type Tx } from '@fashen/plugin-api';
import { limitOf, onlyId, pageOf } from '../page-key';
import { containing, selectRows, type Value } from '../rows.repository';
import type { InstanceEntity } from './instance.entity';
import { instanceSummary } from './loaded-instance';

interface Sql {
  readonly text: string;
  readonly values: readonly Value[];
}

/** One way to see instances: rows of `table`, whose column `id` names the instance. */
interface Way extends Sql {
  readonly table: string;
  readonly id: string;
}

const SUMMARY = `i.id, i.definition_id, i.definition_key, i.definition_version, i.business_key, i.title, i.status, i.revision,
  i.started_by, i.unit_id, i.started_at, i.ended_at, i.end_node_id, i.parent_id, i.parent_execution_id`;

/**
 * Lists of instances, newest first. What a person may see is gathered from each way to see something - started it, held a task,
 * may claim one - newest first and no more than a page of each, so that nobody's list costs what the whole bureau has.
 */
@Injectable()
export class InstanceListRepository {
  async list(tx: Tx, query: InstanceQuery): Promise<Page<InstanceSummary>> {
    const limit = limitOf(query);
    const { text, values } = pageQuery(query, limit + 1);
    const rows = await selectRows<InstanceEntity>(tx, text, values);
    return pageOf(rows.map(instanceSummary), limit, (last) => [last.id]);
  }
}

function pageQuery(query: InstanceQuery, limit: number): Sql {
  const filter = filterOf(query);
  const ways = query.visibleTo ? waysToSee(query.visibleTo) : undefined;
  if (!ways) {
    const after = onlyId(query.after);
    const clauses = [...(filter.text ? [filter.text] : []), ...(after ? ['i.id < ?'] : [])];
    const where = clauses.length > 0 ? `WHERE ${clauses.join(' AND ')}` : '';
    const values = [...filter.values, ...(after ? [after] : []), limit];
    return { text: `SELECT ${SUMMARY} FROM engine_instance i ${where} ORDER BY i.id DESC LIMIT ?`, values };
  }
  const parts = ways.map((way) => newestOf(way, query, filter, limit));
  const ids = parts.map(({ text }, index) => `SELECT id FROM (${text}) w${index}`).join(' UNION ');
  const newest = `SELECT id FROM (${ids}) seen ORDER BY id DESC LIMIT ?`;
  return {
    text: `SELECT ${SUMMARY} FROM (${newest}) n JOIN engine_instance i ON i.id = n.id ORDER BY n.id DESC`,
    values: [...parts.flatMap(({ values }) => values), limit],
  };
}

function newestOf(way: Way, query: InstanceQuery, filter: Sql, limit: number): Sql {
  const after = onlyId(query.after);
  const needsHead = filter.text !== '' && way.table !== 'engine_instance i';
  const join = needsHead ? `JOIN engine_instance i ON i.id = ${way.id}` : '';
  const clauses = [way.text, ...(after ? [`${way.id} < ?`] : []), ...(filter.text ? [filter.text] : [])];
  return {
    text: `SELECT DISTINCT ${way.id} AS id FROM ${way.table} ${join} WHERE ${clauses.join(' AND ')} ORDER BY ${way.id} DESC LIMIT ?`,
    values: [...way.values, ...(after ? [after] : []), ...filter.values, limit],
  };
}

/** Starter, everybody who holds, held or ended a task of it, and everybody who may claim one. Units by permission. Absent: all. */
function waysToSee(actor: Actor): readonly Way[] | undefined {
  if (actor.permissions.includes('case.readAll')) return undefined;
  const { personId, unitId } = actor;
  const instance = { table: 'engine_instance i', id: 'i.id' };
  const task = { table: 'engine_task t', id: 't.instance_id' };
  const former = { table: 'engine_former_holder h', id: 'h.instance_id' };
  const claimable = { table: 'engine_task_candidate c', id: 'c.instance_id', text: 'c.principal = ?' };
  const ofUnit = unitId && actor.permissions.includes('case.readUnit') ? [{ ...instance, text: 'i.unit_id = ?', values: [unitId] }] : [];
  return [
    { ...instance, text: 'i.started_by = ?', values: [personId] },
    { ...task, text: 't.assignee_id = ?', values: [personId] },
    // Whoever ends a task as done holds it by that, unless as a deputy; cancelled ones may have been anybody's.
    { ...task, text: "t.ended_by = ? AND (t.state = 'CANCELLED' OR t.assignee_id <> t.ended_by)", values: [personId] },
    { ...former, text: 'h.person_id = ?', values: [personId] },
    ...principalsOf(actor).map((principal) => ({ ...claimable, values: [principal] })),
    ...ofUnit,
  ];
}

function filterOf(query: InstanceQuery): Sql {
  const text = query.text ? containing(query.text) : undefined;
  const conditions: readonly (readonly [clause: string, values: readonly (string | undefined)[]])[] = [
    ['i.definition_key = ?', [query.definitionKey]],
    ['i.status = ?', [query.status]],
    ['i.started_by = ?', [query.startedBy]],
    ["(i.title LIKE ? ESCAPE '!' OR i.business_key LIKE ? ESCAPE '!')", [text, text]],
  ];
  const given = conditions.filter(([, values]) => values.every((value) => value !== undefined));
  return { text: given.map(([clause]) => clause).join(' AND '), values: given.flatMap(([, values]) => values.map((value) => value ?? '')) };
}
