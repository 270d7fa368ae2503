import type { CaseStatus, RecordKind, RefusalClass, World } from './adapter';
import type { ModelSource } from './model/model-source';
import type { Operation } from './operation';

/** What must be seen after a step. What is left out is not looked at. */
export interface Expectation {
  /** The step must be refused, for one of these reasons. Without it the step must succeed. */
  readonly refused?: RefusalClass | readonly RefusalClass[];
  /** What the refusal must tell: at which step, by whom, on which day the other act was done. */
  readonly blamed?: { readonly node?: string; readonly person?: string; readonly day?: string };
  /** Of acts at the same moment so many must succeed; the others must be refused with `CONFLICT`. Default one. */
  readonly winners?: number | readonly number[];
  readonly status?: CaseStatus;
  /** All open work, written as `openTaskText` does: `check@yi`, `check?role:clerk`, `check@yi (advice)`, `check@yi (waiting)`. */
  readonly open?: readonly string[];
  /** Seats by node, or `node#visit`: `bing AGREE`. Without a number the last visit. In the order of the seats. */
  readonly seats?: { readonly [node: string]: readonly string[] };
  /** Visits by node, oldest first: `FLOW DONE`. */
  readonly visits?: { readonly [node: string]: readonly string[] };
  /** Number of entries of these kinds. */
  readonly record?: { readonly [kind in RecordKind]?: number };
  /** Entries that must be there, as `recordText` writes them: `AGREE bing`, `AGREE bing for yi`, `AGREE bing "words"`. */
  readonly recorded?: readonly string[];
  /** All copies: `wu CC read`, `wu CC unread`. */
  readonly copies?: readonly string[];
  /** Fields of the case with these values. */
  readonly data?: { readonly [field: string]: unknown };
  /** Words of the kit that the answer must tell. */
  readonly told?: readonly string[];
  /** Effects that the answer must name: `cancelled t1 bing`. */
  readonly affected?: readonly string[];
  /** The day on which the open task of a node is due, by the clock of the world: `2026-03-05`. */
  readonly dueDay?: { readonly [node: string]: string };
  /** Number of tasks in an inbox: the list and its number must both say so. */
  readonly inbox?: { readonly [person: string]: number };
  readonly printed?: readonly string[];
  /** What people must have been told by now: `CANCELLED t1`. Each text as often as it stands here, no more. */
  readonly noticed?: { readonly [person: string]: readonly string[] };
  /** The step must take no longer. */
  readonly withinMs?: number;
  /** What the engine keeps may have grown by so many bytes since the first step that looked at it. */
  readonly grownByAtMost?: number;
}

/** One thing that is done, and what must be seen then. */
export interface Step {
  readonly do: Operation;
  readonly expect?: Expectation;
  /** Which case is looked at, when the operation is about none; default the one that was started first. */
  readonly of?: string;
  /** Where more than one end is right, one of these must fit as a whole. */
  readonly either?: readonly Expectation[];
  /** A refusal for one of these reasons is right too: the case ends here and has passed, if nothing else of `expect` differs. */
  readonly suffices?: readonly RefusalClass[];
}

/** One situation in which an approval engine can go wrong. */
export interface ConformanceCase {
  /** `E1` to `E67`. */
  readonly id: string;
  readonly title: string;
  /** What goes wrong elsewhere, and why this case shows it. */
  readonly why: string;
  readonly world: World;
  /** Deployed before the first step, in this order. */
  readonly models: readonly ModelSource[];
  readonly steps: readonly Step[];
  /** How often it is played, for races. Default once. */
  readonly tries?: number;
}
