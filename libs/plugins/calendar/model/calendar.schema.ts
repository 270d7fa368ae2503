import { z } from 'zod';
import { calendarDays, type DayChanges, daySchema, yearSchema } from './calendar-content';
import type { CountedPeriod } from './count.rules';
import type { CountingRule } from './counting-law';
import type { ClearDay } from './notice-period.rules';
import type { CalendarDay } from './office-days.rules';
import type { PlanDraft } from './plan-draft';

/** Scope of the yearly plans; every other scope is the id of a bureau. */
export const STATE_SCOPE = 'STATE';

const limit = z.coerce.number().int().min(1).max(200).default(50);
const reason = z.string().trim().min(1).max(2_000);
const source = z.string().trim().min(1).max(300);
/** Version the change was made on; 0 where there was none. */
const basedOn = z.int().min(0);

/** Query of `GET /calendar/years`, newest first; `after` is the last year seen. */
export const yearsQuery = z.strictObject({ after: z.coerce.number().int().optional(), limit });
export type YearsQuery = z.infer<typeof yearsQuery>;

/** Query of `GET /calendar/versions`, newest first; `after` is the number of the last version seen. `OWN` are the days of one's bureau. */
export const versionsQuery = z.strictObject({
  scope: z.enum(['STATE', 'OWN']).default('STATE'),
  year: z.coerce.number().pipe(yearSchema),
  after: z.coerce.number().int().optional(),
  limit,
});
export type VersionsQuery = z.infer<typeof versionsQuery>;

/** What somebody pasted or uploaded, to be read and compared with what is stored. */
export const previewBody = z.strictObject({ text: z.string().min(1).max(100_000), year: yearSchema.optional() });
export type PreviewBody = z.infer<typeof previewBody>;

/** Days of a year to publish, with source and reason. */
export const daysBody = z.strictObject({ days: calendarDays, source, reason, basedOn });
export type DaysBody = z.infer<typeof daysBody>;

const count = z.coerce.number().int().min(0).max(3_660);

/** A period to count. */
export const countQuery = z.strictObject({
  start: daySchema,
  count,
  unit: z.enum(['workingDays', 'days', 'months', 'years']),
  kind: z.enum(['party', 'duty', 'coercion', 'term']),
});
export type CountQuery = z.infer<typeof countQuery>;

/** Full working days between two days: the earliest act after a notice, or the latest notice before an act. */
export const clearDayQuery = z.strictObject({ from: daySchema, count, direction: z.enum(['after', 'before']) });
export type ClearDayQuery = z.infer<typeof clearDayQuery>;

/** A counted period in words of the law. */
export interface CountReply extends CountedPeriod {
  readonly law: readonly CountingRule[];
  readonly versionId: string;
}

/** A day found by full working days, in words of the law. */
export interface ClearDayReply extends ClearDay {
  readonly law: readonly CountingRule[];
  readonly versionId: string;
}

/** A published version of the days of one year. Never changes. */
export interface CalendarVersion {
  readonly id: string;
  readonly scope: string;
  readonly year: number;
  readonly version: number;
  readonly days: readonly CalendarDay[];
  /** SHA-256 over the canonical JSON of year and days, hex. */
  readonly hash: string;
  readonly source: string;
  readonly reason: string;
  readonly publishedBy: string;
  /** ISO 8601. */
  readonly publishedAt: string;
}

/** A version as pages show it. */
export interface CalendarVersionReply extends CalendarVersion {
  /** Absent for the system itself. */
  readonly publishedByName?: string;
}

/** One year as its page shows it. */
export interface YearReply {
  readonly year: number;
  /** Calendar in force, for pinning. */
  readonly versionId: string;
  /** Absent while the year is not loaded. */
  readonly workingDays?: number;
  readonly state?: CalendarVersionReply;
  /** Days of the bureau's own. */
  readonly own?: CalendarVersionReply;
  /** The bureau these days belong to; absent for people of none. */
  readonly bureau?: { readonly id: string; readonly name: string };
}

/** What was read, and what publishing it would change. */
export interface PreviewReply extends PlanDraft {
  /** Version that is stored now; 0 where there is none. */
  readonly basedOn: number;
  readonly changes: DayChanges;
}
