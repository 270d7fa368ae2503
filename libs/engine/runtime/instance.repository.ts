import { Injectable } from '@nestjs/common';
import { type InstanceSummary, principalsOf, type Tx } from '@fashen/plugin-api';
import { isDuplicateKey, RetryUnitError } from '@fashen/database';
import { engineErrors } from '../engine.errors';
import { changeRows, containing, insertRows, placesOf, selectRows, type Value } from '../rows.repository';
import type { InstanceEntity } from './instance.entity';
import { instanceSummary, type LoadedInstance, loadedInstance } from './loaded-instance';

/** Which instances to list; `limit` is the number of rows. */
export interface InstanceFilter {
  readonly definitionKey?: string;
  readonly status?: string;
  readonly startedBy?: string;
  readonly visibleTo?: Tx['actor'];
  readonly text?: string;
  /** Id of the last row before. */
  readonly after?: string;
  readonly limit: number;
}

const SUMMARY = `i.id, i.definition_id, i.definition_key, i.definition_version, i.business_key, i.title, i.status, i.revision,
  i.started_by, i.unit_id, i.started_at, i.ended_at, i.end_node_id, i.parent_id, i.parent_execution_id`;

/** Rows of instances. */
@Injectable()
export class InstanceRepository {
  async find(tx: Tx, instanceId: string): Promise<LoadedInstance | undefined> {
    return (await this.select(tx, 'i.id = ?', [instanceId], ''))[0];
  }

  /** Takes the row lock until the end of the unit. */
  async lock(tx: Tx, instanceId: string): Promise<LoadedInstance | undefined> {
    return (await this.select(tx, 'i.id = ?', [instanceId], ' FOR UPDATE'))[0];
  }

  /** Locks the instance that a call activity started. */
  async lockChild(tx: Tx, parentId: string, executionId: string): Promise<LoadedInstance | undefined> {
    return (await this.select(tx, 'i.parent_id = ? AND i.parent_execution_id = ?', [parentId, executionId], ' FOR UPDATE'))[0];
  }

  async list(tx: Tx, filter: InstanceFilter): Promise<readonly InstanceSummary[]> {
    const { clauses, values } = conditionsOf(filter);
    const where = clauses.length > 0 ? `WHERE ${clauses.join(' AND ')}` : '';
    const sql = `SELECT ${SUMMARY} FROM engine_instance i ${where} ORDER BY i.id DESC LIMIT ?`;
    return (await selectRows<InstanceEntity>(tx, sql, [...values, filter.limit])).map(instanceSummary);
  }

  /** Adds the row. Refused when the case number is in use. */
  async add(tx: Tx, instance: LoadedInstance): Promise<void> {
    try {
      await insertRows(tx, 'engine_instance', [rowOf(instance)]);
    } catch (error) {
      if (isDuplicateKey(error)) throw engineErrors.BUSINESS_KEY_TAKEN({ businessKey: instance.businessKey });
      throw error;
    }
  }

  /** Writes what has changed and counts the revision. A row that moved on since it was read runs the unit again. */
  async replace(tx: Tx, instance: LoadedInstance): Promise<void> {
    const { status, state, variables, trail, ended_at, end_node_id } = rowOf(instance);
    const changed = await changeRows(
      tx,
      `UPDATE engine_instance SET state = ?, variables = ?, trail = ?, status = ?, ended_at = ?, end_node_id = ?, revision = revision + 1
       WHERE id = ? AND revision = ?`,
      [state, variables, trail, status, ended_at, end_node_id, instance.id, instance.revision],
    );
    if (changed !== 1) throw new RetryUnitError(`instance ${instance.id} has moved on`);
  }

  private async select(tx: Tx, where: string, values: readonly Value[], lock: string): Promise<readonly LoadedInstance[]> {
    const rows = await selectRows<InstanceEntity>(tx, `SELECT i.* FROM engine_instance i WHERE ${where}${lock}`, values);
    return rows.map(loadedInstance);
  }
}

type Row = { readonly [K in keyof InstanceEntity]: Value };

const rowOf = (instance: LoadedInstance): Row => ({
  id: instance.id,
  definition_id: instance.definitionId,
  definition_key: instance.definitionKey,
  definition_version: instance.definitionVersion,
  business_key: instance.businessKey,
  title: instance.title,
  status: instance.status,
  revision: 1,
  state: JSON.stringify(instance.state),
  variables: JSON.stringify(instance.variables),
  trail: JSON.stringify(instance.trail),
  started_by: instance.startedBy,
  unit_id: instance.unitId ?? null,
  started_at: instance.startedAt.getTime(),
  ended_at: instance.endedAt?.getTime() ?? null,
  end_node_id: instance.endNodeId ?? null,
  parent_id: instance.parent?.instanceId ?? null,
  parent_execution_id: instance.parent?.executionId ?? null,
});

function conditionsOf(filter: InstanceFilter): { clauses: string[]; values: Value[] } {
  const text = filter.text ? containing(filter.text) : undefined;
  const conditions: readonly (readonly [clause: string, values: readonly (string | undefined)[]])[] = [
    ['i.id < ?', [filter.after]],
    ['i.definition_key = ?', [filter.definitionKey]],
    ['i.status = ?', [filter.status]],
    ['i.started_by = ?', [filter.startedBy]],
    ["(i.title LIKE ? ESCAPE '!' OR i.business_key LIKE ? ESCAPE '!')", [text, text]],
  ];
  const given = conditions.flatMap(([clause, values]) => (values.every((value) => value !== undefined) ? [{ clause, values }] : []));
  const visible = filter.visibleTo ? visibilityOf(filter.visibleTo) : undefined;
  return {
    clauses: [...given.map(({ clause }) => clause), ...(visible ? [visible.clause] : [])],
    values: [...given.flatMap(({ values }) => values.map((value) => value ?? '')), ...(visible?.values ?? [])],
  };
}

/** Starter, everybody who holds or ended a task of it, and everybody who may claim one. Units by permission. */
function visibilityOf(actor: Tx['actor']): { clause: string; values: Value[] } | undefined {
  if (actor.permissions.includes('case.readAll')) return undefined;
  const principals = principalsOf(actor);
  const byUnit = actor.unitId && actor.permissions.includes('case.readUnit') ? actor.unitId : undefined;
  const part = `EXISTS (SELECT 1 FROM engine_task t LEFT JOIN engine_task_candidate c ON c.task_id = t.id
    WHERE t.instance_id = i.id AND (t.assignee_id = ? OR t.ended_by = ? OR c.principal IN ${placesOf(principals)}))`;
  const unit = byUnit ? ' OR i.unit_id = ?' : '';
  return {
    clause: `(i.started_by = ? OR ${part}${unit})`,
    values: [actor.personId, actor.personId, actor.personId, ...principals, ...(byUnit ? [byUnit] : [])],
  };
}
