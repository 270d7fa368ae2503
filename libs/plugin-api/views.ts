import type { ActingScope } from './acting';
import type { PageRequest } from './page';
import type { Actor } from './request-context';
import type { Json, JsonObject } from './workflow-event';

/*
 * What the ports take and answer: plain data, no behavior.
 */

/** Where an instance stands. `SUSPENDED` instances accept reads only. */
export type InstanceStatus = 'RUNNING' | 'SUSPENDED' | 'COMPLETED' | 'TERMINATED' | 'FAILED';

/** How often elements of the model were entered and flows taken; what the running diagram is painted from. */
export interface Trail {
  readonly nodes: Readonly<Record<string, number>>;
  readonly flows: Readonly<Record<string, number>>;
}

/** A running or ended process instance. In this product one instance is one case. */
export interface InstanceView {
  readonly id: string;
  readonly definitionId: string;
  readonly definitionKey: string;
  readonly definitionVersion: number;
  /** Case number, unique per definition key. */
  readonly businessKey: string;
  readonly title: string;
  readonly status: InstanceStatus;
  readonly variables: JsonObject;
  readonly trail: Trail;
  /** Nodes that wait now. */
  readonly waiting: readonly { readonly nodeId: string; readonly executionId: string }[];
  /** Counts commands; a stale one is refused. */
  readonly revision: number;
  readonly startedBy: string;
  readonly unitId?: string;
  readonly startedAt: Date;
  readonly endedAt?: Date;
  /** End event that was reached. */
  readonly endNodeId?: string;
}

/** An instance as lists show it: without variables and trail. */
export type InstanceSummary = Omit<InstanceView, 'variables' | 'trail' | 'waiting'>;

/** What starting a case needs. */
export interface StartInstance {
  readonly definitionKey: string;
  /** A fixed version; default the latest published one. */
  readonly definitionId?: string;
  readonly businessKey: string;
  readonly title: string;
  readonly variables?: JsonObject;
  /** Starts at the start event of the latest version that waits for this message, instead of the plain one. */
  readonly messageName?: string;
}

/** Which instances to list. Newest first. */
export interface InstanceQuery extends PageRequest {
  readonly definitionKey?: string;
  readonly status?: InstanceStatus;
  readonly startedBy?: string;
  /** Only instances this person may see; absent means all (callers check permission). */
  readonly visibleTo?: Actor;
  /** Part of title or case number. */
  readonly text?: string;
}

/** `READY` has candidates and no holder; `ASSIGNED` has a holder; the rest are final. */
export type TaskState = 'READY' | 'ASSIGNED' | 'DONE' | 'CANCELLED';

/**
 * What a task is. `VISIT`: one visit of one user task. The others are work of single people within a visit, added by plugins:
 * a seat of several signers, advice that was asked for, people asked to sign before or after the holder, rework of one signer.
 */
export type TaskKind = 'VISIT' | 'SEAT' | 'ADVICE' | 'BEFORE' | 'AFTER' | 'REWORK';

/** Marks under which the holder of a task waits for others and cannot end it. */
export const WAITING_MARKS: readonly string[] = ['seats', 'delegated', 'blocked', 'waiting-after'];

/** A human task: a visit of a user task, or one person's part in it. Rows are never deleted. */
export interface TaskView {
  readonly id: string;
  readonly kind: TaskKind;
  /** The task this one belongs to; absent for a visit. */
  readonly parentId?: string;
  /** What a plugin says about an open or ended task, such as `seats` (several sign here) or `delegated`. */
  readonly mark?: string;
  /** Why it was cancelled: the event, element or operation that ended it. */
  readonly cause?: string;
  readonly instanceId: string;
  readonly definitionId: string;
  readonly definitionKey: string;
  readonly nodeId: string;
  readonly nodeName: string;
  readonly executionId: string;
  readonly state: TaskState;
  readonly assigneeId?: string;
  /** Since when the present holder holds it; absent without a holder. */
  readonly assignedAt?: Date;
  /** Principals that may claim it, such as `role:legal-reviewer`; see `principalsOf`. */
  readonly candidates: readonly string[];
  readonly createdAt: Date;
  readonly dueAt?: Date;
  readonly endedAt?: Date;
  readonly endedBy?: string;
  /** What the person decided, as the form or the operation wrote it. */
  readonly outcome?: Json;
  readonly rowVersion: number;
  readonly businessKey: string;
  readonly title: string;
}

/** Whose tasks are looked for among those that somebody holds. */
export interface HeldTasks {
  /** Tasks held by this person instead of the actor. The caller has checked that the actor may see them. */
  readonly holderId?: string;
  /** Only tasks that one of these scopes is about; with an empty list none. */
  readonly within?: readonly ActingScope[];
  /** Only tasks that none of these scopes is about. */
  readonly outside?: readonly ActingScope[];
}

/** Which tasks to list. Open tasks come oldest due first, done ones newest first. What `HeldTasks` says counts for `assigned` only. */
export interface TaskQuery extends PageRequest, HeldTasks {
  /** `assigned`: held by the actor; `claimable`: the actor is a candidate and nobody holds it; `done`: ended by the actor. */
  readonly view: 'assigned' | 'claimable' | 'done';
  readonly text?: string;
  readonly definitionKey?: string;
}

/** Who holds or may claim a task. */
export interface TaskAssignment {
  readonly assigneeId?: string;
  readonly candidates?: readonly string[];
}

/** Work of one person within a visit. */
export interface NewSeat extends TaskAssignment {
  readonly kind: Exclude<TaskKind, 'VISIT'>;
  /** Chosen by the caller who keeps more about it; otherwise made. */
  readonly id?: string;
  /** The task it belongs to, when that is not the visit itself. */
  readonly parentId?: string;
  readonly mark?: string;
  readonly dueAt?: Date;
}

/** How a part of a visit ends. */
export interface SeatEnd {
  readonly state: 'DONE' | 'CANCELLED';
  readonly outcome?: Json;
  /** What the person has filled in, where this part asks for it. Only behaviors see it: the outcome is what is kept. */
  readonly submission?: JsonObject;
  readonly mark?: string;
  /** Why it was cancelled. */
  readonly cause?: string;
}

/** How a task ends. */
export interface CompleteTask {
  /** Merged into the case data (RFC 7396). */
  readonly output?: JsonObject;
  readonly outcome?: Json;
  /** What the person has submitted, where the output is made of it and more. Only behaviors see it, such as those that have it signed. */
  readonly submission?: JsonObject;
  readonly expectedVersion?: number;
  /** What the record keeps as the actor's reason. */
  readonly reason?: string;
}

/** A job that gave up. */
export interface Incident {
  readonly jobId: string;
  readonly type: string;
  readonly instanceId?: string;
  readonly attempts: number;
  /** Last error, without personal data. */
  readonly error: string;
  readonly since: Date;
}

/** One published version of a process. Never changes. */
export interface DefinitionView {
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly name: string;
  /** SHA-256 of the XML, hex. */
  readonly hash: string;
  readonly publishedBy: string;
  readonly publishedAt: Date;
  readonly reason: string;
}

/** A model somebody works on. */
export interface DraftView {
  readonly key: string;
  readonly name: string;
  readonly xml: string;
  readonly revision: number;
  readonly updatedBy: string;
  readonly updatedAt: Date;
}

/** A certificate or qualification a person holds, as it was entered. Dates are `YYYY-MM-DD`. */
export interface Certificate {
  /** `enforcement` (执法证) or `legal-profession` (法律职业资格) or `review-before-2018` (2018 年前从事审核证明). */
  readonly kind: 'enforcement' | 'legal-profession' | 'review-before-2018';
  readonly number: string;
  readonly validFrom: string;
  readonly validTo?: string;
}

/** A person of the bureau. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly posts: readonly string[];
  readonly roles: readonly string[];
  readonly active: boolean;
  readonly certificates: readonly Certificate[];
}

/** A unit of the bureau, and who leads it. */
export interface Unit {
  readonly id: string;
  readonly name: string;
  /** The unit above it. */
  readonly parentId?: string;
  /** Its head. */
  readonly headId?: string;
  /** The head of the bureau it answers to (分管领导). */
  readonly leaderId?: string;
}

/** A live session. */
export interface Session {
  readonly sessionId: string;
  readonly accountId: string;
  readonly personId: string;
  /** Expected in the header `x-csrf-token` of everything that is not a GET. */
  readonly csrfToken: string;
  /** True when the last note of use is old enough to be renewed. */
  readonly touchDue: boolean;
}

/** A result with its explanation. */
export interface DecisionResult {
  readonly versionId: string;
  readonly key: string;
  readonly version: number;
  readonly output: Json;
  readonly explanation: DecisionExplanation;
}

/** Why a decision came out as it did: every row with every cell, and the value each cell was tested against. */
export interface DecisionExplanation {
  readonly decisionId: string;
  readonly decisionName: string;
  readonly hitPolicy: string;
  readonly inputs: readonly { readonly label: string; readonly expression: string; readonly value: Json }[];
  readonly rows: readonly {
    readonly index: number;
    readonly ruleId: string;
    readonly matched: boolean;
    /** Annotation column, such as the article. */
    readonly annotation?: string;
    readonly cells: readonly { readonly text: string; readonly holds: boolean }[];
    readonly outputs: JsonObject;
  }[];
  /** Decisions this one requires, evaluated before it. */
  readonly required: readonly DecisionExplanation[];
}
