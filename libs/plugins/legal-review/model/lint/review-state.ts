import type { Condition, Knowledge } from './condition';
import type { Part } from './part';

/**
 * What is certain about a case when a token stands at a node, along one way through the model. `worlds` are the values catalog and review
 * may have, one bit per pair; conditions on the way rule some out.
 */
export interface ReviewState {
  /** `stale`: the draft was rewritten, or a hearing held, since the catalog was asked, so neither its answer nor `review.passed` counts. */
  readonly catalog: 'none' | 'stale' | 'fresh';
  /** A review lies on the way. */
  readonly isReviewed: boolean;
  /** A signature lies on the way since the last review. */
  readonly isSigned: boolean;
  readonly worlds: number;
}

const DEPTHS: readonly Knowledge['depth'][] = ['NONE', 'ROUTINE', 'FULL', null];
const PASSED: readonly Knowledge['passed'][] = [true, false, null];
const WORLDS: readonly Knowledge[] = DEPTHS.flatMap((depth) => PASSED.map((passed) => ({ depth, passed })));

const worldsWhere = (holds: (world: Knowledge) => boolean): number =>
  WORLDS.reduce((bits, world, at) => (holds(world) ? bits | (1 << at) : bits), 0);
const ANYTHING = worldsWhere(() => true);
const has = (worlds: number, holds: (world: Knowledge) => boolean): boolean => (worlds & worldsWhere(holds)) !== 0;

/** A new case: no catalog, no review. */
export const START: ReviewState = {
  catalog: 'none',
  isReviewed: false,
  isSigned: false,
  worlds: worldsWhere(({ depth, passed }) => depth === null && passed === null),
};

/** The state after a step with this part. Mirrors what the behaviors write at run time. */
export function after(part: Part, state: ReviewState): ReviewState {
  if (part === 'Catalog') return afterCatalog(state);
  if (part === 'Review') return { ...judged(state), isReviewed: true, isSigned: false };
  if (part === 'Signature') return state.isReviewed ? { ...judged(state), isSigned: true } : state;
  if (part === 'Decision') return state;
  const rewritten = { ...state, catalog: state.catalog === 'none' ? ('none' as const) : ('stale' as const) };
  return part === 'OPAQUE' ? { ...rewritten, worlds: ANYTHING } : rewritten;
}

/** The catalog says anew how deep the review must be, and whether the last review still holds for this draft. */
function afterCatalog(state: ReviewState): ReviewState {
  const passedBefore = (passed: Knowledge['passed']): boolean =>
    state.isReviewed ? passed !== null : has(state.worlds, (world) => world.passed === passed);
  return { ...state, catalog: 'fresh', worlds: worldsWhere(({ depth, passed }) => depth !== null && passedBefore(passed)) };
}

/** Review and signature write `review.passed`; a review of a case that needs none is refused, so such worlds end here. */
function judged(state: ReviewState): ReviewState {
  const isPossible = ({ depth }: Knowledge): boolean =>
    state.catalog === 'none' || (depth !== 'NONE' && depth !== null && has(state.worlds, (world) => world.depth === depth));
  return { ...state, worlds: worldsWhere((world) => world.passed !== null && isPossible(world)) };
}

/** The state on a flow that is taken only in some worlds; undefined when it can never be taken from here. */
export function narrowed(state: ReviewState, taken: number): ReviewState | undefined {
  const worlds = state.worlds & taken;
  return worlds === 0 ? undefined : { ...state, worlds };
}

/** Worlds in which a flow is taken: its condition may hold; the default flow, unless another one certainly does. */
export function takenIn(condition: Condition | undefined, others: readonly Condition[] | undefined): number {
  if (others) return worldsWhere((world) => !others.some((other) => other.mustHold(world)));
  return worldsWhere((world) => condition?.mayHold(world) ?? true);
}

/** What a decision in this state lacks; undefined when every world allows it. */
export function lacking(state: ReviewState): 'CATALOG' | 'CATALOG_STALE' | 'REVIEW' | 'SIGNATURE' | 'NOT_PASSED' | undefined {
  const { catalog, worlds } = state;
  if (catalog === 'none') return 'CATALOG';
  const mustPass = has(worlds, ({ depth }) => depth !== 'NONE');
  if (mustPass && !state.isReviewed) return 'REVIEW';
  if (catalog === 'stale') return 'CATALOG_STALE';
  if (has(worlds, ({ depth, passed }) => depth !== 'NONE' && passed !== true)) return 'NOT_PASSED';
  return has(worlds, ({ depth }) => depth === 'FULL') && !state.isSigned ? 'SIGNATURE' : undefined;
}

/** Branches that met again: what one of them did counts for all. Worlds are those of the branch that went furthest. */
export function joined(states: readonly ReviewState[]): ReviewState {
  const furthest = Math.max(...states.map(progress));
  const leading = states.filter((state) => progress(state) === furthest);
  const common = leading.reduce((worlds, state) => worlds & state.worlds, ANYTHING);
  const [first = START] = leading;
  return { ...first, worlds: common === 0 ? leading.reduce((worlds, state) => worlds | state.worlds, 0) : common };
}

function progress(state: ReviewState): number {
  const parts = [state.catalog === 'fresh', state.isReviewed, state.isSigned];
  return parts.reduce((sum, isDone) => sum * 2 + (isDone ? 1 : 0), 0);
}

/** Identity of a state. */
export const keyOf = ({ catalog, isReviewed, isSigned, worlds }: ReviewState): string => [catalog, isReviewed, isSigned, worlds].join();
