import { type TaskView, WAITING_MARKS } from '@fashen/plugin-api';
import { AUTOMATIC_ACTS, type EndAct } from './clock';

/** What the end of a clock looks at. */
export interface AtTheEnd {
  /** What the drawing wants. */
  readonly act: EndAct;
  /** The task of the clock; absent for a clock of the case. */
  readonly task?: Pick<TaskView, 'mark'>;
  /** Only people can end the step: the law wants it so, or each has to fill it in. */
  readonly isByPeopleOnly: boolean;
}

/**
 * What happens at the end of a clock. Where only people can act, and where the holder waits for others, nobody decides in their
 * place: they are told, and those above them. A holder who waits hears of it even where only a reminder is drawn: whom they asked is late.
 */
export function actFor({ act, task, isByPeopleOnly }: AtTheEnd): EndAct {
  const isAutomatic = AUTOMATIC_ACTS.includes(act);
  if (isBlocked(task)) return isAutomatic || act === 'REMIND' ? 'ESCALATE' : act;
  return isAutomatic && isByPeopleOnly ? 'ESCALATE' : act;
}

/** The vote a signer gets who has not voted in time. An abstention, unless the drawing wants agreement and nothing speaks against it. */
export function seatVote(atEnd: EndAct, atSeatEnd: EndAct): 'ABSTAIN' | 'AGREE' {
  return atSeatEnd === 'AGREE' && atEnd !== 'AUTO_REJECT' ? 'AGREE' : 'ABSTAIN';
}

/** True while the holder waits for people who were asked. A visit with signers is not blocked: each of them acts alone. */
export function isBlocked(task: Pick<TaskView, 'mark'> | undefined): boolean {
  return task?.mark !== undefined && task.mark !== 'seats' && WAITING_MARKS.includes(task.mark);
}

/** True while somebody may still do it. */
export const isOpen = ({ state }: Pick<TaskView, 'state'>): boolean => state === 'READY' || state === 'ASSIGNED';

/** Who must act now: holders of open work for which nobody else was asked. Under `root` only, when given. */
export function mustAct(tasks: readonly TaskView[], root?: string): readonly string[] {
  const open = tasks.filter(isOpen);
  const asking = new Set(open.map(({ parentId }) => parentId));
  return holdersOf(open.filter((task) => !asking.has(task.id) && (root === undefined || isUnder(task, root, tasks))));
}

/** Holders of tasks, each once. */
export const holdersOf = (tasks: readonly TaskView[]): readonly string[] => [
  ...new Set(tasks.flatMap(({ assigneeId }) => (assigneeId ? [assigneeId] : []))),
];

function isUnder(task: TaskView, root: string, tasks: readonly TaskView[]): boolean {
  const parent = tasks.find(({ id }) => id === task.parentId);
  return task.id === root || (parent !== undefined && isUnder(parent, root, tasks));
}
