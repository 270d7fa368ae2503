import { type Actor, isCovered, principalsOf, type TaskView } from '@fashen/plugin-api';

/**
 * What a claim by this actor meets: `free` may be claimed, `mine` is held by the actor already (a second click changes nothing),
 * `taken` is held by somebody else, `closed` has ended, `foreign` was never offered to the actor.
 */
export type ClaimState = 'free' | 'mine' | 'taken' | 'closed' | 'foreign';

/** Says where a claim stands. An open task without holder and candidates belongs to nobody, never to everybody. */
export function claimState(task: TaskView, actor: Actor): ClaimState {
  if (task.state === 'DONE' || task.state === 'CANCELLED') return 'closed';
  if (task.assigneeId === actor.personId || isOfPrincipal(task, actor)) return 'mine';
  if (!isCandidate(task, actor)) return 'foreign';
  return task.assigneeId === undefined ? 'free' : 'taken';
}

/** True when the task was offered to this actor, by name, unit or role. */
export function isCandidate(task: TaskView, actor: Actor): boolean {
  const principals = principalsOf(actor);
  return task.candidates.some((candidate) => principals.includes(candidate));
}

/** True when the actor acts for the holder of the task, by a rule that is about it. */
function isOfPrincipal(task: TaskView, { onBehalfOf }: Actor): boolean {
  return onBehalfOf !== undefined && task.assigneeId === onBehalfOf.personId && isCovered(onBehalfOf.scope, task);
}
