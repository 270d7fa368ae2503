import type { Json, JsonObject, TaskView } from '@fashen/plugin-api';

/** A task that brought answers. */
export interface FilledIn {
  readonly task: TaskView;
  /** The answers of one person's part of a step; without them those of the step stand in the case data. */
  readonly answer?: JsonObject;
}

/**
 * What was filled in and still stands, in the order in which it was done: the last done visit of each step, and where several fill in the
 * step each part of its last visit, also while others have not spoken yet.
 */
export function filledIn(tasks: readonly TaskView[]): readonly FilledIn[] {
  const visits = tasks.filter(({ kind, state }) => kind === 'VISIT' && state !== 'CANCELLED');
  const done = lastOfEach(visits.filter(({ state, mark }) => state === 'DONE' && mark !== 'seats')).map((task) => ({ task }));
  const last = new Set(lastOfEach(visits).map(({ id }) => id));
  const parts = tasks.filter(({ kind, state, parentId }) => kind === 'SEAT' && state === 'DONE' && last.has(parentId ?? ''));
  return [...done, ...parts.flatMap(answeredBy)].sort((one, other) => endOf(one) - endOf(other));
}

/** The answers with which one person has ended their part of a step, as the end of its task keeps them; absent where it was a vote. */
export function answerIn(outcome: Json | undefined): JsonObject | undefined {
  const answer = isObject(outcome) ? outcome['answer'] : undefined;
  return isObject(answer) ? answer : undefined;
}

function answeredBy(task: TaskView): readonly FilledIn[] {
  const answer = answerIn(task.outcome);
  return answer ? [{ task, answer }] : [];
}

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

const lastOfEach = (visits: readonly TaskView[]): readonly TaskView[] => [...new Map(visits.map((task) => [task.nodeId, task])).values()];
const endOf = ({ task }: FilledIn): number => task.endedAt?.getTime() ?? 0;
