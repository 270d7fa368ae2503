import type { RuleId } from './counting-law';
import { addDays, addMonths, type Day } from './day.rules';
import { type Hold, isHeld } from './hold.rules';
import { type DayNature, natureOf, type OfficeDays, worksOn } from './office-days.rules';

/** In what a period is counted. */
export type PeriodUnit = 'workingDays' | 'days' | 'months' | 'years';

/**
 * Whose period it is, which decides about its last day: `party` and `duty` (of the organ) roll on to the next office day; `coercion` never
 * grows; of a `term` (of the case as a whole) the day before rolling is the safe line and the rolled one the outer line.
 */
export type PeriodKind = 'party' | 'duty' | 'coercion' | 'term';

/** A period to count. How long it is comes from the law or from a figure of the bureau, never from here. */
export interface Period {
  /** Day of the event. It is not counted itself. */
  readonly start: Day;
  readonly count: number;
  readonly unit: PeriodUnit;
  readonly kind: PeriodKind;
  readonly holds?: readonly Hold[];
}

/** A day that was passed over, and why. */
export interface PassedDay {
  readonly day: Day;
  readonly reason: 'weekend' | 'holiday' | 'local-off' | 'hold';
  readonly name?: string;
}

/** A counted period with all that led to its end. */
export interface CountedPeriod {
  readonly start: Day;
  readonly count: number;
  readonly unit: PeriodUnit;
  readonly kind: PeriodKind;
  /** Last day by the plain count. Where the calendar is missing in the middle of working days: the earliest day it can be. */
  readonly raw: Day;
  /** Last day; absent when only a missing calendar could say it. */
  readonly due?: Day;
  /** Of a `term`: the last day rolled on; absent when the calendar is missing. */
  readonly outer?: Day;
  /** The period leaves the loaded years where the answer depends on them. */
  readonly calendarMissing: boolean;
  readonly rules: readonly RuleId[];
  readonly excluded: readonly PassedDay[];
  /** Weekends that were counted because they are worked. */
  readonly worked: readonly { readonly day: Day; readonly name: string }[];
  readonly rolled?: { readonly from: Day; readonly to: Day; readonly passed: readonly PassedDay[] };
}

/** What walking from day to day has found. */
interface Walk {
  readonly raw: Day;
  readonly isKnown: boolean;
  readonly excluded: readonly PassedDay[];
  readonly worked: readonly { readonly day: Day; readonly name: string }[];
}

/** Counts a period. Never guesses: what depends on a year that is not loaded is left open. */
export function countPeriod(period: Period, calendar: OfficeDays): CountedPeriod {
  const { start, count, unit, kind } = period;
  const walk = unit === 'workingDays' ? walkWorkingDays(period, calendar) : walkDays(period);
  const base = { start, count, unit, kind, raw: walk.raw, excluded: walk.excluded, worked: walk.worked };
  const rules = rulesFor(period, walk);
  if (!walk.isKnown) return { ...base, calendarMissing: true, rules };
  if (kind === 'coercion') return { ...base, due: walk.raw, calendarMissing: false, rules: [...rules, 'R7'] };
  const roll = rollOn(walk.raw, calendar);
  const end = kind === 'term' ? { due: walk.raw, ...(roll && { outer: roll.to }) } : roll && { due: roll.to };
  const isMoved = roll !== undefined && roll.to !== walk.raw;
  return {
    ...base,
    ...end,
    calendarMissing: roll === undefined,
    rules: [...rules, ...lastDayRules(kind, isMoved)],
    ...(isMoved && { rolled: { from: walk.raw, ...roll } }),
  };
}

/** The first office day on or after a day, with the days passed; undefined where the calendar does not reach. */
export function rollOn(day: Day, calendar: OfficeDays): { readonly to: Day; readonly passed: readonly PassedDay[] } | undefined {
  const passed: PassedDay[] = [];
  for (let to = day; ; to = addDays(to, 1)) {
    const nature = natureOf(to, calendar);
    if (nature.kind === 'unknown') return undefined;
    if (worksOn(nature)) return { to, passed };
    passed.push(passedDay(to, nature));
  }
}

/** A day off as an explanation lists it. */
export function passedDay(day: Day, nature: DayNature): PassedDay {
  if (nature.kind === 'holiday' || nature.kind === 'local-off') return { day, reason: nature.kind, name: nature.name };
  return { day, reason: 'weekend' };
}

function walkWorkingDays({ start, count, holds = [] }: Period, calendar: OfficeDays): Walk {
  const excluded: PassedDay[] = [];
  const worked: { day: Day; name: string }[] = [];
  let day = start;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    const nature = natureOf(day, calendar);
    if (nature.kind === 'unknown') return { raw: addDays(day, left - 1), isKnown: false, excluded, worked };
    if (!worksOn(nature)) excluded.push(passedDay(day, nature));
    else if (isHeld(day, holds)) excluded.push({ day, reason: 'hold' });
    else {
      left -= 1;
      if ('name' in nature) worked.push({ day, name: nature.name });
    }
  }
  return { raw: day, isKnown: true, excluded, worked };
}

/** Calendar days, months and years; each held day moves the end by one. */
function walkDays(period: Period): Walk {
  const { start, holds = [] } = period;
  const excluded: PassedDay[] = [];
  let raw = plainEnd(period);
  for (let day = addDays(start, 1); day <= raw; day = addDays(day, 1)) {
    if (!isHeld(day, holds)) continue;
    excluded.push({ day, reason: 'hold' });
    raw = addDays(raw, 1);
  }
  return { raw, isKnown: true, excluded, worked: [] };
}

function plainEnd({ start, count, unit }: Period): Day {
  if (unit === 'months') return addMonths(start, count);
  return unit === 'years' ? addMonths(start, count * 12) : addDays(start, count);
}

function rulesFor({ unit }: Period, { excluded }: Walk): readonly RuleId[] {
  const rules: RuleId[] = ['R1'];
  if (unit === 'months' || unit === 'years') rules.push('M1');
  if (excluded.some(({ reason }) => reason === 'hold')) rules.push('R14');
  return rules;
}

function lastDayRules(kind: PeriodKind, isMoved: boolean): readonly RuleId[] {
  if (kind === 'term') return ['R8'];
  return isMoved ? ['R6', 'R7'] : [];
}
