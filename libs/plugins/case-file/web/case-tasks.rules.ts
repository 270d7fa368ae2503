import type { SessionPerson, WireTask } from '@fashen/ui';

/** True for a task nobody has ended. */
export function isOpen(task: WireTask): boolean {
  return task.state === 'READY' || task.state === 'ASSIGNED';
}

/** True for an open task that somebody is to do: of a step where several sign these are their seats, not the step itself. */
export function isSomebodys(task: WireTask): boolean {
  return isOpen(task) && task.mark !== 'seats';
}

/** Principals a person acts as; the same rule as on the server, for choosing what to show first. */
function principalsOf(person: SessionPerson): ReadonlySet<string> {
  const roles = person.roles.flatMap((role) => [`role:${role}`, `role:${role}@${person.unitId}`]);
  return new Set([`person:${person.id}`, `unit:${person.unitId}`, ...roles]);
}

/** The open tasks of a case in the order in which they concern this person: held, claimable, others, steps that only wait for their seats. */
export function tasksFor(person: SessionPerson, tasks: readonly WireTask[]): readonly WireTask[] {
  const principals = principalsOf(person);
  const rank = (task: WireTask): number => {
    if (task.assigneeId === person.id) return 0;
    if (task.state === 'READY' && task.candidates.some((candidate) => principals.has(candidate))) return 1;
    return isSomebodys(task) ? 2 : 3;
  };
  return tasks.filter(isOpen).sort((one, other) => rank(one) - rank(other));
}

/** The task a page showed when somebody else ended it. What the person did is told elsewhere. */
export function endedByOthers(person: SessionPerson, tasks: readonly WireTask[], shownId: string | undefined): WireTask | undefined {
  return tasks.find((task) => task.id === shownId && !isOpen(task) && task.endedBy !== person.id);
}
