import { kernelErrors } from './kernel.errors';
import { ROOT, type Run } from './run';
import type { CompiledFlow, CompiledNode } from './types';

/** A token leaves a node on its outgoing flows; without any, it ends here. */
export function leave(run: Run, node: CompiledNode, scope: string): void {
  if (node.linkTargetId !== undefined) {
    run.todo.push({ kind: 'enter', nodeId: node.linkTargetId, scope });
    return;
  }
  if (node.outgoing.length === 0) {
    if (node.type === 'bpmn:EndEvent') run.lastEndNodeId = node.id;
    return;
  }
  const flows = chosen(run, node, scope);
  if (flows.length === 0) throw kernelErrors.NO_FLOW_TAKEN({ nodeId: node.id });
  for (const flow of flows) take(run, flow, scope);
}

function chosen(run: Run, node: CompiledNode, scope: string): readonly CompiledFlow[] {
  if (node.kind === 'parallel') return node.outgoing;
  const isOpen = ({ id, condition, isDefault }: CompiledFlow): boolean =>
    condition ? run.evaluate(condition, { nodeId: node.id, scope, key: id }) === true : !isDefault;
  const open = node.kind === 'exclusive' ? first(node.outgoing, isOpen) : node.outgoing.filter(isOpen);
  return open.length > 0 ? open : node.outgoing.filter(({ isDefault }) => isDefault);
}

function first(flows: readonly CompiledFlow[], isOpen: (flow: CompiledFlow) => boolean): readonly CompiledFlow[] {
  const found = flows.find(isOpen);
  return found ? [found] : [];
}

function take(run: Run, flow: CompiledFlow, scope: string): void {
  run.taken.push(flow.id);
  const target = run.node(flow.targetId);
  if (!target.isJoin) {
    run.todo.push({ kind: 'enter', nodeId: target.id, scope });
    return;
  }
  run.addToken(scope, flow.id);
  if (target.kind === 'parallel' && target.incoming.every(({ id }) => run.hasToken(scope, id))) release(run, target, scope);
}

/** Lets one token from each incoming flow through a join. */
function release(run: Run, join: CompiledNode, scope: string): void {
  for (const { id } of join.incoming) run.takeToken(scope, id);
  run.todo.push({ kind: 'enter', nodeId: join.id, scope });
}

/**
 * Releases one inclusive join if no other token can still come to it. Asked when nothing else is left to do.
 * The rule of BPMN 2.0, 13.4.3: a token elsewhere holds the join up if it can reach an empty incoming flow, unless it can
 * reach one that has a token already.
 */
export function releaseInclusiveJoin(run: Run): boolean {
  for (const { scope, flowId } of run.joins.values()) {
    const join = run.node(run.process.flows.get(flowId)?.targetId ?? '');
    if (join.kind !== 'inclusive' || isHeldUp(run, join, scope)) continue;
    release(run, join, scope);
    return true;
  }
  return false;
}

function isHeldUp(run: Run, join: CompiledNode, scope: string): boolean {
  const isFull = (flowId: string): boolean => run.hasToken(scope, flowId);
  if (join.incoming.every(({ id }) => isFull(id))) return false;
  return positionsIn(run, scope).some((nodeId) => {
    const reachable = nodeId === join.id ? [] : [...(join.reaches?.get(nodeId) ?? [])];
    return reachable.some((flowId) => !isFull(flowId)) && !reachable.some(isFull);
  });
}

/** Nodes of a scope that have a token: running activities and joins that wait. */
function positionsIn(run: Run, scope: string): readonly string[] {
  const running = [...run.executions.values()].filter(({ p = ROOT, a, n }) => p === scope && a === undefined && !run.node(n).catches);
  const joining = [...run.joins.values()]
    .filter((tokens) => tokens.scope === scope)
    .map(({ flowId }) => run.process.flows.get(flowId)?.targetId ?? '');
  return [...running.map(({ n }) => n), ...joining];
}
