/** Working days and the counting of periods: plain rules, and the port that brings the calendar of a bureau. */
export { calendarErrors } from './calendar.errors';
export { calendarEvents } from './calendar.events';
export { clearDayQuery, countQuery, daysBody, previewBody, STATE_SCOPE, versionsQuery, yearsQuery } from './calendar.schema';
export type {
  CalendarVersion,
  CalendarVersionReply,
  ClearDayQuery,
  ClearDayReply,
  CountQuery,
  CountReply,
  DaysBody,
  PreviewBody,
  PreviewReply,
  VersionsQuery,
  YearReply,
  YearsQuery,
} from './calendar.schema';
export { bundledYears, calendarDay, calendarDays, changesBetween, daySchema, yearPlan, YEARS, yearSchema } from './calendar-content';
export type { DayChanges, YearPlan } from './calendar-content';
export { CalendarLibrary } from './calendar-library';
export { countPeriod, rollOn } from './count.rules';
export type { CountedPeriod, PassedDay, Period, PeriodKind, PeriodUnit } from './count.rules';
export { COUNTING_LAW, dayTypeOf, LAWS, RULE_IDS, rulesOf } from './counting-law';
export type { CountingRule, Law, RuleId } from './counting-law';
export { addDays, addHours, addMonths, dayOf, daysBetween, daysFrom, endOfDay, isDay, isWeekend, weekdayOf, yearOf } from './day.rules';
export type { Day } from './day.rules';
export { heldDays, isPostedInTime, serviceDay } from './hold.rules';
export type { Hold, ServiceMode } from './hold.rules';
export { earliestAfter, latestBefore } from './notice-period.rules';
export type { ClearDay } from './notice-period.rules';
export { dayProblem, isWorkingDay, knowsAll, natureOf, officeDays, workingDaysBetween, workingDaysOfYear } from './office-days.rules';
export type { CalendarDay, DayNature, OfficeDays } from './office-days.rules';
export type { PlanDraft, PlanProblem } from './plan-draft';
export { readPlan } from './plan-import.rules';
export { sampleOfficeDays } from './sample-year';
export { WorkingCalendar } from './working-calendar';
