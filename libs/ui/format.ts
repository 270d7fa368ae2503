import dayjs from 'dayjs';

/** A moment as JSON carries it, or as the machine counts it. */
export type Moment = string | number | Date;

/** Day as `2026-10-23`. */
export function dayText(moment: Moment): string {
  return dayjs(moment).format('YYYY-MM-DD');
}

/** Day without the year, `10-23`. */
export function shortDayText(moment: Moment): string {
  return dayjs(moment).format('MM-DD');
}

/** Day and minute as `2026-10-23 10:02`. */
export function dayTimeText(moment: Moment): string {
  return dayjs(moment).format('YYYY-MM-DD HH:mm');
}

/** Minute alone when it was today, else day and minute: `10:02` or `10-22 10:02`. */
export function momentText(moment: Moment, now: Date): string {
  const then = dayjs(moment);
  if (then.isSame(now, 'day')) return then.format('HH:mm');
  return then.isSame(now, 'year') ? then.format('MM-DD HH:mm') : then.format('YYYY-MM-DD HH:mm');
}

/** Second of the day, `10:21:33`. */
export function clockText(moment: Moment): string {
  return dayjs(moment).format('HH:mm:ss');
}

/** Size in B, KB or MB with one decimal. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** Time that passed, in the two largest units that matter: `3 d 4 h`, `12 min`. Units come from the caller's language. */
export function durationText(milliseconds: number, units: { readonly d: string; readonly h: string; readonly min: string }): string {
  const minutes = Math.max(0, Math.round(milliseconds / 60_000));
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  if (days > 0) return hours > 0 ? `${days} ${units.d} ${hours} ${units.h}` : `${days} ${units.d}`;
  if (hours > 0) return `${hours} ${units.h}`;
  return `${minutes} ${units.min}`;
}
