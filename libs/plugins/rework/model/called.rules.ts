import type { ModelElement, ProcessModel } from '@fashen/plugin-api';
import { isStatutory } from './settings.rules';

/** Models of called processes by key. What is not published is not there. */
export type CalledModels = ReadonlyMap<string, ProcessModel>;

/** Keys of the processes a drawing calls. */
export const calledKeys = ({ elements }: ProcessModel): readonly string[] => [
  ...new Set([...elements.values()].flatMap(({ calledElement }) => calledElement ?? [])),
];

/** True for a step that must never be left out, and for the call of a process that has one, however deep. */
export function isDemanded(element: ModelElement | undefined, called: CalledModels, seen: readonly string[] = []): boolean {
  if (isStatutory(element)) return true;
  const key = element?.calledElement;
  if (key === undefined || seen.includes(key)) return false;
  const steps = [...(called.get(key)?.elements.values() ?? [])];
  return steps.some((step) => isDemanded(step, called, [...seen, key]));
}
