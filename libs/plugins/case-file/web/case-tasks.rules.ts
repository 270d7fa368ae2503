import type { SessionPerson, WireTask } from '@fashen/ui';

/** True for a task nobody has ended. */
export function isOpen(task: WireTask): boolean {
  return task.state === 'READY' || task.state === 'ASSIGNED';
}

/** Principals a person acts as; the same rule as on the server, for choosing what to show first. */
function principalsOf(person: SessionPerson): ReadonlySet<string> {
  const roles = person.roles.flatMap((role) => [`role:${role}`, `role:${role}@${person.unitId}`]);
  return new Set([`person:${person.id}`, `unit:${person.unitId}`, ...roles]);
}

/**
 * The open tasks of a case in the order in which they concern this person: held (by whom the person acts for), claimable, others, steps that
 * only wait for their seats. Whoever signs at a step sees their own part in place of the step.
 */
export function tasksFor(person: SessionPerson, tasks: readonly WireTask[], holderId = person.id): readonly WireTask[] {
  const principals = principalsOf(person);
  const rank = (task: WireTask): number => {
    if (task.assigneeId === holderId) return 0;
    if (task.state === 'READY' && task.candidates.some((candidate) => principals.has(candidate))) return 1;
    return task.mark === 'seats' ? 3 : 2;
  };
  const open = tasks.filter(isOpen);
  const isOwnPart = (visit: WireTask): boolean => open.some((one) => one.parentId === visit.id && one.assigneeId === holderId);
  return open.filter((task) => !isOwnPart(task)).sort((one, other) => rank(one) - rank(other));
}

/** The task a page showed when somebody else ended it. What the person did is told elsewhere. */
export function endedByOthers(person: SessionPerson, tasks: readonly WireTask[], shownId: string | undefined): WireTask | undefined {
  return tasks.find((task) => task.id === shownId && !isOpen(task) && task.endedBy !== person.id);
}

/** A step that is open now, with the names of all who hold a part of it. */
export interface PresentStep {
  readonly task: WireTask;
  readonly holders: readonly string[];
}

/** The open visits of a case, each once, however many people sign or were asked there. */
export function presentSteps(tasks: readonly WireTask[]): readonly PresentStep[] {
  const open = tasks.filter(isOpen);
  return open
    .filter(({ kind }) => kind === 'VISIT')
    .map((task) => {
      const parts = open.filter(({ executionId, assigneeName }) => executionId === task.executionId && assigneeName !== undefined);
      return { task, holders: [...new Set(parts.flatMap(({ assigneeName }) => assigneeName ?? []))] };
    });
}
