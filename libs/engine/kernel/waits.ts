import type { JsonObject } from '@fashen/plugin-api';
import { kernelErrors } from './kernel.errors';
import type { CompiledNode, CompiledProcess, ExecutionState, KernelState, Wait, WaitKind } from './types';

const WAIT_KINDS: Readonly<Record<WaitKind, true>> = { task: true, work: true, message: true, timer: true, call: true };

/** What a node waits for; `undefined` for nodes that are no waits, such as sub-processes and gateways. */
export const waitKindOf = ({ kind }: CompiledNode): WaitKind | undefined => (isWaitKind(kind) ? kind : undefined);

const isWaitKind = (kind: string): kind is WaitKind => kind in WAIT_KINDS;

/** All waits of a saved state, oldest first. */
export function waitsOf(process: CompiledProcess, { t }: Pick<KernelState, 't'>): readonly Wait[] {
  const executions = new Map(t.map((execution) => [execution.i, execution]));
  return t.flatMap((execution) => waitOf(process, executions, execution) ?? []);
}

type Executions = ReadonlyMap<string, ExecutionState>;

function waitOf(process: CompiledProcess, executions: Executions, execution: ExecutionState): Wait | undefined {
  const { i, n, p, a, m } = execution;
  const node = process.nodes.get(n);
  if (!node) throw kernelErrors.STATE_UNKNOWN({ nodeId: n });
  const kind = m ? undefined : waitKindOf(node);
  if (!kind) return undefined;
  const loop = loopOf(executions, execution);
  const locals = localsOf(process, executions, loop ? i : p);
  return {
    ...{ executionId: i, nodeId: n, kind, role: roleOf(node, execution) },
    ...detailsOf(node, execution),
    ...(a !== undefined && { attachedTo: a }),
    ...(loop && { loop }),
    ...(locals && { locals }),
  };
}

/** What goes on with the wait: a time, a message, a called process. */
function detailsOf({ kind, messageName, calledElement }: CompiledNode, { d }: ExecutionState): Partial<Wait> {
  return {
    ...(d !== undefined && { dueAt: new Date(d) }),
    ...(kind === 'message' && messageName !== undefined && { messageName }),
    ...(calledElement !== undefined && { calledElement }),
  };
}

function roleOf({ attachedToId, catches }: CompiledNode, { a }: ExecutionState): Wait['role'] {
  if (attachedToId !== undefined) return 'boundary';
  if (catches) return 'eventStart';
  return a === undefined ? 'activity' : 'branch';
}

function loopOf(executions: Executions, { x, p }: ExecutionState): Wait['loop'] {
  const items = p === undefined ? undefined : executions.get(p)?.m?.c;
  return x === undefined || !items ? undefined : { index: x, count: items.length, item: items[x] ?? null };
}

/** Item variables of the loops around an execution, the innermost winning; `undefined` when there are none. */
export function localsOf(process: CompiledProcess, executions: Executions, executionId: string | undefined): JsonObject | undefined {
  let locals: JsonObject | undefined;
  for (let execution = executions.get(executionId ?? ''); execution; execution = executions.get(execution.p ?? '')) {
    const name = execution.x === undefined ? undefined : process.nodes.get(execution.n)?.loop?.itemVariable;
    if (name !== undefined) locals = { [name]: loopOf(executions, execution)?.item ?? null, ...locals };
  }
  return locals;
}
