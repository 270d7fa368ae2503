import type { Affected } from './operation';
import type { Tx } from './request-context';

/** A plain JSON value: what events, variables and job payloads are made of. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };
export type JsonObject = { readonly [key: string]: Json | undefined };

/**
 * Something that happened. Past tense, ids and plain values, never an entity.
 * `instanceId` ties it to a case; the record of that case keeps it for ever.
 */
export interface WorkflowEvent<P extends JsonObject = JsonObject> {
  /** `<plugin>.<pastTense>`, such as `form.submitted`. */
  readonly name: string;
  /** Set for `afterCommit` subscribers: the same however often this event is delivered, so that the receiver can drop repetitions. */
  readonly id?: string;
  readonly instanceId?: string;
  readonly payload: P;
  /** Why the actor did it, in the actor's own words. */
  readonly reason?: string;
  /** State before and after, where the event changes one. Plain values, small: the record hashes them. */
  readonly before?: Json;
  readonly after?: Json;
  /** Set when people should see this in the answer of an operation and in its dry run: what kind of effect it is. */
  readonly affects?: Affected['kind'];
}

/** The parts of an event besides name and payload. */
export type EventOptions = Pick<WorkflowEvent, 'instanceId' | 'reason' | 'before' | 'after' | 'affects'>;

/** Makes one event. */
export type EventFactory<P extends JsonObject> = ((payload: P, options?: EventOptions) => WorkflowEvent<P>) & {
  readonly eventName: string;
};

/** Declares an event of a plugin: `defineEvent<{ taskId: string }>('countersign', 'signed')`. */
export function defineEvent<P extends JsonObject>(pluginId: string, name: string): EventFactory<P> {
  const eventName = `${pluginId}.${name}`;
  const make = (payload: P, options: EventOptions = {}): WorkflowEvent<P> => ({ name: eventName, payload, ...options });
  return Object.assign(make, { eventName });
}

/**
 * Reacts to events of any plugin.
 * `inTransaction` runs before the commit and may veto by throwing; `afterCommit` is delivered from the outbox, at least once.
 */
export interface EventSubscriber {
  /** Event name, a prefix with a star (`task.*`), `*` for all, or a list of them. */
  readonly event: string | readonly string[];
  readonly when: 'inTransaction' | 'afterCommit';
  /** All matching events of one unit, in the order they were told. `afterCommit` subscribers get one event at a time. */
  handle(tx: Tx, events: readonly WorkflowEvent[]): Promise<void>;
}
