import { z } from 'zod';
import bundled from './bundled-periods.json';

const roles = z.array(z.string().regex(/^[a-z][a-z0-9-]*$/)).max(20);
const key = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/);

/** How a clock counts: in what, and what happens to a last day that is no office day. */
export const countingShape = {
  amount: z.int().min(0).max(3_660),
  unit: z.enum(['workingDays', 'days', 'months', 'hours']),
  rule: z.enum(['party', 'duty', 'coercion', 'term']),
};

/** One extension that may be granted, in the unit of the period, and by whom. */
export const extensionRule = z.strictObject({ amount: z.int().min(1).max(3_660), by: roles.min(1) });
export type ExtensionRule = z.infer<typeof extensionRule>;

/** A period of the law or of the bureau: a figure with its source. */
export const period = z.strictObject({
  key,
  name: z.string().trim().min(1).max(100),
  /** Of the case as a whole, of one step, or of the party. */
  kind: z.enum(['case', 'task', 'party']),
  ...countingShape,
  source: z.string().trim().min(1).max(200),
  article: z.string().trim().max(100),
  /** How well the source is checked. */
  confidence: z.enum(['V1', 'V2', 'V3', 'design']),
  /** Path of the day in the case data from which it counts; without one the moment of the step. */
  startField: z.string().max(200).optional(),
  /** Key of a clock of the case: it counts from the last day of that one, of which only the raw day may be known. */
  afterClock: key.optional(),
  /** When people are reminded, working days from the last day: negative before, positive after. */
  remind: z.array(z.int().min(-60).max(60)).max(10),
  /** In the order in which they may be granted. */
  extensions: z.array(extensionRule).max(5),
  /** Roles that may hold the clock and let it go on. */
  holdBy: roles,
});
export type Period = z.infer<typeof period>;

/** All periods of one version, each key once. */
export const periodTable = z
  .strictObject({ periods: z.array(period).max(200) })
  .refine(({ periods }) => new Set(periods.map((one) => one.key)).size === periods.length, { path: ['periods'] });
export type PeriodTable = z.infer<typeof periodTable>;

/** Periods that come with the product. Legal staff publish their own versions. */
export const bundledPeriods: PeriodTable = periodTable.parse(bundled);

/** A version as pages show it. */
export interface PeriodVersionReply extends PeriodVersion {
  /** Absent for the system itself. */
  readonly publishedByName?: string;
}

/** A published version of the periods. Never changes. */
export interface PeriodVersion extends PeriodTable {
  readonly id: string;
  readonly version: number;
  /** SHA-256 over the canonical JSON of the table, hex. */
  readonly hash: string;
  readonly reason: string;
  readonly publishedBy: string;
  /** ISO 8601. */
  readonly publishedAt: string;
}
