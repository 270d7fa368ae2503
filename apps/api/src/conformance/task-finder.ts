import { principalsOf, type Actor, type TaskView } from '@fashen/plugin-api';

/** Who looks for which task. */
export interface TaskQuestion {
  readonly personId: string;
  /** With roles and unit; absent for people who are not active any more. */
  readonly actor?: Actor;
  readonly node: string;
  /** Take a task that is over, as taking back does. */
  readonly isEnded: boolean;
}

/** The task of a person at a node, as the kit means it: see `OnTask` there. `tasks` oldest first. */
export function taskFor({ personId, actor, node, isEnded }: TaskQuestion, tasks: readonly TaskView[]): TaskView | undefined {
  const here = tasks.filter(({ nodeId }) => nodeId === node);
  const own = (task: TaskView): boolean => task.assigneeId === personId || task.endedBy === personId;
  const principals = actor ? principalsOf(actor) : [];
  const orders: readonly ((task: TaskView) => boolean)[] = isEnded
    ? [(task) => !isOpen(task) && task.state === 'DONE' && own(task)]
    : [
        (task) => isWork(task) && task.assigneeId === personId,
        (task) => isWork(task) && task.candidates.some((candidate) => principals.includes(candidate)),
        isWork,
        own,
      ];
  for (const order of orders) {
    const found = here.filter(order).at(-1);
    if (found) return found;
  }
  return here.at(-1);
}

const isOpen = ({ state }: TaskView): boolean => state === 'READY' || state === 'ASSIGNED';

/** Open work of somebody; a visit whose signers have seats is nobody's. */
export const isWork = (task: TaskView): boolean => isOpen(task) && task.mark !== 'seats';
