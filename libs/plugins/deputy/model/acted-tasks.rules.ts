import type { WorkflowEvent } from '@fashen/plugin-api';

/** What a unit of work did to tasks, read from what it told. */
export interface ActedTasks {
  /** Tasks that somebody did something about; not those that merely began or were cancelled by it. */
  readonly taskIds: readonly string[];
  /** Who held a task before it was given to somebody else. */
  readonly formerHolders: ReadonlyMap<string, string>;
  /** Visits in which people were added. */
  readonly widenedExecutionIds: ReadonlySet<string>;
}

const NOT_AN_ACT: readonly string[] = ['engine.taskCreated', 'engine.taskCancelled'];

/** Reads the acts from the events of one unit. */
export function actedTasks(events: readonly WorkflowEvent[]): ActedTasks {
  const byName = (name: string): readonly WorkflowEvent[] => events.filter((event) => event.name === name);
  const begun = new Set(NOT_AN_ACT.flatMap((name) => byName(name).map(taskIdOf)));
  const taskIds = new Set(events.map(taskIdOf).filter((id) => id !== undefined && !begun.has(id)));
  const added = byName('engine.taskCreated').filter(({ payload }) => payload['kind'] !== 'VISIT');
  return {
    taskIds: [...taskIds].filter((id) => id !== undefined),
    formerHolders: new Map(byName('engine.taskAssigned').flatMap(formerHolder)),
    widenedExecutionIds: new Set(added.map(({ payload }) => textOf(payload['executionId'])).filter((id) => id !== undefined)),
  };
}

/** Papers that are added to a case belong to doing its tasks, though they end none. */
const BESIDE_TASKS: readonly string[] = ['attachment.added'];

/** The case in which a unit did nothing but what belongs to doing a task. */
export function caseBeside(events: readonly WorkflowEvent[]): string | undefined {
  const [first] = events;
  const isBeside = events.every(({ name, instanceId }) => BESIDE_TASKS.includes(name) && instanceId === first?.instanceId);
  return isBeside ? first?.instanceId : undefined;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const taskIdOf = ({ payload }: WorkflowEvent): string | undefined => textOf(payload['taskId']);

function formerHolder(event: WorkflowEvent): readonly (readonly [string, string])[] {
  const { before } = event;
  const isRecord = typeof before === 'object' && before !== null && !Array.isArray(before);
  const holder = isRecord ? textOf((before as Record<string, unknown>)['assigneeId']) : undefined;
  const taskId = taskIdOf(event);
  return holder !== undefined && taskId !== undefined ? [[taskId, holder]] : [];
}
