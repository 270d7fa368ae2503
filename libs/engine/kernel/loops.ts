import type { Json } from '@fashen/plugin-api';
import { kernelErrors } from './kernel.errors';
import type { Run } from './run';
import type { CompiledLoop, CompiledNode, ExecutionState } from './types';

const MAX_ITEMS = 1_000;

/** A multi-instance activity begins: its items are evaluated once and kept, whatever happens to the case data later. */
export function openLoop(run: Run, node: CompiledNode, scope: string): { body: ExecutionState; started: readonly ExecutionState[] } {
  const { id, loop } = node;
  const items = loop ? itemsOf(run, loop, { nodeId: id, scope }) : [];
  const first = loop?.isSequential ? Math.min(1, items.length) : items.length;
  const body = run.open(id, scope, { m: { c: items, s: first, e: 0 } });
  const started = Array.from({ length: first }, (_, x) => run.open(id, body.i, { x }));
  if (items.length === 0) run.todo.push({ kind: 'finish', executionId: body.i, cause: 'completed' });
  return { body, started };
}

function itemsOf(run: Run, { collection, cardinality }: CompiledLoop, at: { nodeId: string; scope: string }): readonly Json[] {
  const items = collection ? listOf(run.evaluate(collection, at)) : blanks(cardinality ? run.evaluate(cardinality, at) : null);
  if (!items || items.length > MAX_ITEMS) throw kernelErrors.COLLECTION_INVALID({ nodeId: at.nodeId, max: MAX_ITEMS });
  return items;
}

const listOf = (value: Json): readonly Json[] | undefined => (Array.isArray(value) ? value : undefined);

/** Items of a loop that only counts. */
function blanks(count: Json): readonly Json[] | undefined {
  const isCount = typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= MAX_ITEMS;
  return isCount ? Array.from({ length: count }, () => null) : undefined;
}

/**
 * One instance of a multi-instance activity is done. Answers the next instance of a sequential loop, or asks for the end of the
 * loop when all are done or the completion condition is met; instances that still run are cancelled then.
 */
export function instanceDone(run: Run, node: CompiledNode, body: ExecutionState): ExecutionState | undefined {
  const { loop } = node;
  if (!body.m || !loop) return undefined;
  const done = { ...body.m, e: body.m.e + 1 };
  run.update({ ...body, m: done });
  if (done.e === done.c.length || isComplete(run, node, body)) {
    run.todo.push({ kind: 'finish', executionId: body.i, cause: 'completed' });
    return undefined;
  }
  if (!loop.isSequential) return undefined;
  run.update({ ...body, m: { ...done, s: done.s + 1 } });
  return run.open(node.id, body.i, { x: done.s });
}

function isComplete(run: Run, { id, loop }: CompiledNode, { i, p = '' }: ExecutionState): boolean {
  const numbers = run.find(i)?.m;
  if (!loop?.completionCondition || !numbers) return false;
  const extra = {
    numberOfInstances: numbers.c.length,
    numberOfCompletedInstances: numbers.e,
    numberOfActiveInstances: numbers.s - numbers.e,
  };
  return run.evaluate(loop.completionCondition, { nodeId: id, scope: p, extra }) === true;
}
