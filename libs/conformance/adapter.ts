import type { SingleOperation } from './operation';
import type { NodeOptions } from './model/model-source';

/*
 * What an engine must do to be checked by this kit. Three interfaces: the adapter opens worlds, a world performs operations and shows
 * where a case stands. Nothing here knows a particular engine.
 */

/** Somebody who acts in a case. */
export interface KitPerson {
  readonly id: string;
  /** Default `bureau`. */
  readonly unit?: string;
  /** What they are: a role of the kit such as `clerk`; candidates are named `role:clerk`. `admin` may do what administrators may. */
  readonly roles?: readonly string[];
  readonly superior?: string;
  /** Data permissions hide this person and their unit from everybody else. */
  readonly hidden?: boolean;
}

/** Everything that exists before the first step of a case. */
export interface World {
  /** Id of the case, for messages and names. */
  readonly caseId: string;
  readonly people: readonly KitPerson[];
  /** Where the clock stands, ISO 8601 with offset. */
  readonly now: string;
  /** Days that differ from the week: holidays, and working days at a weekend; `YYYY-MM-DD`. */
  readonly calendar?: { readonly holidays: readonly string[]; readonly workdays: readonly string[] };
}

/** Why an engine says no. */
export type RefusalClass =
  /** This person may not. */
  | 'FORBIDDEN'
  /** Somebody or something else was faster, or the state is another one by now. */
  | 'CONFLICT'
  /** The case is suspended. */
  | 'LOCKED'
  /** The request or the drawing is wrong. */
  | 'INVALID'
  /** The engine knows the operation, and it does not exist here. */
  | 'NOT_OFFERED';

/** What an operation says it did. */
export interface Effect {
  readonly kind: 'created' | 'reassigned' | 'done' | 'cancelled' | 'clock' | 'ended' | 'moved';
  readonly node?: string;
  readonly person?: string;
}

/** Whose doing stands against an operation: what a person needs to know to ask the right one. */
export interface Blamed {
  readonly node?: string;
  readonly person?: string;
  /** When it happened, ISO 8601. */
  readonly at?: string;
}

/** The answer of an engine to one operation. */
export type Answer =
  | {
      readonly kind: 'done';
      readonly affected?: readonly Effect[];
      /** What it tells the person, as a word of the kit. */ readonly told?: readonly string[];
    }
  | {
      readonly kind: 'refused';
      readonly because: RefusalClass;
      /** The engine's own code or words. */ readonly code: string;
      /** What the refusal itself tells the person about who was faster. */ readonly blamed?: Blamed;
    }
  /** The adapter has no way to do it. Always counts as a failure. */
  | { readonly kind: 'unsupported'; readonly why: string };

/** Work that somebody can see in an inbox. */
export interface OpenTask {
  readonly node: string;
  readonly holder?: string;
  /** Who may claim it, while nobody holds it: person ids and `role:<role>`. */
  readonly candidates?: readonly string[];
  /** `main`: the step itself or a seat at it. */
  readonly kind: 'main' | 'advice' | 'before' | 'after' | 'rework';
  /** The holder waits for others and cannot decide now. Whoever has agreed, and waits for people to sign afterwards, has no open work. */
  readonly waiting?: boolean;
  /** ISO 8601. */
  readonly dueAt?: string;
}

/** One signer at one visit of a node. */
export interface Seat {
  readonly node: string;
  /** Number of the visit of this node, from 1. */
  readonly visit: number;
  readonly person: string;
  readonly status: 'PENDING' | 'NOT_STARTED' | 'AGREE' | 'AGAINST' | 'ABSTAIN' | 'REMOVED' | 'CANCELLED';
}

/** One time a token was at a node where people work. */
export interface Visit {
  readonly node: string;
  readonly visit: number;
  readonly cause: 'FLOW' | 'RETURN' | 'RESUBMIT' | 'TAKE_BACK' | 'JUMP' | 'MIGRATE';
  /** `VOID`: it was done, and does not count any more. */
  readonly status: 'ACTIVE' | 'DONE' | 'RETURNED' | 'CANCELLED' | 'VOID';
}

/** Kinds of entries a record must know. An adapter leaves out what the kit has no word for. */
export type RecordKind =
  | 'CLAIM' | 'RELEASE' | 'AGREE' | 'AGAINST' | 'ABSTAIN' | 'TRANSFER' | 'DELEGATE' | 'ADVICE' | 'REVOKE' | 'ADD_SIGN' | 'REMOVE_SIGN'
  | 'REWORK' | 'RETURN' | 'RESUBMIT' | 'REJECT' | 'WITHDRAW' | 'TAKE_BACK' | 'TAKE_BACK_VOTE' | 'URGE' | 'CC' | 'CIRCULATE' | 'COMMENT'
  | 'JUMP' | 'SUSPEND' | 'RESUME' | 'TERMINATE' | 'MIGRATE' | 'TIMEOUT' | 'ESCALATE' | 'AUTO_SKIP' | 'SKIPPED' | 'CANCELLED'; // prettier-ignore

/** One entry of the record of a case. */
export interface RecordEntry {
  readonly kind: RecordKind;
  readonly by: string;
  readonly onBehalfOf?: string;
  readonly node?: string;
  /** The words of the person, when the entry keeps them. */
  readonly opinion?: string;
}

/** Somebody who got a copy. */
export interface Copy {
  readonly person: string;
  readonly kind: 'CC' | 'CIRCULATE';
  readonly read: boolean;
}

/** How a case ended, or that it runs. */
export type CaseStatus = 'RUNNING' | 'SUSPENDED' | 'COMPLETED' | 'REJECTED' | 'WITHDRAWN' | 'TERMINATED';

/** Where a case stands. Called child processes belong to it: their tasks, seats and visits are listed with the parent's. */
export interface CaseState {
  readonly status: CaseStatus;
  readonly open: readonly OpenTask[];
  readonly seats: readonly Seat[];
  /** Oldest first. */
  readonly visits: readonly Visit[];
  readonly record: readonly RecordEntry[];
  readonly copies: readonly Copy[];
  readonly data: { readonly [key: string]: unknown };
  /** Comments that the printed case shows. */
  readonly printed: readonly string[];
  /** Bytes the engine keeps to go on: what grows with every step if something is wrong. */
  readonly stateBytes: number;
}

/** The inbox of one person. */
export interface Inbox {
  /** Number of tasks got by turning all pages. */
  readonly listed: number;
  /** The number beside the list. */
  readonly counted: number;
}

/** Something a person was told without asking. An adapter leaves out what the kit has no word for. */
export interface Notice {
  /** `ESCALATED`: somebody one has asked, or who works for one, is late. */
  readonly kind: 'NEW_TASK' | 'CANCELLED' | 'TIMEOUT' | 'ESCALATED';
  readonly node?: string;
}

/** One world of people, models and cases. Worlds never see each other. */
export interface EngineWorld {
  perform(operation: SingleOperation): Promise<Answer>;
  /** Of the case with this name; default the one that was started first. */
  state(caseName?: string): Promise<CaseState>;
  inbox(person: string): Promise<Inbox>;
  /** Everything this person was told so far. */
  notices(person: string): Promise<readonly Notice[]>;
  close(): Promise<void>;
}

/** What a company writes for its engine. */
export interface ConformanceAdapter {
  /** Name and version of the engine, for the head of the table. */
  readonly name: string;
  open(world: World): Promise<EngineWorld>;
}

export type { NodeOptions };
