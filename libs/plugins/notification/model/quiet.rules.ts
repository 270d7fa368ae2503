/** When a person wants no mail. Times are `HH:mm` on the bureau's clock; a span may go over midnight. */
export interface QuietHours {
  readonly start: string;
  readonly end: string;
  /** Saturday and Sunday are quiet all day. */
  readonly weekends: boolean;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
const LONGEST_SPAN_MINUTES = 4 * DAY_MINUTES;

/**
 * The moment until which mail is held back, to the minute; absent when it may go out now.
 * The same start and end means no quiet hours on that day.
 */
export function heldUntil(now: Date, quiet: QuietHours | undefined, utcOffsetMinutes: number): Date | undefined {
  if (!quiet) return undefined;
  const localMinute = Math.floor(now.getTime() / MINUTE_MS) + utcOffsetMinutes;
  for (let waited = 0; waited <= LONGEST_SPAN_MINUTES; waited += 1) {
    if (isQuiet(localMinute + waited, quiet)) continue;
    return waited === 0 ? undefined : new Date((localMinute + waited - utcOffsetMinutes) * MINUTE_MS);
  }
  return undefined;
}

function isQuiet(localMinute: number, { start, end, weekends }: QuietHours): boolean {
  // Day 0 of the epoch was a Thursday.
  const weekday = (Math.floor(localMinute / DAY_MINUTES) + 4) % 7;
  if (weekends && (weekday === 0 || weekday === 6)) return true;
  const [from, to] = [minuteOf(start), minuteOf(end)];
  const minute = localMinute % DAY_MINUTES;
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
