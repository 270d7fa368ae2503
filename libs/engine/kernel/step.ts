import { enter } from './enter';
import { finish, finishEmptyScopes } from './finish';
import { happen } from './happen';
import { kernelErrors } from './kernel.errors';
import { leave, releaseInclusiveJoin } from './leave';
import { courseStep } from './course';
import { type Recorded, Run, type Todo } from './run';
import { readState } from './state';
import type { Act, CompiledProcess, KernelEnv, Snapshot, StepResult } from './types';
import { waitsOf } from './waits';

/**
 * Works one act off until the instance waits again or is over. Pure and synchronous: the same arguments give the same result, neither
 * is changed, and after an exception nothing has happened. Throws the errors of `kernelErrors` and of expressions.
 */
export function step(process: CompiledProcess, before: Snapshot, act: Act, env: KernelEnv): StepResult {
  return work(process, before, act, env);
}

/** Works an act of the past off once more, with what it was given then. What it was not given is found anew. */
export function repeat(process: CompiledProcess, before: Snapshot, act: Act, env: KernelEnv & { readonly recorded: Recorded }): StepResult {
  return work(process, before, act, env, env.recorded);
}

// eslint-disable-next-line max-params -- the four of `step`, and what an act of the past was given
function work(process: CompiledProcess, before: Snapshot, act: Act, env: KernelEnv, recorded?: Recorded): StepResult {
  const run = new Run(process, { ...before, ...(before.state && { state: readState(before.state) }) }, env, recorded);
  happen(run, act);
  settle(run);
  return resultOf(run, act);
}

function settle(run: Run): void {
  do {
    for (let todo = run.todo.shift(); todo; todo = run.todo.shift()) perform(run, todo);
  } while (!run.ended && (releaseInclusiveJoin(run) || finishEmptyScopes(run)));
}

function perform(run: Run, todo: Todo): void {
  if (todo.kind === 'enter') return enter(run, run.node(todo.nodeId), todo.scope);
  if (todo.kind === 'leave') return leave(run, run.node(todo.nodeId), todo.scope);
  const execution = run.find(todo.executionId);
  if (execution) finish(run, execution, todo.cause);
}

function resultOf(run: Run, act: Act): StepResult {
  const state = run.save();
  const waits = waitsOf(run.process, state);
  const stuck = run.joins.values().next().value;
  if (!run.ended && waits.length === 0)
    throw kernelErrors.JOIN_STUCK({ nodeId: run.process.flows.get(stuck?.flowId ?? '')?.targetId ?? run.process.id });
  return {
    ...{ state, variables: run.variables, waits, opened: waits.filter(({ executionId }) => run.isNew(executionId)), closed: run.closed },
    ...{ entered: run.entered, taken: run.taken, steps: run.entered.length },
    ...(act.kind !== 'terminate' && { course: courseStep(act, run) }),
    ...(run.ended && { ended: run.ended }),
  };
}
