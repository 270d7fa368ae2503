import type { Affected, InstanceSummary, InstanceView, OperationOffer, TaskView } from '@fashen/plugin-api';

/** A value as JSON carries it: dates become ISO texts. */
export type Wire<T> = T extends Date
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Wire<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Wire<T[Key]> }
      : T;

/** Somebody for whom one acts. */
export interface WirePrincipal {
  readonly personId: string;
  readonly name: string;
}

/** With whom a task lies for a time. */
export interface WireMovedTo extends WirePrincipal {
  readonly until: string;
}

/** A task as the lists of the API show it. Names stand beside ids where the server knows them. */
export type WireTask = Wire<TaskView> & {
  readonly assigneeName?: string;
  readonly endedByName?: string;
  /** It is the task of this person, for whom one may act. */
  readonly onBehalfOf?: WirePrincipal;
  /** It lies with a deputy. */
  readonly movedTo?: WireMovedTo;
};

/** Something a person may do with a task, or why not now. */
export type WireOperationOffer = Wire<OperationOffer>;

/** Something an operation did, or would do. */
export type WireAffected = Wire<Affected>;

/** The answer of an operation. */
export interface WireOperated<T> {
  readonly result: T;
  readonly affected: readonly WireAffected[];
  readonly dryRun: boolean;
}

/** Which screen a task asks for in the act panel. */
export type PanelKind = 'form' | 'review' | 'signature' | 'decision' | 'sign' | 'part';

/** One task with what the signed-in person may do with it. */
export type WireTaskDetail = WireTask & {
  readonly panel: PanelKind;
  readonly mayClaim: boolean;
  readonly mayComplete: boolean;
  /** What the person may do with it besides. */
  readonly operations: readonly WireOperationOffer[];
  /** Error code that says why the person may not complete it. */
  readonly reason?: string;
};

/** A case in full. */
export type WireInstance = Wire<InstanceView>;

/** A case as lists show it. */
export type WireInstanceSummary = Wire<InstanceSummary>;

/** Part of a list. */
export interface WirePage<T> {
  readonly items: readonly T[];
  /** Key of the next page; absent on the last one. */
  readonly next?: string;
}

/** `GET /cases/:id`. */
export interface WireCase {
  readonly instance: WireInstance;
  readonly tasks: readonly WireTask[];
  readonly canAct: boolean;
}

/** The signed-in person. */
export interface SessionPerson {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly posts: readonly string[];
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
}

/** `GET /session`. */
export interface WireSession {
  readonly person: SessionPerson;
  readonly csrfToken: string;
}
