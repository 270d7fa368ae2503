import { configToken } from '@fashen/plugin-api';
import { z } from 'zod';

/** Settings of the calendar. Environment: `FASHEN_CALENDAR_UTC_OFFSET_MINUTES`. */
export const calendarConfig = z.strictObject({
  /** Offset of the bureau's clock from UTC, minutes; China by default. */
  utcOffsetMinutes: z.coerce.number().int().min(-720).max(840).default(480),
});
export type CalendarConfig = z.infer<typeof calendarConfig>;

/** Injection token of `CalendarConfig`. */
export const CALENDAR_CONFIG = configToken('calendar');
