import type { CompiledCatch, CompiledNode, CompiledProcess } from '../kernel/types';

/** Stands for the code where a drawing catches errors of every code. */
const ANY_CODE = 'error';

/** Codes of the drawn errors that are caught when a step fails: at the step, at the sub-processes around it, and by handlers inside those. */
export function caughtErrors(process: CompiledProcess, nodeId: string): readonly string[] {
  const around = [...scopesAround(process, nodeId)];
  const catches: readonly CompiledCatch[] = [
    ...around.flatMap(({ boundary, eventStarts }) => [...boundary, ...eventStarts]),
    ...process.eventStarts,
  ];
  const errors = catches.filter(({ event }) => event === 'error');
  return [...new Set(errors.map(({ errorCode = ANY_CODE }) => errorCode))];
}

function* scopesAround(process: CompiledProcess, nodeId: string): Iterable<CompiledNode> {
  for (let node = process.nodes.get(nodeId); node; node = process.nodes.get(node.scopeId ?? '')) yield node;
}
