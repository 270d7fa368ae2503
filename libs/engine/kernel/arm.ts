import { ROOT, type Run } from './run';
import { planTimer, type TimerPlan } from './timers';
import type { CompiledCatch, CompiledNode, ExecutionState } from './types';

/** Arms the boundary events of an activity that begins. */
export function armBoundary(run: Run, { boundary }: CompiledNode, host: ExecutionState): void {
  for (const event of boundary) arm(run, event, { scope: host.p ?? ROOT, a: host.i });
}

/** Arms the event sub-processes of a scope that begins. */
export function armEventStarts(run: Run, scope: string): void {
  for (const event of run.eventStartsIn(scope)) arm(run, event, { scope });
}

function arm(run: Run, { nodeId, event }: CompiledCatch, { scope, a }: { readonly scope: string; readonly a?: string }): void {
  if (event === 'error') return;
  const plan = event === 'timer' ? timerPlan(run, run.node(nodeId), scope) : {};
  run.open(nodeId, scope, { ...(a !== undefined && { a }), ...plan });
}

/** When the timer of a node that begins to wait is due. */
export function timerPlan(run: Run, { id, timer }: CompiledNode, scope: string): TimerPlan {
  const value = timer?.expression ? run.evaluate(timer.expression, { nodeId: id, scope }) : (timer?.literal ?? null);
  return planTimer(timer?.type ?? 'duration', value, { nodeId: id, now: run.now });
}
