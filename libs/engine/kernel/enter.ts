import { armBoundary, armEventStarts, timerPlan } from './arm';
import { openLoop } from './loops';
import type { Run } from './run';
import { failWith } from './throw-error';
import type { CompiledNode, ExecutionState, NodeKind } from './types';

type Enter = (run: Run, node: CompiledNode, scope: string) => void;

const pass: Enter = (run, { id }, scope) => {
  run.todo.push({ kind: 'leave', nodeId: id, scope });
};

const ENTER: Readonly<Record<NodeKind, Enter>> = {
  pass,
  exclusive: pass,
  parallel: pass,
  inclusive: pass,
  task: enterActivity,
  work: enterActivity,
  message: enterActivity,
  timer: enterActivity,
  call: enterActivity,
  subProcess: enterActivity,
  eventGateway: enterEventGateway,
  errorEnd: (run, { id, errorCode = '' }, scope) => failWith(run, { code: errorCode, nodeId: id, scope }),
  // The scope is empty afterwards and so completes.
  terminateEnd: (run, node, scope) => {
    run.clearScope(scope, node.id);
    pass(run, node, scope);
  },
};

/** A token arrives at a node. */
export function enter(run: Run, node: CompiledNode, scope: string): void {
  run.visit(node.id);
  ENTER[node.kind](run, node, scope);
}

function enterActivity(run: Run, node: CompiledNode, scope: string): void {
  if (!node.loop) {
    const execution = run.open(node.id, scope, node.kind === 'timer' ? timerPlan(run, node, scope) : {});
    armBoundary(run, node, execution);
    begin(run, node, execution);
    return;
  }
  const { body, started } = openLoop(run, node, scope);
  armBoundary(run, node, body);
  for (const instance of started) begin(run, node, instance);
}

/** Starts what is inside an activity: nothing for a wait, the start event and the event sub-processes for a sub-process. */
export function begin(run: Run, node: CompiledNode, execution: ExecutionState): void {
  if (node.kind !== 'subProcess') return;
  armEventStarts(run, execution.i);
  if (node.startId !== undefined) run.todo.push({ kind: 'enter', nodeId: node.startId, scope: execution.i });
}

function enterEventGateway(run: Run, node: CompiledNode, scope: string): void {
  const gateway = run.open(node.id, scope);
  for (const { targetId } of node.outgoing) {
    const branch = run.node(targetId);
    run.open(targetId, scope, { a: gateway.i, ...(branch.kind === 'timer' && timerPlan(run, branch, scope)) });
  }
}
