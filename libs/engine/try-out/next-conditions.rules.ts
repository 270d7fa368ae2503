import type { CompiledFlow, CompiledProcess } from '../kernel/types';

const MOST = 12;
const PASSED_AT_ONCE: readonly string[] = ['exclusive', 'inclusive', 'parallel', 'pass'];

/**
 * Conditions that are evaluated as soon as a step is left, up to the next waits: what the output of the step has to answer.
 * FEEL texts without a leading `=`, in the order of the drawing, each once.
 */
export function nextConditions(process: CompiledProcess, nodeId: string): readonly string[] {
  const texts = [...flowsPassed(process, nodeId)].flatMap(({ condition }) => (condition ? [condition.text.trim()] : []));
  return [...new Set(texts)].slice(0, MOST);
}

function* flowsPassed(process: CompiledProcess, nodeId: string): Iterable<CompiledFlow> {
  const seen = new Set<string>();
  const open = [nodeId];
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    if (seen.has(id)) continue;
    seen.add(id);
    for (const flow of process.nodes.get(id)?.outgoing ?? []) {
      yield flow;
      const target = process.nodes.get(flow.targetId);
      if (target && PASSED_AT_ONCE.includes(target.kind)) open.push(target.id);
    }
  }
}
