import { armEventStarts } from './arm';
import { ROOT, type Run } from './run';
import type { CompiledCatch, ExecutionState } from './types';

/** A drawn error on its way: who threw it and where. */
export interface ThrownError {
  readonly code: string;
  readonly message?: string;
  readonly nodeId: string;
  /** Scope it was thrown in. */
  readonly scope: string;
  /** The activity that failed; absent for error end events. */
  readonly activity?: ExecutionState;
}

/** Throws a drawn error: the nearest handler catches it, or the instance fails. */
export function failWith(run: Run, error: ThrownError): void {
  const handler = handlerOf(run, error);
  if (!handler) {
    const { code, message, nodeId } = error;
    run.end({ status: 'FAILED', error: { code, nodeId, ...(message !== undefined && { message }) } }, nodeId);
    return;
  }
  if (handler.host) {
    run.close(handler.host, 'cancelled', handler.event.nodeId);
    passBoundary(run, handler.event, handler.host.p ?? ROOT);
    return;
  }
  run.clearScope(handler.scope, handler.event.nodeId);
  openHandler(run, handler.event, handler.scope);
}

/** A token comes out of a boundary event. */
export function passBoundary(run: Run, { nodeId }: CompiledCatch, scope: string): void {
  run.visit(nodeId);
  run.todo.push({ kind: 'leave', nodeId, scope });
}

/** An event sub-process begins: the event has happened already, so its start event is passed. */
export function openHandler(run: Run, { nodeId, subProcessId = '' }: CompiledCatch, scope: string): ExecutionState {
  run.visit(subProcessId);
  run.visit(nodeId);
  const handler = run.open(subProcessId, scope);
  armEventStarts(run, handler.i);
  run.todo.push({ kind: 'leave', nodeId, scope: handler.i });
  return handler;
}

/** Where an error is caught: at a boundary of `host`, or by an event sub-process of `scope`. */
interface Handler {
  readonly event: CompiledCatch;
  readonly host?: ExecutionState;
  readonly scope: string;
}

function handlerOf(run: Run, { code, activity, scope }: ThrownError): Handler | undefined {
  if (activity) return caughtAt(run, hostOf(run, activity), code);
  return caughtIn(run, scope, code);
}

/** Looks from inside outwards: a boundary event of the failing activity, then the scope around it. */
function caughtAt(run: Run, host: ExecutionState, code: string): Handler | undefined {
  const node = run.node(host.n);
  const scope = host.p ?? ROOT;
  const event = catching(node.boundary, code);
  if (event) return { event, host, scope };
  // A handler does not catch its own errors.
  return node.isEventSubProcess ? caughtOutside(run, scope, code) : caughtIn(run, scope, code);
}

function caughtIn(run: Run, scope: string, code: string): Handler | undefined {
  const event = catching(run.eventStartsIn(scope), code);
  return event ? { event, scope } : caughtOutside(run, scope, code);
}

function caughtOutside(run: Run, scope: string, code: string): Handler | undefined {
  const execution = run.find(scope);
  return execution && caughtAt(run, hostOf(run, execution), code);
}

/** The execution that carries the boundary events: the loop as a whole, not one of its instances. */
function hostOf(run: Run, execution: ExecutionState): ExecutionState {
  return (execution.x === undefined ? undefined : run.find(execution.p)) ?? execution;
}

function catching(events: readonly CompiledCatch[], code: string): CompiledCatch | undefined {
  const errors = events.filter(({ event }) => event === 'error');
  return errors.find(({ errorCode }) => errorCode === code) ?? errors.find(({ errorCode }) => errorCode === undefined);
}
