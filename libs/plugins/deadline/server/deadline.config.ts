import { configToken } from '@fashen/plugin-api';
import { z } from 'zod';

/** Settings of deadlines. Environment: `FASHEN_DEADLINE_REMIND_HOUR`. */
export const deadlineConfig = z.strictObject({
  /** Hour of the bureau's day at which people are reminded. */
  remindHour: z.coerce.number().int().min(0).max(23).default(9),
});
export type DeadlineConfig = z.infer<typeof deadlineConfig>;

/** Injection token of `DeadlineConfig`. */
export const DEADLINE_CONFIG = configToken('deadline');
