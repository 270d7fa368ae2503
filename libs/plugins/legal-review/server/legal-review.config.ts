import { configToken } from '@fashen/plugin-api';
import { z } from 'zod';

const day = z.iso.date();
const days = z.union([
  z.array(day),
  z
    .string()
    .transform((text) => text.split(/[,\s]+/))
    .pipe(z.array(day)),
]);

/** 国务院办公厅关于2026年部分节假日安排的通知: days off that are weekdays, and weekends worked. */
const OFF_2026 = [
  ...['2026-01-01', '2026-01-02'],
  ...['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-23'],
  '2026-04-06',
  ...['2026-05-01', '2026-05-04', '2026-05-05'],
  '2026-06-19',
  '2026-09-25',
  ...['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
];
const WORKED_2026 = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];

/** Settings of legal review. Environment: `FASHEN_LEGAL_REVIEW_CALENDAR_TO` and so on. */
export const legalReviewConfig = z.strictObject({
  /** Offset of the bureau's clock from UTC, minutes; China by default. */
  utcOffsetMinutes: z.coerce.number().int().min(-720).max(840).default(480),
  /** First and last day whose office days are known. Beyond them the end of a rights window must be entered by hand. */
  calendarFrom: day.default('2026-01-01'),
  calendarTo: day.default('2026-12-31'),
  /** Weekdays off between these days. */
  daysOff: days.default(OFF_2026),
  /** Weekends worked between these days. */
  daysWorked: days.default(WORKED_2026),
});
export type LegalReviewConfig = z.infer<typeof legalReviewConfig>;

/** Injection token of `LegalReviewConfig`. */
export const LEGAL_REVIEW_CONFIG = configToken('legal-review');
