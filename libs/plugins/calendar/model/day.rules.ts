/** A day of the bureau's clock, `YYYY-MM-DD`. Days compare as text. */
export type Day = string;

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** True for a day that exists, written as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && textOf(time) === text;
}

/** The day some days later, or earlier with a negative count. */
export function addDays(day: Day, count: number): Day {
  return textOf(timeOf(day) + count * DAY_MS);
}

/** Days from one day to another; negative when the other is earlier. */
export function daysFrom(from: Day, to: Day): number {
  return Math.round((timeOf(to) - timeOf(from)) / DAY_MS);
}

/** The corresponding day some months later; the last day of that month where it has none. */
export function addMonths(day: Day, count: number): Day {
  const year = yearOf(day);
  const months = year * 12 + Number(day.slice(5, 7)) - 1 + count;
  const [toYear, toMonth] = [Math.floor(months / 12), months % 12];
  const lastOfMonth = new Date(Date.UTC(toYear, toMonth + 1, 0)).getUTCDate();
  return textOf(Date.UTC(toYear, toMonth, Math.min(Number(day.slice(8)), lastOfMonth)));
}

/** Year of a day. */
export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** Day of the week, 0 for Sunday. */
export const weekdayOf = (day: Day): number => new Date(timeOf(day)).getUTCDay();

/** True on Saturday and Sunday. */
export const isWeekend = (day: Day): boolean => [0, 6].includes(weekdayOf(day));

/** Every day from the first to the last, both included. */
export function daysBetween(first: Day, last: Day): readonly Day[] {
  return Array.from({ length: Math.max(0, daysFrom(first, last) + 1) }, (_none, index) => addDays(first, index));
}

/** The calendar day of an instant, for a fixed offset from UTC (China: 480 minutes, no summer time). */
export function dayOf(instant: number, utcOffsetMinutes: number): Day {
  return textOf(instant + utcOffsetMinutes * 60_000);
}

/** The last millisecond of a day: a last day belongs to whoever has it until its end. */
export function endOfDay(day: Day, utcOffsetMinutes: number): number {
  return timeOf(day) + DAY_MS - 1 - utcOffsetMinutes * 60_000;
}

/** The end of a period of hours. Hours run on the clock, through nights and holidays (R9). */
export const addHours = (instant: number, hours: number): number => instant + hours * HOUR_MS;

const timeOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const textOf = (time: number): Day => new Date(time).toISOString().slice(0, 10);
