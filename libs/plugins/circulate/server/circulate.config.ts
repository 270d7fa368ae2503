import { z } from 'zod';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Settings of the plugin. Environment: `FASHEN_CIRCULATE_URGE_HOURS_BETWEEN` and so on. */
export const circulateConfig = z.object({
  /** Hours that pass before the same task may be urged again, by whomever. */
  urgeHoursBetween: z.coerce.number().min(0).max(720).default(4),
  /** How often a task may be urged on one day. */
  urgesPerDay: z.coerce.number().int().min(1).max(100).default(3),
  /** Nobody is urged from this time of day on. */
  quietFrom: timeOfDay.default('22:00'),
  /** Until this one; the same time twice means there are no quiet hours. */
  quietUntil: timeOfDay.default('07:00'),
  /** Offset of the bureau's clock from UTC, in minutes. */
  utcOffsetMinutes: z.coerce.number().int().min(-840).max(840).default(480),
  /** Readers one operation, or one step, may name at most. */
  maxReaders: z.coerce.number().int().min(1).max(1000).default(200),
  /** A copy stops giving access when its reader moves to another unit; the receipt stays. */
  endsWithUnit: z.stringbool().or(z.boolean()).default(false),
});
export type CirculateConfig = z.infer<typeof circulateConfig>;
