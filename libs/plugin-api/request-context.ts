import type { EntityManager } from 'typeorm';
import type { ActingFor } from './acting';
import type { WorkflowEvent } from './workflow-event';

/** The languages the product speaks. Chinese is the first; every message exists in both. */
export type Locale = 'zh-CN' | 'en';

/**
 * Who acts. A person, or the system itself when a timer or job acts.
 * Duties apart are judged by `personId`, never by account: one person may have several accounts.
 */
export interface Actor {
  readonly kind: 'person' | 'system';
  /** Person id; `system` for the system. */
  readonly personId: string;
  readonly name: string;
  /** Unit the person belongs to; absent for the system. */
  readonly unitId?: string;
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
  /** Set while a deputy acts for somebody else. Duties apart are judged by the deputy's own `personId`; the record names both. */
  readonly onBehalfOf?: ActingFor;
}

/** The actor of timers, jobs and migrations. Holds no permission: handlers call services that check the case, not the person. */
export const systemActor: Actor = { kind: 'system', personId: 'system', name: '系统', roles: [], permissions: [] };

/**
 * A client's promise that repeating this request must not repeat its effect.
 * The same key by the same actor with the same fingerprint returns the first answer; with another fingerprint it is refused (422).
 */
export interface Idempotency {
  /** Chosen by the client, at most 100 characters. */
  readonly key: string;
  /** Hash over method, route and body. */
  readonly fingerprint: string;
}

/** Everything a unit of work knows about the request that caused it. Made once at the border (guard, job runner, dispatcher). */
export interface RequestContext {
  readonly actor: Actor;
  /** Time of the unit, fixed. Milliseconds since the epoch come from `now.getTime()`. */
  readonly now: Date;
  readonly locale: Locale;
  readonly requestId: string;
  readonly idempotency?: Idempotency;
}

/**
 * One open unit of work: the request context, the open transaction and the events told so far.
 * Only `UnitOfWork` makes one, so a function that takes a `Tx` cannot write outside a transaction. The one that `UnitOfWork.read` makes
 * has no transaction: it refuses writes and events.
 */
export interface Tx extends RequestContext {
  /** The open transaction. Only repositories and migrations touch it. */
  readonly manager: EntityManager;
  /** True when everything is taken back at the end: it is only looked what would happen, and nobody need sign for that. */
  readonly isRehearsal?: boolean;
  /** Tells what happened. Subscribers run when the work has ended, before the commit. */
  emit(event: WorkflowEvent): void;
}
