import { isWorkflowError } from '@fashen/plugin-api';
import { replay, retimed } from './rebuild';
import type { CompiledProcess, CourseStep, KernelEnv, KernelState, Snapshot, Wait } from './types';
import { waitsOf } from './waits';

/** Ids of the elements of one drawing in another one. What is not named keeps its id. */
export type ElementMap = Readonly<Record<string, string>>;

/** Why an instance cannot go on in another drawing. */
export interface Misfit {
  /**
   * `nodeMissing`: what waits has no counterpart. `courseDiffers`: an act of the past finds nothing to act on. `waitsElsewhere`: the course
   * leads to other waits. `courseFails`: the course meets an error there, `code`.
   */
  readonly problem: 'nodeMissing' | 'courseDiffers' | 'waitsElsewhere' | 'courseFails';
  /** Element of the old drawing it is about. */
  readonly nodeId: string;
  /** Elements of the new drawing that would wait instead. */
  readonly instead: readonly string[];
  readonly code?: string;
}

/** An instance in another drawing: everything that waits is what waited, under the same execution ids. */
export interface Migrated {
  readonly state: KernelState;
  readonly course: readonly CourseStep[];
  readonly waits: readonly Wait[];
}

/** What is to be carried over, and where to. */
export interface Migration {
  readonly from: CompiledProcess;
  readonly to: CompiledProcess;
  readonly nodes: ElementMap;
  readonly course: readonly CourseStep[];
}

/**
 * Carries an instance over to another drawing: works its course off there, with the answers it got then, and accepts the outcome only when
 * it waits for exactly what it waited for. Due times stay, whatever the new drawing says about times to come.
 */
export function migrate({ from, to, nodes, course }: Migration, before: Snapshot, env: KernelEnv): Migrated | Misfit {
  const { state: old = { v: 1, n: 0, t: [] }, variables } = before;
  const waited = waitsOf(from, old);
  const elements = elementMap(from, to, nodes);
  const missing = waited.find(({ nodeId }) => !to.nodes.has(mapped(elements, nodeId)));
  if (missing) return { problem: 'nodeMissing', nodeId: missing.nodeId, instead: [] };
  const steps = course.map((step) => stepIn(elements, step));
  const again = workedOff(to, { steps, variables, counter: old.n }, env);
  if ('code' in again) return failed(again, waited);
  const misfit = courseMisfit(to, again, course) ?? waitMisfit(to, { elements, waited }, again.state);
  if (misfit) return misfit;
  const timed = withTimes(again.state, again.course, old.t);
  return { ...timed, waits: waitsOf(to, timed.state) };
}

function failed({ code, nodeId }: { readonly code: string; readonly nodeId: string }, [first]: readonly Wait[]): Misfit {
  return { problem: 'courseFails', nodeId: nodeId || (first?.nodeId ?? ''), instead: [], code };
}

/** True when the instance cannot go on there. */
export const isMisfit = (result: Migrated | Misfit): result is Misfit => 'problem' in result;

/** The trail under the new names. What has no counterpart stays: it has happened. */
export function trailIn(elements: ElementMap, counts: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const moved: Record<string, number> = {};
  for (const [id, count] of Object.entries(counts)) moved[mapped(elements, id)] = (moved[mapped(elements, id)] ?? 0) + count;
  return moved;
}

const mapped = (elements: ElementMap, id: string): string => elements[id] ?? id;

/** The map of nodes, with the flows that have another id but lead between the same nodes. */
export function elementMap(from: CompiledProcess, to: CompiledProcess, nodes: ElementMap): ElementMap {
  return { ...flowMap(from, to, nodes), ...nodes };
}

function flowMap(from: CompiledProcess, to: CompiledProcess, nodes: ElementMap): ElementMap {
  const places = new Map<string, string[]>();
  for (const { id, sourceId, targetId } of to.flows.values()) {
    const place = `${sourceId} ${targetId}`;
    places.set(place, [...(places.get(place) ?? []), id]);
  }
  const renamed = [...from.flows.values()].flatMap(({ id, sourceId, targetId }) => {
    const [only, ...others] = places.get(`${mapped(nodes, sourceId)} ${mapped(nodes, targetId)}`) ?? [];
    return to.flows.has(id) || only === undefined || others.length > 0 ? [] : [[id, only] as const];
  });
  return Object.fromEntries(renamed);
}

/** A step as if it had been done in the new drawing. */
function stepIn(elements: ElementMap, { d: _times, ...step }: CourseStep): CourseStep {
  const { s, g, o, v } = step;
  return {
    ...step,
    ...(s !== undefined && { s: mapped(elements, s) }),
    ...(g !== undefined && { g: mapped(elements, g) }),
    ...(o && { o: o.map(([id, node]) => [id, mapped(elements, node)] as const) }),
    ...(v && { v: v.map(([key, value]) => [mapped(elements, key), value] as const) }),
  };
}

type Again = ReturnType<typeof replay>;

function workedOff(
  to: CompiledProcess,
  { steps, ...rest }: { readonly steps: readonly CourseStep[]; readonly variables: Snapshot['variables']; readonly counter: number },
  env: KernelEnv,
): Again | { readonly code: string; readonly nodeId: string } {
  try {
    return replay(to, { ...rest, course: steps, reopen: [] }, env);
  } catch (error) {
    if (!isWorkflowError(error)) throw error;
    const { nodeId } = error.params;
    return { code: error.code, nodeId: typeof nodeId === 'string' ? nodeId : '' };
  }
}

/** An act that finds nothing to act on any more: something else waited in its place. */
function courseMisfit(to: CompiledProcess, { undone, state }: Again, course: readonly CourseStep[]): Misfit | undefined {
  const [first] = undone;
  if (first === undefined) return undefined;
  const nodeId = course.flatMap(({ o = [] }) => o).find(([id]) => id === first)?.[1] ?? '';
  return { problem: 'courseDiffers', nodeId, instead: activitiesOf(waitsOf(to, state)) };
}

function waitMisfit(
  to: CompiledProcess,
  { elements, waited }: { readonly elements: ElementMap; readonly waited: readonly Wait[] },
  state: KernelState,
): Misfit | undefined {
  const waits = waitsOf(to, state);
  const found = new Map(waits.map((wait) => [wait.executionId, wait]));
  const known = new Set(waited.map(({ executionId }) => executionId));
  const added = waits.filter(({ executionId }) => !known.has(executionId));
  const instead = added.map(({ nodeId }) => nodeId);
  const lost = waited.find((wait) => !isSame(elements, wait, found.get(wait.executionId)));
  const [more] = added;
  const nodeId =
    lost?.nodeId ??
    (more &&
      oldNodeOf(
        elements,
        waited.find(({ executionId }) => executionId === more.attachedTo),
        more,
      ));
  return nodeId === undefined ? undefined : { problem: 'waitsElsewhere', nodeId, instead };
}

/** The old element next to what waits in addition. */
const oldNodeOf = (elements: ElementMap, host: Wait | undefined, { nodeId }: Wait): string =>
  host?.nodeId ?? Object.entries(elements).find(([, to]) => to === nodeId)?.[0] ?? nodeId;

function isSame(elements: ElementMap, old: Wait, next: Wait | undefined): boolean {
  if (!next) return false;
  const { nodeId, ...rest } = essenceOf(old);
  return JSON.stringify({ nodeId: mapped(elements, nodeId), ...rest }) === JSON.stringify(essenceOf(next));
}

/** What makes a wait the same one. A message may be called otherwise: its subscription is written anew. */
type Essence = Pick<Wait, 'nodeId' | 'kind' | 'role' | 'attachedTo' | 'loop' | 'calledElement'> & { readonly isTimed: boolean };

const essenceOf = ({ nodeId, kind, role, attachedTo, loop, calledElement, dueAt }: Wait): Essence => ({
  ...{ nodeId, kind, role, attachedTo, loop, calledElement },
  isTimed: dueAt !== undefined,
});

const activitiesOf = (waits: readonly Wait[]): readonly string[] =>
  waits.filter(({ role }) => role === 'activity').map(({ nodeId }) => nodeId);

type Times = NonNullable<CourseStep['d']>;

/** Timers that run keep the due time they had; the steps that opened them say so from now on. */
function withTimes(state: KernelState, course: readonly CourseStep[], old: KernelState['t']): Pick<Migrated, 'state' | 'course'> {
  const times: Times = old.flatMap(({ i, d, r }) => (d === undefined ? [] : [r ? ([i, d, r] as const) : ([i, d] as const)]));
  const steps = course.map(({ d: _before, ...step }) => {
    const opened = new Set((step.o ?? []).map(([id]) => id));
    const d = times.filter(([id]) => opened.has(id));
    return d.length > 0 ? { ...step, d } : step;
  });
  return { state: { ...state, t: retimed(state.t, times) }, course: steps };
}
