import { begin } from './enter';
import { instanceDone } from './loops';
import { ROOT, type Run } from './run';
import type { ClosedWait, ExecutionState } from './types';

/** An execution is done: its armed events go, the token goes on. */
export function finish(run: Run, execution: ExecutionState, cause: ClosedWait['cause']): void {
  const node = run.node(execution.n);
  run.close(execution, cause, node.id);
  const body = execution.x === undefined ? undefined : run.find(execution.p);
  if (!body) {
    if (!node.isEventSubProcess) run.todo.push({ kind: 'leave', nodeId: node.id, scope: execution.p ?? ROOT });
    return;
  }
  const next = instanceDone(run, node, body);
  if (next) begin(run, node, next);
}

/** Finishes sub-processes in which nothing is left, innermost first, and the instance when its last token is gone. */
export function finishEmptyScopes(run: Run): boolean {
  const alive = scopesAlive(run);
  const empty = [...run.executions.values()].filter((execution) => !alive.has(execution.i) && isScope(run, execution));
  for (const execution of empty) run.todo.push({ kind: 'finish', executionId: execution.i, cause: 'completed' });
  if (empty.length === 0 && !alive.has(ROOT)) {
    run.end({ status: 'COMPLETED', ...(run.lastEndNodeId !== undefined && { endNodeId: run.lastEndNodeId }) });
  }
  return empty.length > 0;
}

const isScope = (run: Run, { n, m }: ExecutionState): boolean => !m && run.node(n).kind === 'subProcess';

/** Scopes that hold a token: something runs in them or waits at a join. Armed event sub-processes do not count. */
function scopesAlive(run: Run): ReadonlySet<string> {
  const alive = new Set<string>([...run.joins.values()].map(({ scope }) => scope));
  for (const { p = ROOT, a, n } of run.executions.values()) if (a === undefined && !run.node(n).catches) alive.add(p);
  return alive;
}
