import { addDays, type Day, daysBetween, isWeekend, weekdayOf, yearOf } from './day.rules';

/** A day that is not what its weekday says: off, or worked. */
export interface CalendarDay {
  readonly day: Day;
  readonly kind: 'OFF' | 'WORKED';
  /** Why, such as 春节. */
  readonly name: string;
}

/**
 * The office days of one bureau as plain data. Only days of loaded years are known; of all others nothing is said, because the yearly
 * plan cannot be foreseen.
 */
export interface OfficeDays {
  /** What to pin: the same id always means the same days. */
  readonly versionId: string;
  /** Loaded years, ascending. */
  readonly years: readonly number[];
  /** Days of the yearly plans. */
  readonly national: Readonly<Record<Day, CalendarDay>>;
  /** Days of the bureau's own; they go before those of the plan. */
  readonly local: Readonly<Record<Day, CalendarDay>>;
}

/** What a day is, and why. `unknown` is a day of a year that is not loaded. */
export type DayNature =
  | { readonly kind: 'working' | 'weekend' | 'unknown' }
  | { readonly kind: 'holiday' | 'local-off' | 'worked' | 'local-worked'; readonly name: string };

/** Joins the days of several years and a bureau's own into one calendar. */
export function officeDays(
  versionId: string,
  parts: {
    readonly years: readonly { readonly year: number; readonly days: readonly CalendarDay[] }[];
    readonly local: readonly CalendarDay[];
  },
): OfficeDays {
  return {
    versionId,
    years: parts.years.map(({ year }) => year).sort((one, other) => one - other),
    national: byDay(parts.years.flatMap(({ days }) => days)),
    local: byDay(parts.local),
  };
}

const byDay = (days: readonly CalendarDay[]): Readonly<Record<Day, CalendarDay>> => Object.fromEntries(days.map((one) => [one.day, one]));

/** Judges one day. */
export function natureOf(day: Day, calendar: OfficeDays): DayNature {
  if (!calendar.years.includes(yearOf(day))) return { kind: 'unknown' };
  const local = calendar.local[day];
  if (local) return { kind: local.kind === 'OFF' ? 'local-off' : 'local-worked', name: local.name };
  const national = calendar.national[day];
  if (national) return { kind: national.kind === 'OFF' ? 'holiday' : 'worked', name: national.name };
  return { kind: isWeekend(day) ? 'weekend' : 'working' };
}

/** True on a day known to be worked. */
export const isWorkingDay = (day: Day, calendar: OfficeDays): boolean => worksOn(natureOf(day, calendar));

/** True for the nature of a day that is worked. */
export const worksOn = ({ kind }: DayNature): boolean => kind === 'working' || kind === 'worked' || kind === 'local-worked';

/** True when every day from the first to the last lies in a loaded year. */
export function knowsAll(first: Day, last: Day, { years }: OfficeDays): boolean {
  for (let year = yearOf(first); year <= yearOf(last); year += 1) if (!years.includes(year)) return false;
  return true;
}

/** Full working days strictly between two days (R11); undefined where the calendar does not know them all. */
export function workingDaysBetween(from: Day, to: Day, calendar: OfficeDays): number | undefined {
  const [first, last] = [addDays(from, 1), addDays(to, -1)];
  if (first > last) return 0;
  if (!knowsAll(first, last, calendar)) return undefined;
  return daysBetween(first, last).filter((day) => isWorkingDay(day, calendar)).length;
}

/** Working days of a loaded year; undefined when it is not loaded. */
export function workingDaysOfYear(year: number, calendar: OfficeDays): number | undefined {
  return workingDaysBetween(`${year - 1}-12-31`, `${year + 1}-01-01`, calendar);
}

/** Why a day cannot stand in a calendar as it is; undefined when it can. A worked day must be a weekend, or the entry says nothing. */
export function dayProblem(one: CalendarDay, year: number): 'OTHER_YEAR' | 'WORKED_WEEKDAY' | undefined {
  if (yearOf(one.day) !== year) return 'OTHER_YEAR';
  return one.kind === 'WORKED' && ![0, 6].includes(weekdayOf(one.day)) ? 'WORKED_WEEKDAY' : undefined;
}
