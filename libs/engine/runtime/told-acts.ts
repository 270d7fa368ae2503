import type { Act } from '../kernel';
import type { WorkflowSession } from './workflow-session';

/** Something done to an instance in a command: an act of the kernel, visits taken back, or case data set between two of them. */
export type SessionAct = Act | { readonly kind: 'variables' } | { readonly kind: 'back'; readonly executionIds: readonly string[] };

/**
 * An act as the event `engine.advanced` tells it, so that the record alone is enough to do it again. What another event of the command
 * holds is not told twice: without `output`, that of a task and of a message stands in the `engine.taskCompleted` or
 * `engine.messageReceived` of the same execution; `variables` stands for the next `engine.variablesChanged`.
 */
export type ToldAct = SessionAct;

/** The acts of a command. Empty when the kernel did nothing: data set by itself is an event of its own. */
export function toldActs(session: WorkflowSession): readonly ToldAct[] {
  if (session.acts.every(({ kind }) => kind === 'variables')) return [];
  return session.acts.map((act) => (isToldElsewhere(session, act) ? { kind: act.kind, executionId: act.executionId } : act));
}

function isToldElsewhere(session: WorkflowSession, act: SessionAct): act is Extract<Act, { kind: 'complete' | 'message' }> {
  return act.kind === 'message' || (act.kind === 'complete' && session.endedTasks.has(act.executionId));
}
