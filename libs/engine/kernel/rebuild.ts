import { timerPlan } from './arm';
import { actOf, recordedIn } from './course';
import { kernelErrors } from './kernel.errors';
import { ROOT, Run } from './run';
import { repeat } from './step';
import type { ClosedWait, CompiledProcess, CourseStep, ExecutionState, KernelEnv, KernelState, Snapshot, Wait } from './types';
import { waitsOf } from './waits';

/** What is to be undone. */
export interface Undo {
  /** Executions whose ends are taken back: they wait again, and all that came of their ends is undone with them. */
  readonly reopen: readonly string[];
}

/** Where an instance stands after its course was worked off anew. */
export interface Rebuilt {
  readonly state: KernelState;
  /** The steps that still count. */
  readonly course: readonly CourseStep[];
  readonly waits: readonly Wait[];
  readonly opened: readonly Wait[];
  readonly closed: readonly ClosedWait[];
  /** New execution ids of what waits again, by the ids they had. */
  readonly renewed: ReadonlyMap<string, string>;
  /** Executions whose ends were taken back or undone with those, in the order of the course. */
  readonly undone: readonly string[];
}

/**
 * Moves tokens back: works the course off anew without the steps that are taken back and without those that depend on them. This is
 * the only way a token goes anywhere but forward. Case data stays as it is: conditions and lists have the results they had then.
 * What waited all the time keeps its execution id and its due time; what waits again is a new visit with a new id, its timers count from now.
 * Throws `NOTHING_WAITS` when something to be reopened does not wait in the end.
 */
export function rebuild(
  process: CompiledProcess,
  before: Snapshot,
  undo: Undo & { course: readonly CourseStep[] },
  env: KernelEnv,
): Rebuilt {
  const old = before.state;
  if (!old) throw kernelErrors.NOTHING_WAITS({});
  const replayed = replay(process, { ...undo, variables: before.variables, counter: old.n }, env);
  const run = new Run(process, { state: { ...replayed.state, n: old.n }, variables: before.variables }, env);
  const renewed = renewIn(run, old);
  for (const executionId of undo.reopen) if (!renewed.has(executionId)) throw kernelErrors.NOTHING_WAITS({ executionId });
  const state = run.save();
  return {
    state,
    course: replayed.course.map((step) => renamed(step, renewed, run)),
    renewed,
    undone: replayed.undone,
    ...differenceOf(process, old, state),
  };
}

interface Replayed {
  readonly state: KernelState;
  readonly course: readonly CourseStep[];
  readonly undone: readonly string[];
}

/**
 * Works a course off. A step whose execution does not wait any more depended on something that is left out, and is left out too.
 * Also the proof of a course: without anything to reopen it gives the state it led to.
 */
export function replay(
  process: CompiledProcess,
  { course, reopen, variables, counter }: Undo & { course: readonly CourseStep[]; variables: Snapshot['variables']; counter: number },
  env: KernelEnv,
): Replayed {
  const left = new Set(reopen);
  const kept: CourseStep[] = [];
  const undone: string[] = [];
  let state: KernelState | undefined;
  for (const step of course) {
    if (step.e !== undefined && (left.has(step.e) || !state?.t.some(({ i }) => i === step.e))) {
      undone.push(step.e);
      continue;
    }
    const recorded = recordedIn(step, counter);
    const result = repeat(process, { ...(state && { state }), variables }, actOf(step), { ...env, now: new Date(step.t), recorded });
    state = { ...result.state, t: retimed(result.state.t, step.d) };
    if (result.course) kept.push({ ...result.course, ...(step.d && { d: step.d }) });
  }
  if (!state) throw kernelErrors.NOTHING_WAITS({});
  return { state, course: kept, undone };
}

/** Gives what did not live before a new id and a new time. */
function renewIn(run: Run, old: KernelState): ReadonlyMap<string, string> {
  const before = new Set(old.t.map(({ i }) => i));
  const renewed = new Map<string, string>();
  for (const { i } of run.executions.values()) if (!before.has(i)) renewed.set(i, run.nextId());
  const executions = [...run.executions.values()].map((execution) => renamedExecution(execution, renewed));
  run.executions.clear();
  for (const execution of executions) run.update(execution);
  for (const id of renewed.values()) rearm(run, run.find(id));
  run.renameScopes(renewed);
  return renewed;
}

function renamedExecution(execution: ExecutionState, names: ReadonlyMap<string, string>): ExecutionState {
  const { i, p, a } = execution;
  return {
    ...execution,
    i: names.get(i) ?? i,
    ...(p !== undefined && { p: names.get(p) ?? p }),
    ...(a !== undefined && { a: names.get(a) ?? a }),
  };
}

function rearm(run: Run, execution: ExecutionState | undefined): void {
  if (execution?.d === undefined) return;
  const { d: _due, r: _turns, ...rest } = execution;
  run.update({ ...rest, ...timerPlan(run, run.node(execution.n), execution.p ?? ROOT) });
}

/** Gives timers the times they are said to have. */
export function retimed(executions: KernelState['t'], times: CourseStep['d']): KernelState['t'] {
  if (!times) return executions;
  const known = new Map(times.map(([id, d, r]) => [id, { d, ...(r && { r }) }]));
  return executions.map((execution) => {
    const time = known.get(execution.i);
    const { d: _due, r: _turns, ...rest } = execution;
    return time ? { ...rest, ...time } : execution;
  });
}

/** What waits again may have acted before, such as a message that does not interrupt: the step then names it by its new id. */
function renamed(step: CourseStep, names: ReadonlyMap<string, string>, run: Run): CourseStep {
  const named = step.e === undefined ? step : { ...step, e: names.get(step.e) ?? step.e };
  if (!step.o) return named;
  const times = step.o.flatMap(([id]) => {
    const { i, d, r } = run.find(names.get(id)) ?? {};
    return i === undefined || d === undefined ? [] : [r ? ([i, d, r] as const) : ([i, d] as const)];
  });
  const earlier = step.d?.filter(([id]) => !names.has(id)) ?? [];
  const all = [...earlier, ...times];
  return { ...named, o: step.o.map(([id, node]) => [names.get(id) ?? id, node] as const), ...(all.length > 0 && { d: all }) };
}

function differenceOf(process: CompiledProcess, old: KernelState, state: KernelState): Pick<Rebuilt, 'waits' | 'opened' | 'closed'> {
  const [before, waits] = [waitsOf(process, old), waitsOf(process, state)];
  const [had, has] = [before, waits].map((all) => new Set(all.map(({ executionId }) => executionId)));
  return {
    waits,
    opened: waits.filter(({ executionId }) => !had?.has(executionId)),
    closed: before
      .filter(({ executionId }) => !has?.has(executionId))
      .map(({ executionId, nodeId, kind }) => ({ executionId, nodeId, kind, cause: 'cancelled' as const })),
  };
}
