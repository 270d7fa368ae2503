import { z } from 'zod';
import data from './bundled-years.json';
import { isDay } from './day.rules';
import { dayProblem } from './office-days.rules';

/** Years the product accepts. */
export const YEARS = { first: 1990, last: 2199 } as const;

/** A day as requests and data files carry it. */
export const daySchema = z.string().refine(isDay);

/** A year as requests and data files carry it. */
export const yearSchema = z.int().min(YEARS.first).max(YEARS.last);

/** A day that is not what its weekday says. */
export const calendarDay = z.strictObject({
  day: daySchema,
  kind: z.enum(['OFF', 'WORKED']),
  name: z.string().trim().min(1).max(50),
});

/** Days of one year, each at most once, ordered by day. */
export const calendarDays = z
  .array(calendarDay)
  .max(366)
  .refine((days) => new Set(days.map(({ day }) => day)).size === days.length, { message: 'a day stands twice' })
  .transform((days) => [...days].sort((one, other) => (one.day < other.day ? -1 : 1)));

/** A yearly plan: what a year is made of before the bureau's own days. */
export const yearPlan = z
  .strictObject({ year: yearSchema, source: z.string().trim().min(1).max(300), days: calendarDays })
  .refine(({ year, days }) => days.every((one) => dayProblem(one, year) === undefined), { message: 'a day does not fit the year' });
export type YearPlan = z.infer<typeof yearPlan>;

/** The plans that come with the product: `bundled-years.json`, copied from the notices named in it. */
export const bundledYears: readonly YearPlan[] = z.array(yearPlan).parse(data);

/** Days added, taken away and changed between two lists of days. */
export interface DayChanges {
  readonly addedOff: readonly string[];
  readonly addedWorked: readonly string[];
  readonly removed: readonly string[];
  /** Days whose kind stays and whose name changes. */
  readonly renamed: readonly string[];
}

type AnyDay = z.infer<typeof calendarDay>;

/** What publishing `after` over `before` changes. A day that turns from off to worked is added worked. */
export function changesBetween(before: readonly AnyDay[], after: readonly AnyDay[]): DayChanges {
  const was = new Map(before.map((one) => [one.day, one]));
  const stays = new Set(after.map(({ day }) => day));
  const added = (kind: AnyDay['kind']): readonly string[] =>
    after.filter((one) => one.kind === kind && was.get(one.day)?.kind !== kind).map(({ day }) => day);
  const isRenamed = (one: AnyDay): boolean => was.get(one.day)?.kind === one.kind && was.get(one.day)?.name !== one.name;
  return {
    addedOff: added('OFF'),
    addedWorked: added('WORKED'),
    removed: before.filter(({ day }) => !stays.has(day)).map(({ day }) => day),
    renamed: after.filter(isRenamed).map(({ day }) => day),
  };
}
