import type { Actor, TaskView } from '@fashen/plugin-api';

/** When urging is let through. Times of day are `HH:MM` at the bureau. */
export interface UrgePolicy {
  readonly hoursBetween: number;
  readonly perDay: number;
  /** Quiet hours; the same time twice means none. They may span midnight. */
  readonly quietFrom: string;
  readonly quietUntil: string;
  readonly utcOffsetMinutes: number;
}

/** Why urging is not let through now. */
export type UrgeRefusal =
  { readonly kind: 'quiet' } | { readonly kind: 'tooSoon'; readonly againAt: number } | { readonly kind: 'tooOften' };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Judges one more urging of the same thing. `earlier` and `now` are milliseconds since the epoch; the order of `earlier` does not matter. */
export function urgeRefusal(earlier: readonly number[], now: number, policy: UrgePolicy): UrgeRefusal | undefined {
  if (isQuiet(now, policy)) return { kind: 'quiet' };
  const againAt = Math.max(...earlier, Number.NEGATIVE_INFINITY) + policy.hoursBetween * HOUR;
  if (now < againAt) return { kind: 'tooSoon', againAt };
  const today = dayOf(now, policy);
  return earlier.filter((at) => dayOf(at, policy) === today).length >= policy.perDay ? { kind: 'tooOften' } : undefined;
}

/** True in the quiet hours of the bureau. */
export function isQuiet(now: number, { quietFrom, quietUntil, utcOffsetMinutes }: UrgePolicy): boolean {
  const minute = Math.floor((((now + utcOffsetMinutes * MINUTE) % DAY) + DAY) % DAY) / MINUTE;
  const [from, until] = [minuteOf(quietFrom), minuteOf(quietUntil)];
  return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
}

/** True for the starter of the case, for those who ended a task of it, and for those with the permission. */
export function mayUrge(actor: Actor, startedBy: string, tasks: readonly Pick<TaskView, 'state' | 'endedBy'>[]): boolean {
  if (actor.permissions.includes('circulate.urgeAny') || actor.personId === startedBy) return true;
  return tasks.some((task) => task.state === 'DONE' && task.endedBy === actor.personId);
}

const dayOf = (at: number, { utcOffsetMinutes }: UrgePolicy): number => Math.floor((at + utcOffsetMinutes * MINUTE) / DAY);

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
