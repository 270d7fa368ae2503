import type { WireTask } from '@fashen/ui';

/** The most tasks of one batch, as the server takes them. */
export const MOST_TASKS = 100;

/** Chosen tasks of one step. */
export interface BatchStep {
  readonly key: string;
  readonly nodeName: string;
  readonly tasks: readonly WireTask[];
}

/** The chosen tasks by step, the step with most of them first. A batch is of one step. */
export function stepsOf(tasks: readonly WireTask[]): readonly BatchStep[] {
  const steps = new Map<string, BatchStep>();
  for (const task of tasks) {
    const key = `${task.definitionKey} ${task.nodeId}`;
    const known = steps.get(key) ?? { key, nodeName: task.nodeName, tasks: [] };
    steps.set(key, { ...known, tasks: [...known.tasks, task] });
  }
  return [...steps.values()].sort((one, other) => other.tasks.length - one.tasks.length);
}

/** How many of a batch come out well, and how many do not. */
export function tallyOf(items: readonly { readonly isDone: boolean }[]): { readonly good: number; readonly bad: number } {
  const good = items.filter(({ isDone }) => isDone).length;
  return { good, bad: items.length - good };
}
