import dayjs from 'dayjs';

/** State of a term. Shape, color and words of the deadline light follow from it. */
export type DeadlineState = 'none' | 'normal' | 'soon' | 'today' | 'late';

/** A term as the deadline light shows it. */
export interface Deadline {
  readonly state: DeadlineState;
  /** Calendar days to the due day; days over it when late. */
  readonly days: number;
}

/** Terms with this many days left or fewer count as soon, if the caller does not say otherwise. */
export const SOON_DAYS = 2;

/**
 * Judges a term by whole days of the local calendar: due today is not late before midnight unless the due moment has an exact time in the past.
 */
export function judgeDeadline(dueAt: string | undefined, now: Date, soonDays: number = SOON_DAYS): Deadline {
  if (!dueAt) return { state: 'none', days: 0 };
  const due = dayjs(dueAt);
  const days = due.startOf('day').diff(dayjs(now).startOf('day'), 'day');
  if (due.isBefore(now)) return { state: 'late', days: Math.abs(days) };
  if (days === 0) return { state: 'today', days: 0 };
  return { state: days <= soonDays ? 'soon' : 'normal', days };
}

/** The same term with its days counted by a calendar: holidays before a last day do not make it far away. */
export function withDays({ state, days }: Deadline, counted: number, soonDays: number = SOON_DAYS): Deadline {
  if (state === 'late') return { state, days: Math.abs(counted) };
  if (state === 'normal' || state === 'soon') return { state: counted <= soonDays ? 'soon' : 'normal', days: counted };
  return { state, days };
}
