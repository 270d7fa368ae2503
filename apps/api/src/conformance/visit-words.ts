import type { Visit } from '@fashen/conformance';
import type { TaskView } from '@fashen/plugin-api';
import { textAt, valueAt } from './answers';
import type { StoredEntry } from './record-words';

const CAUSES: Readonly<Record<string, Visit['cause']>> = {
  return: 'RETURN',
  resubmit: 'RESUBMIT',
  takeBack: 'TAKE_BACK',
  jump: 'JUMP',
  migration: 'MIGRATE',
};

/** What the visits of a case are told from. */
export interface VisitFacts {
  /** Of the case and those it has called, oldest first. */
  readonly tasks: readonly TaskView[];
  readonly record: readonly StoredEntry[];
  /** Executions that still count; absent where all do. */
  readonly counting?: ReadonlySet<string>;
}

/** The visits of a case in the words of the kit, oldest first. */
export function visitsInWords({ tasks, record, counting }: VisitFacts): readonly Visit[] {
  const causes = causesOf(record);
  const returned = returnedVisits(record, tasks);
  const times = new Map<string, number>();
  return tasks
    .filter(({ kind }) => kind === 'VISIT')
    .map((task) => {
      const visit = (times.get(task.nodeId) ?? 0) + 1;
      times.set(task.nodeId, visit);
      return { node: task.nodeId, visit, cause: causes.get(task.id) ?? 'FLOW', status: statusOf(task, returned, counting) };
    });
}

function statusOf({ id, state, executionId }: TaskView, returned: ReadonlySet<string>, counting?: ReadonlySet<string>): Visit['status'] {
  if (state === 'READY' || state === 'ASSIGNED') return 'ACTIVE';
  if (state === 'CANCELLED') return returned.has(id) ? 'RETURNED' : 'CANCELLED';
  return counting && !counting.has(executionId) ? 'VOID' : 'DONE';
}

/** Visits that a person sent back from; the act names the visit or a seat of it. */
function returnedVisits(record: readonly StoredEntry[], tasks: readonly TaskView[]): ReadonlySet<string> {
  const named = record.filter(({ act }) => act === 'rework.returned').map(({ payload }) => textAt(payload, 'taskId'));
  const executions = new Set(tasks.filter(({ id }) => named.includes(id)).map(({ executionId }) => executionId));
  return new Set(tasks.filter(({ kind, executionId }) => kind === 'VISIT' && executions.has(executionId)).map(({ id }) => id));
}

/** A task that is made right after a move, at a node the move names, was made by it. */
function causesOf(record: readonly StoredEntry[]): ReadonlyMap<string, Visit['cause']> {
  const causes = new Map<string, Visit['cause']>();
  let move: { readonly cause: Visit['cause']; readonly nodes: readonly unknown[] } | undefined;
  for (const { act, payload } of record) {
    if (act === 'engine.moved') move = { cause: CAUSES[textAt(payload, 'cause') ?? ''] ?? 'FLOW', nodes: nodesOf(payload) };
    else if (act === 'engine.taskCompleted') move = undefined;
    else if (act === 'engine.taskCreated' && move?.nodes.includes(textAt(payload, 'nodeId')))
      causes.set(textAt(payload, 'taskId') ?? '', move.cause);
  }
  return causes;
}

function nodesOf(payload: StoredEntry['payload']): readonly unknown[] {
  const nodes = valueAt(payload, 'nodeIds');
  return [...(Array.isArray(nodes) ? (nodes as readonly unknown[]) : []), textAt(payload, 'toNodeId')];
}
