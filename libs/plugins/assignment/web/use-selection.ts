import { useState } from 'react';
import { usePart, type WireTask } from '@fashen/ui';
import { EMPTY_SELECTION, extended, type Selection, toggled } from './selection.rules';

/** Rows that a person has chosen to do something with all of them. */
export interface TaskSelection {
  /** Whether there is anything to choose, and something to do with it. */
  readonly isOffered: boolean;
  /** Whether rows can be chosen now. */
  readonly isOn: boolean;
  /** The chosen tasks that are still in the list, in its order. */
  readonly tasks: readonly WireTask[];
  readonly has: (taskId: string) => boolean;
  readonly toggle: (taskId: string | undefined) => void;
  /** From the last row that was touched to this one. */
  readonly extend: (taskId: string | undefined) => void;
  readonly chooseAll: () => void;
  readonly start: () => void;
  readonly stop: () => void;
}

/** Keeps what is chosen of a list; a task that leaves the list is not chosen any more. */
export function useSelection(items: readonly WireTask[]): TaskSelection {
  const isOffered = usePart('batchAct') !== undefined && items.length > 0;
  const [isOn, setIsOn] = useState(false);
  const [selection, setSelection] = useState<Selection>(EMPTY_SELECTION);
  const rows = items.map(({ id }) => id);
  const change = (next: Selection): void => {
    setIsOn(isOffered);
    setSelection(next);
  };
  return {
    isOffered,
    isOn,
    tasks: items.filter(({ id }) => selection.ids.has(id)),
    has: (taskId) => selection.ids.has(taskId),
    toggle: (taskId = '') => (rows.includes(taskId) ? change(toggled(selection, taskId)) : undefined),
    extend: (taskId = '') => (rows.includes(taskId) ? change(extended(selection, rows, taskId)) : undefined),
    chooseAll: () => change({ ids: new Set(rows) }),
    start: () => setIsOn(true),
    stop: () => {
      setIsOn(false);
      setSelection(EMPTY_SELECTION);
    },
  };
}
