/** Names of months and days as flatpickr wants them; weeks begin on Sunday in the lists, whatever day is shown first. */
export interface DayNames {
  readonly firstDayOfWeek: number;
  readonly months: { readonly shorthand: readonly string[]; readonly longhand: readonly string[] };
  readonly weekdays: { readonly shorthand: readonly string[]; readonly longhand: readonly string[] };
}

const MONTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((month) => Date.UTC(2023, month, 15));
/** The first of January 2023 is a Sunday. */
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7].map((day) => Date.UTC(2023, 0, day));

/** Names of months and days in a language. Chinese offices begin the week on Monday. */
export function dayNamesIn(locale: string): DayNames {
  const named = (days: readonly number[], options: Intl.DateTimeFormatOptions): readonly string[] => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
    return days.map((day) => format.format(day));
  };
  return {
    firstDayOfWeek: locale.startsWith('zh') ? 1 : 0,
    months: { shorthand: named(MONTHS, { month: 'short' }), longhand: named(MONTHS, { month: 'long' }) },
    weekdays: { shorthand: named(WEEKDAYS, { weekday: 'short' }), longhand: named(WEEKDAYS, { weekday: 'long' }) },
  };
}
