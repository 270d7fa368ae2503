import { addDays, type Day, daysBetween, daysFrom } from '@fashen/plugins/calendar/model';
import type { LateFineRule } from './penalty-execution.schema';

/** Days on which nothing accrues; without a last day it goes on. */
export interface Pause {
  readonly from: Day;
  readonly to?: Day;
}

/** What a late fine is counted from. */
export interface LateFineFacts {
  /** Yuan. */
  readonly fine: number;
  /** Last day on which paying is in time. */
  readonly payBy: Day;
  /** The day on which it was paid, the last one that counts. */
  readonly paidOn?: Day;
  /** Reconsideration and litigation. */
  readonly pauses: readonly Pause[];
}

/** A fine for paying late, as it stands on a day. */
export interface LateFine {
  /** First day that counts. */
  readonly from: Day;
  /** Yuan a day. */
  readonly perDay: number;
  /** Days that count so far. */
  readonly days: number;
  /** Yuan so far, never above the cap. */
  readonly amount: number;
  /** Yuan. */
  readonly cap: number;
  /** The day that reaches the cap, if nothing stops it; absent while it stands still. */
  readonly capDay?: Day;
  /** It stands still on this day: reconsideration or litigation runs. */
  readonly isPaused: boolean;
}

/** A day that lies further off is none: a hundred years of days that count. */
const MOST_DAYS = 36_525;
const FEN = 100;
const PERCENT = 100;
const toFen = (yuan: number): number => Math.round(yuan * FEN);
const share = (fen: number, percent: number): number => Math.round((fen * percent) / PERCENT);

/** The late fine as it stands at the end of a day. Counted in fen, so that nothing is lost. */
export function lateFineOn({ ratePercent, capPercent }: LateFineRule, facts: LateFineFacts, day: Day): LateFine {
  const fine = toFen(facts.fine);
  const [perDay, cap] = [share(fine, ratePercent), share(fine, capPercent)];
  const from = addDays(facts.payBy, 1);
  const last = facts.paidOn !== undefined && facts.paidOn < day ? facts.paidOn : day;
  const days = countedDays(from, last, facts.pauses);
  const isPaused = facts.paidOn === undefined && facts.pauses.some((pause) => covers(pause, day));
  const capDay = perDay > 0 && facts.paidOn === undefined ? dayNumber(from, Math.ceil(cap / perDay), facts.pauses) : undefined;
  const amount = Math.min(cap, days * perDay);
  return { from, perDay: perDay / FEN, days, amount: amount / FEN, cap: cap / FEN, ...(capDay && { capDay }), isPaused };
}

/** Days from one to another that are not within a pause. */
const countedDays = (from: Day, last: Day, pauses: readonly Pause[]): number =>
  daysBetween(from, last).filter((day) => !pauses.some((pause) => covers(pause, day))).length;

/** The n-th day that counts; undefined when a pause without an end comes before it. */
function dayNumber(from: Day, n: number, pauses: readonly Pause[]): Day | undefined {
  if (n > MOST_DAYS) return undefined;
  const longest = n + pauses.reduce((sum, { from: first, to = first }) => sum + Math.max(0, daysFrom(first, to)) + 1, 0);
  const counted = daysBetween(from, addDays(from, longest)).filter((day) => !pauses.some((pause) => covers(pause, day)));
  return counted[n - 1];
}

const covers = ({ from, to }: Pause, day: Day): boolean => from <= day && (to === undefined || day <= to);
