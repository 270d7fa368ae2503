import { planTimer } from './timers';
import type { CompiledNode, CompiledProcess, StartSubscription } from './types';

/** Message and timer start events of a process: what the runtime waits for on behalf of the definition. */
export function startSubscriptions(process: CompiledProcess, now: Date): readonly StartSubscription[] {
  return process.triggeredStartIds.flatMap((id) => {
    const node = process.nodes.get(id);
    return node ? [subscriptionOf(node, now)] : [];
  });
}

function subscriptionOf({ id, kind, timer, messageName }: CompiledNode, now: Date): StartSubscription {
  if (kind !== 'timer') return { nodeId: id, kind: 'message', ...(messageName !== undefined && { messageName }) };
  const value = timer?.expression ? timer.expression.evaluate({ variables: {}, now }) : (timer?.literal ?? null);
  return { nodeId: id, kind: 'timer', dueAt: new Date(planTimer(timer?.type ?? 'date', value, { nodeId: id, now }).d) };
}
