import { armEventStarts } from './arm';
import { kernelErrors } from './kernel.errors';
import { ROOT, type Run } from './run';
import { failWith, openHandler, passBoundary } from './throw-error';
import { nextTurn } from './timers';
import type { Act, CompiledCatch, ExecutionState, WaitKind } from './types';
import { waitKindOf } from './waits';

/** Which waits an act may end. */
const ENDS: Readonly<Record<ActOnWait['kind'], readonly WaitKind[]>> = {
  complete: ['task', 'work'],
  timer: ['timer'],
  message: ['message'],
  childEnded: ['call'],
  bpmnError: ['task', 'work', 'call'],
  cancel: ['task', 'work', 'message', 'timer', 'call'],
};
/** Acts that name a wait. */
type ActOnWait = Exclude<Act, { kind: 'start' | 'terminate' | 'jump' }>;

/** Applies an act to the instance; what follows from it is left in `run.todo`. */
export function happen(run: Run, act: Act): void {
  if (act.kind === 'start') return start(run, act);
  if (run.executions.size === 0) throw kernelErrors.NOTHING_WAITS({});
  if (act.kind === 'terminate') return run.end({ status: 'TERMINATED' });
  if (act.kind === 'jump') return jump(run, act);
  const execution = waitFor(run, act);
  if ('output' in act) run.merge(act.output);
  if (act.kind === 'cancel') return cancel(run, execution);
  if (act.kind === 'bpmnError') return fail(run, act, execution);
  fire(run, execution);
}

function start(run: Run, { startEventId, output }: Extract<Act, { kind: 'start' }>): void {
  const nodeId = startEventId ?? run.process.startId;
  const isKnown = nodeId !== undefined && (nodeId === run.process.startId || run.process.triggeredStartIds.includes(nodeId));
  if (!isKnown || run.executions.size > 0) throw kernelErrors.NOTHING_WAITS({ nodeId: nodeId ?? run.process.id });
  run.merge(output);
  armEventStarts(run, ROOT);
  run.visit(nodeId);
  run.todo.push({ kind: 'leave', nodeId, scope: ROOT });
}

function waitFor(run: Run, { kind, executionId }: ActOnWait): ExecutionState {
  const execution = run.find(executionId);
  const waits = execution && !execution.m ? waitKindOf(run.node(execution.n)) : undefined;
  if (!execution || !waits || !ENDS[kind].includes(waits)) throw kernelErrors.NOTHING_WAITS({ executionId });
  return execution;
}

function jump(run: Run, { executionId, nodeId }: Extract<Act, { kind: 'jump' }>): void {
  const execution = run.find(executionId);
  const isMovable = execution && execution.a === undefined && execution.x === undefined && !run.node(execution.n).catches;
  if (!isMovable || run.process.nodes.get(nodeId)?.scopeId !== run.node(execution.n).scopeId)
    throw kernelErrors.NOTHING_WAITS({ executionId });
  run.close(execution, 'cancelled', nodeId);
  run.todo.push({ kind: 'enter', nodeId, scope: execution.p ?? ROOT });
}

/** An instance of a loop that is cancelled counts as done, or the loop would wait for it for ever. */
function cancel(run: Run, execution: ExecutionState): void {
  if (execution.x === undefined) run.close(execution, 'cancelled');
  else run.todo.push({ kind: 'finish', executionId: execution.i, cause: 'cancelled' });
}

function fail(run: Run, { code, message }: Extract<Act, { kind: 'bpmnError' }>, activity: ExecutionState): void {
  failWith(run, { code, ...(message !== undefined && { message }), nodeId: activity.n, scope: activity.p ?? ROOT, activity });
}

function fire(run: Run, execution: ExecutionState): void {
  const { catches } = run.node(execution.n);
  if (catches) return fireCatch(run, execution, catches);
  if (execution.a !== undefined) return fireBranch(run, execution);
  run.todo.push({ kind: 'finish', executionId: execution.i, cause: 'completed' });
}

/** One of the events behind an event-based gateway: it wins, the others go. */
function fireBranch(run: Run, execution: ExecutionState): void {
  const scope = execution.p ?? ROOT;
  const gateway = run.find(execution.a);
  const flow = gateway && run.node(gateway.n).outgoing.find(({ targetId }) => targetId === execution.n);
  run.close(execution, 'completed');
  if (gateway) run.close(gateway, 'cancelled', execution.n);
  if (flow) run.taken.push(flow.id);
  run.visit(execution.n);
  run.todo.push({ kind: 'leave', nodeId: execution.n, scope });
}

function fireCatch(run: Run, execution: ExecutionState, event: CompiledCatch): void {
  const scope = execution.p ?? ROOT;
  if (event.isInterrupting) interrupt(run, execution, event);
  else if (event.event === 'timer') rearm(run, execution);
  if (event.subProcessId === undefined) return passBoundary(run, event, scope);
  openHandler(run, event, scope);
}

function interrupt(run: Run, execution: ExecutionState, { nodeId, subProcessId }: CompiledCatch): void {
  if (subProcessId !== undefined) return run.clearScope(execution.p ?? ROOT, nodeId, execution.i);
  const host = run.find(execution.a);
  run.close(execution, 'completed');
  if (host) run.close(host, 'cancelled', nodeId);
}

/** A timer that does not interrupt is over after its last turn; each turn is a wait of its own. */
function rearm(run: Run, execution: ExecutionState): void {
  run.close(execution, 'completed');
  const next = nextTurn(execution, run.now);
  if (next) run.open(execution.n, execution.p ?? ROOT, { ...(execution.a !== undefined && { a: execution.a }), ...next });
}
