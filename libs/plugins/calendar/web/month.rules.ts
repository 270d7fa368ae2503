import { addDays, addMonths, type CalendarDay, daysBetween, weekdayOf } from '../model';

/** The weeks of a month from Sunday to Saturday; places before the first and after the last day are empty. */
export function weeksOf(year: number, month: number): readonly (readonly (string | undefined)[])[] {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  const days = daysBetween(first, addDays(addMonths(first, 1), -1));
  const places: (string | undefined)[] = [...Array.from({ length: weekdayOf(first) }, () => undefined), ...days];
  const weeks = Math.ceil(places.length / 7);
  return Array.from({ length: weeks }, (_none, week) => Array.from({ length: 7 }, (_empty, place) => places[week * 7 + place]));
}

/** Days with the same name and kind, such as 元旦 off on 1–3. */
export interface DayNote {
  readonly name: string;
  readonly kind: CalendarDay['kind'];
  /** Runs of days: `1–3`, `8`. */
  readonly runs: readonly string[];
}

/** What a month has that its weekdays do not say, in the order of the days. */
export function notesOf(days: readonly CalendarDay[], month: number): readonly DayNote[] {
  const inMonth = days.filter(({ day }) => Number(day.slice(5, 7)) === month);
  const keys = [...new Set(inMonth.map(({ name, kind }) => `${kind} ${name}`))];
  return keys.flatMap((key) => {
    const same = inMonth.filter(({ name, kind }) => `${kind} ${name}` === key);
    const [first] = same;
    return first ? [{ name: first.name, kind: first.kind, runs: runsOf(same.map(({ day }) => Number(day.slice(8)))) }] : [];
  });
}

/** Ascending numbers as runs: 1, 2, 3, 8 becomes `1–3`, `8`. */
export function runsOf(numbers: readonly number[]): readonly string[] {
  const runs: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && last.to === number - 1) last.to = number;
    else runs.push({ from: number, to: number });
  }
  return runs.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`));
}

/** Days one after the other, with the name they share. */
export interface DayRun {
  readonly from: string;
  readonly to: string;
  /** Empty where nobody knows it. */
  readonly name: string;
}

/** Days as runs of neighbors with the same name, as a notice says them. */
export function dayRuns(days: readonly string[], named: readonly CalendarDay[]): readonly DayRun[] {
  const names = new Map(named.map(({ day, name }) => [day, name]));
  const runs: DayRun[] = [];
  for (const day of [...days].sort()) {
    const [last, name] = [runs.at(-1), names.get(day) ?? ''];
    if (last && last.name === name && addDays(last.to, 1) === day) runs.splice(-1, 1, { ...last, to: day });
    else runs.push({ from: day, to: day, name });
  }
  return runs;
}

/** Holidays that another year had and these days do not name. Two that fall together may stand in one name. */
export function lostHolidays(before: readonly CalendarDay[], days: readonly CalendarDay[]): readonly string[] {
  const namesOf = (all: readonly CalendarDay[]): readonly string[] =>
    all.filter(({ kind }) => kind === 'OFF').flatMap(({ name }) => name.split(/[、，和与]/));
  const now = namesOf(days);
  return [...new Set(namesOf(before))].filter((name) => !now.includes(name));
}
