import { type PassedDay, passedDay, rollOn } from './count.rules';
import type { RuleId } from './counting-law';
import { addDays, type Day } from './day.rules';
import { natureOf, type OfficeDays, worksOn } from './office-days.rules';

/** A day found by full working days that must lie between two days (R11). */
export interface ClearDay {
  readonly from: Day;
  readonly count: number;
  /** First, or last, day that keeps the distance; absent when the calendar is missing. */
  readonly raw?: Day;
  /** The same moved to an office day; absent when the calendar is missing. */
  readonly due?: Day;
  readonly calendarMissing: boolean;
  readonly rules: readonly RuleId[];
  readonly excluded: readonly PassedDay[];
}

/** The earliest office day for an act of which the party must be told so many full working days before: the notice was served on `notice`. */
export function earliestAfter(notice: Day, count: number, calendar: OfficeDays): ClearDay {
  const { raw, excluded } = walk({ from: notice, count, step: 1 }, calendar);
  const due = raw === undefined ? undefined : rollOn(raw, calendar)?.to;
  return answer({ from: notice, count, excluded }, raw, due);
}

/** The latest office day on which the party may be told of an act on `act` so that so many full working days lie between. */
export function latestBefore(act: Day, count: number, calendar: OfficeDays): ClearDay {
  const { raw, excluded } = walk({ from: act, count, step: -1 }, calendar);
  const due = raw === undefined ? undefined : rollBack(raw, calendar);
  return answer({ from: act, count, excluded }, raw, due);
}

type Base = Pick<ClearDay, 'from' | 'count' | 'excluded'>;

function answer(base: Base, raw: Day | undefined, due: Day | undefined): ClearDay {
  return {
    ...base,
    ...(raw !== undefined && { raw }),
    ...(due !== undefined && { due }),
    calendarMissing: due === undefined,
    rules: ['R1', 'R11'],
  };
}

interface Direction {
  readonly from: Day;
  readonly count: number;
  readonly step: 1 | -1;
}

function walk({ from, count, step }: Direction, calendar: OfficeDays): { raw?: Day; excluded: readonly PassedDay[] } {
  const excluded: PassedDay[] = [];
  let day = from;
  for (let left = count; left > 0;) {
    day = addDays(day, step);
    const nature = natureOf(day, calendar);
    if (nature.kind === 'unknown') return { excluded };
    if (worksOn(nature)) left -= 1;
    else excluded.push(passedDay(day, nature));
  }
  return { raw: addDays(day, step), excluded };
}

function rollBack(day: Day, calendar: OfficeDays): Day | undefined {
  for (let to = day; ; to = addDays(to, -1)) {
    const nature = natureOf(to, calendar);
    if (nature.kind === 'unknown') return undefined;
    if (worksOn(nature)) return to;
  }
}
