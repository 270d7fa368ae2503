/** Clocks of cases: pure rules, the shape of what is drawn and published, and the ports for others. */
export { CaseClocks } from './case-clocks';
export type { BoundStep, NewClock } from './case-clocks';
export { AUTOMATIC_ACTS, clockSettings, HOLD_REASONS, SEAT_ACTS, TIMEOUT_ACTS } from './clock';
export type {
  Clock,
  ClockSettings,
  ClockState,
  CountedClock,
  Counting,
  EndAct,
  ExtensionNote,
  HoldNote,
  HoldReason,
  SeatAct,
  TimeoutAct,
} from './clock';
export { countClock, daysLeft, intervalsOf, lapseAt, remaining, reminderDay } from './clock.rules';
export type { Countable, Counter } from './clock.rules';
export { deadlineErrors } from './deadline.errors';
export { deadlineEvents } from './deadline.events';
export type { ClockTold } from './deadline.events';
export { dryRunQuery, extensionBody, extensionDecisionBody, holdBody, movedQuery, periodsBody, resumeBody } from './deadline.schema';
export type {
  CaseClocksReply,
  ClockReply,
  DryRunQuery,
  ExtensionBody,
  ExtensionDecisionBody,
  HoldBody,
  MovedClock,
  MovedQuery,
  PeriodsBody,
  Recount,
  ResumeBody,
  StandingClock,
} from './deadline.schema';
export { mayAsk, mayDecide, nextExtension, openRequest } from './extension.rules';
export { termNames } from './drawn-names';
export { deadlineLint } from './lint';
export { drawnTerms } from './lint/drawn-terms';
export { bundledPeriods, period, periodTable } from './period';
export type { ExtensionRule, Period, PeriodTable, PeriodVersion, PeriodVersionReply } from './period';
export { askedSupplement, handInRefusal } from './supplement.rules';
export { PeriodLibrary } from './period-library';
export { actFor, holdersOf, isBlocked, isOpen, mustAct, seatVote } from './end.rules';
export { dayAt, isGiven, isByPeopleOnly, isPath, objectWith, readTerm, TERM, valueAt } from './term';
export type { Term } from './term';
