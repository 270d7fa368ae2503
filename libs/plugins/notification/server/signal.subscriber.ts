import { Injectable } from '@nestjs/common';
import { type EventSubscriber, type Json, Tasks, type Tx, type WorkflowEvent } from '@fashen/plugin-api';
import { formerHolderOf } from '../model';
import { SignalRepository } from './signal.repository';

/**
 * Leaves one row per changed case, in the transaction of the change: who has to look again. Every node reads it within a second,
 * whatever node made the change, so an inbox does not wait for the outbox.
 */
@Injectable()
export class SignalSubscriber implements EventSubscriber {
  readonly event = '*';
  readonly when = 'inTransaction';

  constructor(
    private readonly signals: SignalRepository,
    private readonly tasks: Tasks,
  ) {}

  async handle(tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    const cases = new Map<string, Set<string>>();
    for (const event of events) {
      if (!event.instanceId) continue;
      const principals = cases.get(event.instanceId) ?? new Set([`person:${tx.actor.personId}`]);
      cases.set(event.instanceId, principals);
      for (const principal of await this.touched(tx, event)) principals.add(principal);
    }
    for (const [instanceId, principals] of cases) await this.signals.add(tx, { topic: 'case', principals: [...principals], instanceId });
  }

  private async touched(tx: Tx, event: WorkflowEvent): Promise<readonly string[]> {
    const { name, payload } = event;
    if (name === 'engine.taskCancelled') return this.holdersOf(tx, payload['taskId']);
    if (name !== 'engine.taskCreated' && name !== 'engine.taskAssigned') return [];
    const persons = [payload['assigneeId'], formerHolderOf(event)].filter((id) => typeof id === 'string').map((id) => `person:${id}`);
    const candidates = payload['candidates'];
    return [...persons, ...(Array.isArray(candidates) ? candidates.filter((one) => typeof one === 'string') : [])];
  }

  /** A cancelled task does not tell whose it was. */
  private async holdersOf(tx: Tx, taskId: Json | undefined): Promise<readonly string[]> {
    const task = typeof taskId === 'string' ? await this.tasks.find(tx, taskId) : undefined;
    if (!task) return [];
    return [...task.candidates, ...(task.assigneeId ? [`person:${task.assigneeId}`] : [])];
  }
}
