import type { InstanceStatus, InstanceSummary, InstanceView, JsonObject, Trail } from '@fashen/plugin-api';
import type { KernelState, Wait } from '../kernel';
import { engineErrors } from '../engine.errors';
import type { InstanceEntity } from './instance.entity';

/** The call activity of another instance that started this one. */
export interface ParentLink {
  readonly instanceId: string;
  readonly executionId: string;
}

/** What stays the same while an instance lives. */
export interface InstanceHead {
  readonly id: string;
  readonly definitionId: string;
  readonly definitionKey: string;
  readonly definitionVersion: number;
  readonly businessKey: string;
  readonly title: string;
  readonly startedBy: string;
  readonly unitId?: string;
  readonly startedAt: Date;
  readonly parent?: ParentLink;
}

/** An instance as read under its row lock, or just made. `revision` 0 means that it has no row yet. */
export interface LoadedInstance extends InstanceHead {
  status: InstanceStatus;
  revision: number;
  state?: KernelState;
  variables: JsonObject;
  trail: Trail;
  endedAt?: Date;
  endNodeId?: string;
  /** What plugins keep about it; absent when nobody knows. */
  flags?: readonly string[];
}

/** Reads a row. */
export function loadedInstance(row: Omit<InstanceEntity, 'course'>): LoadedInstance {
  return {
    ...headOf(row),
    status: row.status,
    revision: row.revision,
    state: JSON.parse(row.state) as KernelState,
    variables: JSON.parse(row.variables) as JsonObject,
    trail: JSON.parse(row.trail) as Trail,
    ...(row.flags !== null && { flags: JSON.parse(row.flags) as string[] }),
    ...endOf(row),
  };
}

/** Refuses an instance that has ended or is suspended. */
export function requireRunning(instance: Pick<LoadedInstance, 'id' | 'status'>): void {
  const { id: instanceId, status } = instance;
  if (status === 'SUSPENDED') throw engineErrors.INSTANCE_SUSPENDED({ instanceId });
  if (status !== 'RUNNING') throw engineErrors.INSTANCE_ENDED({ instanceId, status });
}

/** An instance as others see it. */
export function instanceView(instance: LoadedInstance, waits: readonly Wait[]): InstanceView {
  const { state: _state, parent: _parent, flags: _flags, ...view } = instance;
  return { ...view, waiting: waits.map(({ nodeId, executionId }) => ({ nodeId, executionId })) };
}

/** A row of a list. */
export function instanceSummary(row: Omit<InstanceEntity, 'state' | 'variables' | 'trail' | 'flags' | 'course'>): InstanceSummary {
  const { parent: _parent, ...head } = headOf(row);
  return { ...head, status: row.status, revision: row.revision, ...endOf(row) };
}

type HeadRow = Omit<InstanceEntity, 'state' | 'variables' | 'trail' | 'flags' | 'course'>;

function headOf(row: HeadRow): InstanceHead {
  return {
    id: row.id,
    definitionId: row.definition_id,
    definitionKey: row.definition_key,
    definitionVersion: row.definition_version,
    businessKey: row.business_key,
    title: row.title,
    startedBy: row.started_by,
    ...(row.unit_id !== null && { unitId: row.unit_id }),
    startedAt: new Date(Number(row.started_at)),
    ...(row.parent_id !== null && { parent: { instanceId: row.parent_id, executionId: row.parent_execution_id ?? '' } }),
  };
}

function endOf(row: HeadRow): { endedAt?: Date; endNodeId?: string } {
  return {
    ...(row.ended_at !== null && { endedAt: new Date(Number(row.ended_at)) }),
    ...(row.end_node_id !== null && { endNodeId: row.end_node_id }),
  };
}
