import type { ModelSource } from './model/model-source';

/** Plain data of a case. */
export type Data = { readonly [key: string]: unknown };

/**
 * Which task is meant. The task of `by` at `node`: one that `by` holds, else one that `by` may claim, else any open one there, else the last
 * one that was there. So an act of a stranger meets a real task and must be refused.
 */
interface OnTask {
  /** Who acts. */
  readonly by: string;
  readonly node: string;
  /** Which case, when several run; default the one that was started first. */
  readonly case?: string;
}

/** On a case as a whole. */
interface OnCase {
  readonly by: string;
  readonly case?: string;
}

/** A decision with what comes with it. */
interface Decision extends OnTask {
  readonly opinion?: string;
  /** Merged into the data of the case. */
  readonly data?: Data;
  /** The client's promise that the same key never has its effect twice. */
  readonly key?: string;
}

interface WithPeople extends OnTask {
  readonly people: readonly string[];
}

/** One point of a return: what is wrong. */
export interface Defect {
  readonly what: string;
}

/** Acts of one person on one task. */
export type TaskOperation =
  | ({ readonly op: 'open' } & OnTask)
  | ({ readonly op: 'claim' | 'release' } & OnTask)
  | ({ readonly op: 'agree' | 'against' | 'abstain' } & Decision)
  | ({ readonly op: 'transfer'; readonly to: string; readonly reason?: string } & OnTask)
  | ({ readonly op: 'delegate'; readonly to: string } & OnTask)
  | ({ readonly op: 'advise'; readonly opinion: string; readonly key?: string } & OnTask)
  | ({ readonly op: 'revokeDelegation' } & OnTask)
  | ({ readonly op: 'addBefore'; readonly order?: 'sequential' | 'parallel' } & WithPeople)
  /** The actor agrees in the same act. */
  | ({ readonly op: 'addAfter'; readonly opinion?: string } & WithPeople)
  | ({ readonly op: 'addParallel'; readonly weight?: number } & WithPeople)
  /** Takes somebody's place at the table away. */
  | ({ readonly op: 'removeSeat'; readonly of: string } & OnTask)
  /** Sends only the actor's own part out for rework; the seat stays pending. */
  | ({ readonly op: 'sendOwnPart'; readonly to: string; readonly reason?: string } & OnTask)
  | ({ readonly op: 'finishRework'; readonly opinion?: string } & OnTask)
  | ({
      readonly op: 'return';
      readonly to: string;
      /** `stepwise`: every step between is done again. `direct`: resubmitted straight to the one who returned. */
      readonly mode?: 'stepwise' | 'direct';
      readonly defects?: readonly Defect[];
      /** After a join: only that branch, or all of them. */
      readonly scope?: 'branch' | 'all';
    } & OnTask)
  /** Hands in again after a return; every defect is answered as fixed. At a step that several sign it is also the vote of the actor. */
  | ({ readonly op: 'resubmit'; readonly data?: Data } & OnTask)
  /** Ends the case as not passed. */
  | ({ readonly op: 'reject'; readonly reason?: string } & OnTask)
  /** The last handler takes the act at `node` back, with everything that came of it. */
  | ({ readonly op: 'takeBack' } & OnTask)
  /** Takes only the own vote at an undecided node back. */
  | ({ readonly op: 'takeBackVote' } & OnTask)
  | ({ readonly op: 'urge' } & OnTask)
  | ({ readonly op: 'saveDraft'; readonly opinion: string } & OnTask);

/** Acts on a case. */
export type CaseOperation =
  | ({ readonly op: 'withdraw' } & OnCase)
  | ({ readonly op: 'cc' | 'circulate'; readonly to: readonly string[] } & OnCase)
  | ({ readonly op: 'readCopy' } & OnCase)
  | ({ readonly op: 'comment'; readonly text: string } & OnCase)
  | ({ readonly op: 'jump'; readonly from: string; readonly to: string } & OnCase)
  | ({ readonly op: 'suspend' | 'resume' | 'terminate' } & OnCase)
  | ({ readonly op: 'setData'; readonly data: Data } & OnCase)
  | ({ readonly op: 'message'; readonly name: string } & OnCase)
  /** Moves a running case to another drawing of the same process. */
  | ({ readonly op: 'migrate'; readonly to: string } & OnCase);

/** What happens around cases. */
export type WorldOperation =
  | { readonly op: 'deploy'; readonly model: ModelSource }
  | { readonly op: 'start'; readonly by: string; readonly model: string; readonly data?: Data; readonly case?: string }
  | { readonly op: 'setDeputy'; readonly by: string; readonly deputy: string; readonly mode?: 'share' | 'move' }
  | { readonly op: 'endDeputy'; readonly by: string; readonly deputy: string }
  /** `by` does it in the name of `principal`. */
  | { readonly op: 'actFor'; readonly by: string; readonly principal: string; readonly act: TaskOperation }
  | { readonly op: 'handOver'; readonly by: string; readonly of: string; readonly to: string }
  | { readonly op: 'batchAgree'; readonly by: string; readonly node: string; readonly cases: readonly string[] }
  | { readonly op: 'deactivate'; readonly person: string }
  /** Moves the clock on and does what has fallen due. With `down` the engine is off meanwhile and comes back afterwards. */
  | { readonly op: 'advance'; readonly days?: number; readonly hours?: number; readonly down?: boolean }
  /** The engine stops and comes back: nothing in memory survives. */
  | { readonly op: 'restart' }
  /** The engine dies while it carries the act out, after everything was worked out and before it was kept; then it comes back. */
  | { readonly op: 'crash'; readonly act: TaskOperation }
  /** All at the same moment. */
  | { readonly op: 'parallel'; readonly acts: readonly (TaskOperation | CaseOperation)[] }
  /** The acts one after the other, the given number of times. */
  | { readonly op: 'repeat'; readonly times: number; readonly acts: readonly SingleOperation[] };

/** Everything a case of the kit can ask an engine to do. */
export type Operation = TaskOperation | CaseOperation | WorldOperation;

/** Operations that the runner itself takes apart; adapters never see them. */
export type Composed = Extract<Operation, { readonly op: 'parallel' | 'repeat' }>;

/** Operations as an adapter meets them. */
export type SingleOperation = Exclude<Operation, Composed>;
