import {
  addDays,
  addHours,
  countPeriod,
  type Day,
  dayOf,
  daysFrom,
  endOfDay,
  type Hold,
  type OfficeDays,
  isWorkingDay,
  rollOn,
  workingDaysBetween,
} from '@fashen/plugins/calendar/model';
import type { Clock, CountedClock, HoldNote } from './clock';

const HOUR_MS = 3_600_000;

/** What counting needs to know about a clock. */
export type Countable = Pick<Clock, 'startDay' | 'startAt' | 'amount' | 'unit' | 'rule'> & { readonly notBefore?: Day };

/** The days and the place by which clocks are counted. */
export interface Counter {
  readonly calendar: OfficeDays;
  readonly utcOffsetMinutes: number;
}

/** Counts a clock to its last moment. Where the calendar is missing only the raw day is known, and no moment. */
export function countClock(clock: Countable, holds: readonly HoldNote[], counter: Counter): CountedClock {
  return clock.unit === 'hours' ? countHours(clock, holds, counter) : countDays(clock, holds, counter);
}

function countHours({ startAt, amount }: Countable, holds: readonly HoldNote[], { utcOffsetMinutes }: Counter): CountedClock {
  const dueAt = addHours(startAt, amount) + heldMs(holds);
  const day = dayOf(dueAt, utcOffsetMinutes);
  return { dueAt, dueDay: day, rawDay: day, calendarMissing: false };
}

function countDays(clock: Countable, holds: readonly HoldNote[], { calendar, utcOffsetMinutes }: Counter): CountedClock {
  const { startDay: start, amount: count, unit, rule: kind, notBefore } = clock;
  if (unit === 'hours') throw new RangeError('hours are not counted in days');
  const counted = countPeriod({ start, count, unit, kind, holds: intervalsOf(holds) }, calendar);
  const base = { rawDay: counted.raw, calendarMissing: counted.calendarMissing, counted };
  const dueDay = laterOf(counted.due, notBefore);
  if (dueDay === undefined || (kind !== 'term' && counted.calendarMissing)) return base;
  const { outer } = counted;
  return {
    ...base,
    dueDay,
    dueAt: endOfDay(dueDay, utcOffsetMinutes),
    ...(outer !== undefined && { outerDay: laterOf(outer, notBefore) ?? outer }),
  };
}

const laterOf = (day: Day | undefined, other: Day | undefined): Day | undefined =>
  day !== undefined && other !== undefined && other > day ? other : day;

/** Holds that have ended, as intervals. The one that still lasts has no end yet. */
export function intervalsOf(notes: readonly HoldNote[]): readonly Hold[] {
  return pairs(notes).flatMap(([from, to]) => (to ? [{ from: from.day, to: to.day }] : []));
}

function pairs(notes: readonly HoldNote[]): readonly (readonly [HoldNote, HoldNote | undefined])[] {
  const found: (readonly [HoldNote, HoldNote | undefined])[] = [];
  let open: HoldNote | undefined;
  for (const note of notes) {
    if (note.kind === 'HOLD') open ??= note;
    else if (open) {
      found.push([open, note]);
      open = undefined;
    }
  }
  return open ? [...found, [open, undefined]] : found;
}

const heldMs = (notes: readonly HoldNote[]): number => pairs(notes).reduce((sum, [from, to]) => sum + (to ? to.at - from.at : 0), 0);

/** The first moment after the last day, when the clock has run out; for hours the moment itself. */
export function lapseAt(
  { unit, dueAt, dueDay, outerDay }: Pick<Clock, 'unit' | 'dueAt' | 'dueDay' | 'outerDay'>,
  utcOffsetMinutes: number,
): number | undefined {
  if (unit === 'hours') return dueAt;
  const last = outerDay ?? dueDay;
  return last === undefined ? undefined : endOfDay(last, utcOffsetMinutes) + 1;
}

/**
 * What was left of a clock on a day on which it was held, in its own unit: full days after the day before. Hours are whole ones, rounded up.
 * Undefined where the calendar does not reach.
 */
export function remaining(clock: Countable, holds: readonly HoldNote[], at: { readonly now: number } & Counter): number | undefined {
  const today = dayOf(at.now, at.utcOffsetMinutes);
  const due = countClock(clock, holds, at);
  if (clock.unit === 'hours') return due.dueAt === undefined ? undefined : Math.max(0, Math.ceil((due.dueAt - at.now) / HOUR_MS));
  if (due.dueDay === undefined) return undefined;
  // The day of the event is not counted, so on that day nothing has been used up yet.
  const used = addDays(today, -1) > clock.startDay ? addDays(today, -1) : clock.startDay;
  return daysLeft(due.dueDay, used, { unit: clock.unit, calendar: at.calendar });
}

/** Days from a day to a last day, working days where the clock counts those; negative when it is over. Undefined beyond the calendar. */
export function daysLeft(
  dueDay: Day,
  today: Day,
  { unit, calendar }: { readonly unit: Clock['unit']; readonly calendar: OfficeDays },
): number | undefined {
  if (unit !== 'workingDays') return daysFrom(today, dueDay);
  if (dueDay === today) return 0;
  const [first, last] = dueDay > today ? [today, addDays(dueDay, 1)] : [dueDay, addDays(today, 1)];
  const between = workingDaysBetween(first, last, calendar);
  return between === undefined || dueDay > today ? between : -between;
}

/** The day so many working days from a last day; a last day that is off counts from the office day before it. Undefined beyond the calendar. */
export function reminderDay(dueDay: Day, offset: number, calendar: OfficeDays): Day | undefined {
  const step = offset > 0 ? 1 : -1;
  let day = dueDay;
  let left = Math.abs(offset);
  while (left > 0 || !isWorkingDay(day, calendar)) {
    const next = addDays(day, step);
    if (rollOn(next, calendar) === undefined) return undefined;
    day = next;
    if (isWorkingDay(day, calendar)) left -= left > 0 ? 1 : 0;
    if (left === 0 && isWorkingDay(day, calendar)) return day;
  }
  return day;
}
