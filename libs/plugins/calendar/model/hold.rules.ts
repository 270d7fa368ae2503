import { addDays, type Day, daysFrom } from './day.rules';

/** A suspension: its first day is held, the day on which the period goes on is not (R14). */
export interface Hold {
  readonly from: Day;
  /** The first day that counts again. */
  readonly to: Day;
}

/** True on a day on which the period stands still. */
export const isHeld = (day: Day, holds: readonly Hold[]): boolean => holds.some(({ from, to }) => from <= day && day < to);

/** Days on which at least one suspension holds. Where two overlap, a day counts once. */
export function heldDays(holds: readonly Hold[]): number {
  let total = 0;
  let until = '';
  for (const { from, to } of [...holds].sort((one, other) => (one.from < other.from ? -1 : 1))) {
    const first = from > until ? from : until;
    if (to <= first) continue;
    total += daysFrom(first, to);
    until = to;
  }
  return total;
}

/** How a document reached the party. */
export type ServiceMode = 'SIGNED' | 'POST' | 'ELECTRONIC' | 'PUBLICATION';

/**
 * The day on which a document counts as served (R12): the day it was signed for, the day on the postal receipt, the day it arrived
 * electronically, or the end of the days after publication (`publicationDays`, a figure of the law). Never rolled on: nobody has to act on it.
 */
export function serviceDay(mode: ServiceMode, day: Day, publicationDays: number): Day {
  return mode === 'PUBLICATION' ? addDays(day, publicationDays) : day;
}

/** True when something posted on this day counts as in time, whenever it arrives (R13). */
export const isPostedInTime = (postedOn: Day, due: Day): boolean => postedOn <= due;
