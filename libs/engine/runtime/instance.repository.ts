import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { isDuplicateKey, RetryUnitError } from '@fashen/database';
import { engineErrors } from '../engine.errors';
import type { CourseStep } from '../kernel';
import { changeRows, insertRows, selectRows, type Value } from '../rows.repository';
import type { InstanceEntity } from './instance.entity';
import { type LoadedInstance, loadedInstance } from './loaded-instance';

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

  /** Locks the instances that call activities of this one started and that have not ended. */
  async lockLiveChildren(tx: Tx, parentId: string): Promise<readonly LoadedInstance[]> {
    return this.select(tx, "i.parent_id = ? AND i.status IN ('RUNNING', 'SUSPENDED')", [parentId], ' ORDER BY i.id FOR UPDATE');
  }

  /** Adds the row. Refused when the case number is in use. */
  async add(tx: Tx, instance: LoadedInstance, course: readonly CourseStep[]): Promise<void> {
    try {
      await insertRows(tx, 'engine_instance', [{ ...rowOf(instance), course: linesOf(course) }]);
    } catch (error) {
      if (isDuplicateKey(error)) throw engineErrors.BUSINESS_KEY_TAKEN({ businessKey: instance.businessKey });
      throw error;
    }
  }

  /** An instance and its course as one statement sees them, without a lock. */
  async findWithCourse(tx: Tx, instanceId: string): Promise<{ readonly instance: LoadedInstance; readonly course?: Course } | undefined> {
    const sql = `SELECT ${INSTANCE_COLUMNS}, i.course FROM engine_instance i WHERE i.id = ?`;
    const [row] = await selectRows<InstanceEntity>(tx, sql, [instanceId]);
    return row && { instance: loadedInstance(row), ...(row.course && { course: courseOf(row.course) }) };
  }

  /** The course as it was written; absent for an instance that is older than courses. */
  async findCourse(tx: Tx, instanceId: string): Promise<readonly CourseStep[] | undefined> {
    const [row] = await selectRows<{ course: string | null }>(tx, 'SELECT course FROM engine_instance WHERE id = ?', [instanceId]);
    return row?.course ? courseOf(row.course) : undefined;
  }

  /** Writes what has changed and counts the revision. A row that moved on since it was read runs the unit again. */
  async replace(tx: Tx, instance: LoadedInstance, change: CourseChange = NO_CHANGE): Promise<void> {
    const { status, state, variables, trail, ended_at, end_node_id } = rowOf(instance);
    const changed = await changeRows(
      tx,
      `UPDATE engine_instance SET state = ?, variables = ?, trail = ?, status = ?, ended_at = ?, end_node_id = ?,
       course = ${change.isWhole ? '?' : APPENDED}, revision = revision + 1 WHERE id = ? AND revision = ?`,
      [state, variables, trail, status, ended_at, end_node_id, linesOf(change.steps), instance.id, instance.revision],
    );
    if (changed !== 1) throw new RetryUnitError(`instance ${instance.id} has moved on`);
  }

  /** Writes which version the instance runs. */
  async setDefinition(tx: Tx, instanceId: string, { id, version }: { readonly id: string; readonly version: number }): Promise<void> {
    const sql = 'UPDATE engine_instance SET definition_id = ?, definition_version = ? WHERE id = ?';
    await changeRows(tx, sql, [id, version, instanceId]);
  }

  /** Writes what plugins keep about the instance. */
  async setFlags(tx: Tx, instanceId: string, flags: readonly string[]): Promise<void> {
    await changeRows(tx, 'UPDATE engine_instance SET flags = ? WHERE id = ?', [JSON.stringify(flags), instanceId]);
  }

  private async select(tx: Tx, where: string, values: readonly Value[], lock: string): Promise<readonly LoadedInstance[]> {
    const rows = await selectRows<InstanceEntity>(tx, `SELECT ${INSTANCE_COLUMNS} FROM engine_instance i WHERE ${where}${lock}`, values);
    return rows.map(loadedInstance);
  }
}

/** What a command does to the course. */
export interface CourseChange {
  readonly steps: readonly CourseStep[];
  /** True when the steps are all there is from now on. */
  readonly isWhole: boolean;
}

const NO_CHANGE: CourseChange = { steps: [], isWhole: false };

/** An instance without a course never gets half of one. */
const APPENDED = 'CASE WHEN course IS NULL THEN NULL ELSE CONCAT(course, ?) END';

type Course = readonly CourseStep[];

const courseOf = (lines: string): Course => lines.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as CourseStep]));

const linesOf = (steps: readonly CourseStep[]): string => steps.map((step) => `${JSON.stringify(step)}\n`).join('');

/** A row without its course, which only moves read. */
type Row = { readonly [K in Exclude<keyof InstanceEntity, 'course'>]: Value };

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
  flags: instance.flags ? JSON.stringify(instance.flags) : null,
  started_by: instance.startedBy,
  unit_id: instance.unitId ?? null,
  started_at: instance.startedAt.getTime(),
  ended_at: instance.endedAt?.getTime() ?? null,
  end_node_id: instance.endNodeId ?? null,
  parent_id: instance.parent?.instanceId ?? null,
  parent_execution_id: instance.parent?.executionId ?? null,
});

const NAMES: readonly (keyof Row)[] = [
  ...(['id', 'definition_id', 'definition_key', 'definition_version', 'business_key', 'title', 'status', 'revision'] as const),
  ...(['state', 'variables', 'trail', 'flags', 'started_by', 'unit_id', 'started_at', 'ended_at', 'end_node_id'] as const),
  ...(['parent_id', 'parent_execution_id'] as const),
];

/** Columns of an instance `i` without its course, which grows with every act and is read only to move the case. */
export const INSTANCE_COLUMNS = NAMES.map((name) => `i.${name}`).join(', ');
