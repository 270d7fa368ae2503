import type { EntityManager } from 'typeorm';
import type { Actor, Idempotency, Locale, RequestContext, Tx, WorkflowEvent } from '@fashen/plugin-api';

/** One attempt of a unit of work: the context, the open transaction and what was told. */
export class UnitTransaction implements Tx {
  readonly actor: Actor;
  readonly now: Date;
  readonly locale: Locale;
  readonly requestId: string;
  readonly idempotency?: Idempotency;
  private readonly told: WorkflowEvent[] = [];
  private refusal: string | undefined;

  constructor(
    context: RequestContext,
    readonly manager: EntityManager,
    readonly isRehearsal = false,
  ) {
    this.actor = context.actor;
    this.now = context.now;
    this.locale = context.locale;
    this.requestId = context.requestId;
    if (context.idempotency) this.idempotency = context.idempotency;
  }

  emit(event: WorkflowEvent): void {
    if (this.refusal) throw new Error(`event ${event.name}: ${this.refusal}`);
    this.told.push(event);
  }

  /** All events so far, in the order they were told. */
  get events(): readonly WorkflowEvent[] {
    return this.told;
  }

  /** From now on every `emit` throws with this sentence. */
  seal(refusal: string): void {
    this.refusal = refusal;
  }
}
