/** Office days that differ from Monday to Friday, for a range of days. Days are `YYYY-MM-DD` and compare as text. */
export interface WorkingCalendar {
  readonly from: string;
  readonly to: string;
  /** Weekdays off. */
  readonly off: readonly string[];
  /** Weekends worked. */
  readonly worked: readonly string[];
}

/** A day found by counting. `isCertain` is false when the count left the days the calendar knows. */
export interface CountedDay {
  readonly day: string;
  readonly isCertain: boolean;
}

/** The day `count` working days after a day that is not counted itself. */
export function addWorkingDays(day: string, count: number, calendar: WorkingCalendar): CountedDay {
  let current = day;
  for (let left = count; left > 0;) {
    current = dayAfter(current);
    if (isWorkingDay(current, calendar)) left -= 1;
  }
  return { day: current, isCertain: knows(day, calendar) && knows(current, calendar) };
}

/** Full working days strictly between two days. */
export function workingDaysBetween(from: string, to: string, calendar: WorkingCalendar): number {
  let count = 0;
  for (let day = dayAfter(from); day < to; day = dayAfter(day)) if (isWorkingDay(day, calendar)) count += 1;
  return count;
}

/** The calendar day of an instant, for a fixed offset from UTC (China: 480 minutes, no summer time). */
export function dayOf(instant: number, utcOffsetMinutes: number): string {
  return new Date(instant + utcOffsetMinutes * 60_000).toISOString().slice(0, 10);
}

function isWorkingDay(day: string, { off, worked }: WorkingCalendar): boolean {
  if (worked.includes(day)) return true;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !off.includes(day);
}

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

const knows = (day: string, { from, to }: WorkingCalendar): boolean => from <= day && day <= to;
