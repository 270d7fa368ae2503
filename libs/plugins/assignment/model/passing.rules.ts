import type { Json, TaskView } from '@fashen/plugin-api';
import type { AssignmentRule } from './assignment.schema';

/** Why a step was passed by itself: its approver started the case, agreed at the step before, or at an earlier one. */
export type PassedBecause = 'starter' | 'previous' | 'earlier';

/** A step by which somebody has agreed. */
export interface Agreement {
  readonly because: Exclude<PassedBecause, 'starter'>;
  readonly task: TaskView;
}

/** Moves after which what was agreed before does not count any more. */
const UNDOING: readonly (string | undefined)[] = ['return', 'takeBack'];

/**
 * The agreement that lets this person's step pass by itself; undefined when there is none. Counted is what the person ended since the case
 * was last sent back. A vote against, an abstention and a failed vote are no agreement, and advice is none either.
 */
export function earlierAgreement(
  policy: AssignmentRule['samePersonPolicy'],
  personId: string,
  tasks: readonly TaskView[],
): Agreement | undefined {
  const decided = decisionsIn(tasks);
  const last = decided.reduce<TaskView | undefined>((latest, task) => (latest && endOf(latest) > endOf(task) ? latest : task), undefined);
  const own = decided.filter((task) => task.endedBy === personId && isAgreement(task.outcome));
  const previous = own.find(({ executionId }) => executionId === last?.executionId);
  if (previous && policy !== 'allow') return { because: 'previous', task: previous };
  const earlier = policy === 'skipAny' ? own.at(-1) : undefined;
  return earlier && { because: 'earlier', task: earlier };
}

/** Steps and votes that were ended and still count. The visit of a step that several signed is no decision of its own. */
function decisionsIn(tasks: readonly TaskView[]): readonly TaskView[] {
  const undone = Math.max(...tasks.filter(({ cause }) => UNDOING.includes(cause)).map(endOf), Number.NEGATIVE_INFINITY);
  const signed = new Set(tasks.filter(({ kind }) => kind === 'SEAT').map(({ executionId }) => executionId));
  return tasks.filter(
    (task) =>
      task.state === 'DONE' && endOf(task) > undone && (task.kind === 'SEAT' || (task.kind === 'VISIT' && !signed.has(task.executionId))),
  );
}

const endOf = ({ endedAt }: TaskView): number => endedAt?.getTime() ?? Number.NEGATIVE_INFINITY;

/** Without an outcome the person has handed the step in. Any other outcome than a vote in favor may have been a no. */
function isAgreement(outcome: Json | undefined): boolean {
  if (outcome === undefined) return true;
  return typeof outcome === 'object' && outcome !== null && 'choice' in outcome && outcome.choice === 'agree';
}
