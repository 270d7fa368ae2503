import type { TaskView, WorkflowError } from '@fashen/plugin-api';
import type { Clock, HoldNote } from './clock';
import { deadlineErrors } from './deadline.errors';

/** The open request for missing materials; undefined when the clock stands still for something else, or runs. */
export function askedSupplement({ state }: Pick<Clock, 'state'>, holds: readonly HoldNote[]): HoldNote | undefined {
  const last = holds.at(-1);
  return state === 'HELD' && last?.kind === 'HOLD' && last.reason === 'SUPPLEMENT' ? last : undefined;
}

/** Why this person may not hand materials in; undefined when it may: whoever worked on the case before, but not who has asked for them. */
export function handInRefusal(
  clock: Pick<Clock, 'state' | 'name'>,
  holds: readonly HoldNote[],
  person: { readonly personId: string; readonly tasks: readonly Pick<TaskView, 'endedBy'>[] },
): WorkflowError | undefined {
  const asked = askedSupplement(clock, holds);
  if (!asked) return deadlineErrors.NO_SUPPLEMENT({ clock: clock.name });
  const workedOn = person.tasks.some(({ endedBy }) => endedBy === person.personId);
  return workedOn && asked.changedBy !== person.personId ? undefined : deadlineErrors.NOT_ALLOWED({ clock: clock.name, roles: [] });
}
