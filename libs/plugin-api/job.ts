import type { Tx } from './request-context';
import type { JsonObject } from './workflow-event';

/** The job at hand. */
export interface JobAtHand {
  readonly id: string;
  /** 1 the first time. */
  readonly attempt: number;
  readonly instanceId?: string;
}

/** Looks into the database for a moment, without keeping a transaction open. */
export type ReadOnce = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** How a job that a behavior answered with ends its activity. A handler that returns nothing completes it without output. */
export type JobOutcome =
  | { readonly kind: 'complete'; readonly output?: JsonObject }
  /** Throws a drawn BPMN error. */
  | { readonly kind: 'bpmnError'; readonly code: string; readonly message?: string };

/**
 * Work that runs later, or again until it succeeds. `run` must be repeatable: a node may die after it ran and before it said so.
 * An attempt counts from its beginning, so that work of which its node dies becomes an incident like work that fails.
 * Everything it writes commits together with the end of the job.
 */
export interface JobHandler<P extends JsonObject = JsonObject> {
  /** `<plugin>.<verb>`, such as `disclosure.publish`. */
  readonly type: string;
  /** Attempts before the job becomes an incident for the operators. Default 5. */
  readonly maxAttempts?: number;
  /**
   * For work that leaves the process: mail, HTTP. Runs before the unit of `run` and outside any transaction; what it answers arrives there as
   * `job.sent`. It must end within 15 seconds, and it may happen twice: a node may die between the two.
   */
  send?(read: ReadOnce, payload: P, job: JobAtHand): Promise<JsonObject>;
  run(tx: Tx, payload: P, job: JobAtHand & { readonly sent?: JsonObject }): Promise<JobOutcome | void>;
}

/** A job to be queued. */
export interface NewJob<P extends JsonObject = JsonObject> {
  readonly type: string;
  readonly payload: P;
  /** When it may run at the earliest; default at once. */
  readonly dueAt?: Date;
  readonly instanceId?: string;
  /** At most one open job has this key; a second one with the same key replaces its due time and payload. */
  readonly uniqueKey?: string;
}
