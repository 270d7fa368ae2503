import type { Tx } from './request-context';
import type { InstanceView } from './views';

/** What brought a token to an activity: the drawing, or a move against it. */
export type VisitCause = 'flow' | 'return' | 'resubmit' | 'takeBack' | 'jump' | 'migration';

/** Something on the course of a case: a wait that is open, or one that was ended and still counts. */
export interface CourseVisit {
  readonly executionId: string;
  readonly nodeId: string;
  readonly nodeName: string;
  readonly nodeType: string;
  /** Enclosing sub-processes, outermost first. */
  readonly scopeIds: readonly string[];
  /** Number of the act that brought the token here. Visits with the same number began together. */
  readonly openedBy: number;
  /** Number of the act that ended it; absent while it waits. */
  readonly endedBy?: number;
}

/** What taking visits back does. */
export interface MovePreview {
  /** Waits that go, the actor's own among them. */
  readonly closed: readonly { readonly executionId: string; readonly nodeId: string }[];
  /** Nodes that wait anew. */
  readonly opened: readonly { readonly nodeId: string }[];
  /** Ended visits that do not count any more. */
  readonly undone: readonly string[];
}

/** Where a case can be led back to, as it stands. */
export interface CourseSurvey {
  /** As `Moves.visits`. */
  readonly visits: readonly CourseVisit[];
  /** What reopening one ended visit alone would do, by its execution id. Visits that cannot be reopened are absent. */
  readonly undoing: ReadonlyMap<string, MovePreview>;
}

/** Which visits to reopen, and why. */
export interface BackMove {
  readonly instanceId: string;
  /** Executions of ended visits. */
  readonly reopen: readonly string[];
  readonly cause: Exclude<VisitCause, 'flow' | 'jump'>;
  readonly reason?: string;
}

/** Where a token goes instead. */
export interface JumpMove {
  readonly instanceId: string;
  /** The wait, or the sub-process, that ends. */
  readonly executionId: string;
  readonly nodeId: string;
  readonly cause: Extract<VisitCause, 'jump' | 'resubmit'>;
  readonly reason?: string;
}

/** Which case goes on in which version of its process. */
export interface MigrationMove {
  readonly instanceId: string;
  /** The version it goes to, of the same process. */
  readonly definitionId: string;
  /** Ids of the nodes there by their ids here. What is not named keeps its id. */
  readonly nodes: Readonly<Record<string, string>>;
}

/** Why a case cannot go on in another version. */
export interface MigrationMisfit {
  /**
   * `nodeMissing`: what waits has no counterpart. `courseDiffers`: an act of the past would find something else in its place.
   * `waitsElsewhere`: the course would lead to other waits. `courseFails`: the course would meet an error, `code`.
   */
  readonly problem: 'nodeMissing' | 'courseDiffers' | 'waitsElsewhere' | 'courseFails';
  readonly nodeId: string;
  readonly nodeName: string;
  /** Nodes of the other version that would wait instead. */
  readonly instead: readonly string[];
  readonly code?: string;
}

/**
 * Moves tokens other than forward. There is one mechanism: the acts of the case so far are worked off anew without those that are taken back,
 * so that splits, joins, loops, sub-processes and timers are right by construction. Case data never changes by it.
 */
export abstract class Moves {
  /** The user tasks and other waits on the course of the case that still count, oldest first. */
  abstract visits(tx: Tx, instanceId: string): Promise<readonly CourseVisit[]>;
  /** All visits and what reopening each of them would do. Takes no lock and fits a query: what it says may be a moment old. */
  abstract survey(tx: Tx, instanceId: string): Promise<CourseSurvey>;
  /** What `back` would do, without doing it. `engine.NOT_REACHABLE` when one of the visits cannot be reopened. */
  abstract preview(tx: Tx, instanceId: string, reopen: readonly string[]): Promise<MovePreview>;
  /** Reopens ended visits: their nodes wait anew, all that came of their ends is undone. */
  abstract back(tx: Tx, move: BackMove): Promise<InstanceView>;
  /** Ends a wait without its outcome, and lets its token go on at another node of the same scope. */
  abstract jump(tx: Tx, move: JumpMove): Promise<InstanceView>;
  /** Whether the case could go on in another version: absent when it could. */
  abstract misfit(tx: Tx, move: MigrationMove): Promise<MigrationMisfit | undefined>;
  /**
   * Lets the case go on in another version of its process. Accepted only when its course, worked off there, waits for exactly what waits
   * now: tasks, their parts and holders, timers and messages stay. Else `engine.NOT_MIGRATABLE` with the misfit.
   */
  abstract migrate(tx: Tx, move: MigrationMove & { readonly reason: string }): Promise<InstanceView>;
}
