import { zoneOffsetMinutes } from '@fashen/feel';

/** An ISO 8601 duration. Months and time are kept apart: a month is no fixed number of days. */
export interface IsoDuration {
  readonly months: number;
  readonly ms: number;
}

const DURATION =
  /^([+-])?P(?=[\dT])(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,9})D)?(?:T(?=\d)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})(?:\.\d+)?S)?)?$/;

/** Reads `P30D`, `P1Y2M`, `PT1H30M`, `P2W`. `undefined` when it is no duration. */
export function parseDuration(text: string): IsoDuration | undefined {
  const match = text.length <= 64 ? DURATION.exec(text) : null;
  if (!match) return undefined;
  const part = (index: number): number => Number(match[index] ?? 0);
  const days = part(4) * 7 + part(5);
  const sign = match[1] === '-' ? -1 : 1;
  const ms = (((days * 24 + part(6)) * 60 + part(7)) * 60 + part(8)) * 1_000;
  return { months: sign * (part(2) * 12 + part(3)), ms: sign * ms };
}

/** Adds a duration. Months are calendar months in the product's zone; 31 January plus one month is the last day of February. */
export function addDuration(from: Date, { months, ms }: IsoDuration): Date {
  if (months === 0) return new Date(from.getTime() + ms);
  const offset = zoneOffsetMinutes(from) * 60_000;
  const local = new Date(from.getTime() + offset);
  const day = local.getUTCDate();
  local.setUTCDate(1);
  local.setUTCMonth(local.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 0)).getUTCDate();
  local.setUTCDate(Math.min(day, lastDay));
  return new Date(local.getTime() - offset + ms);
}

const DATE_TIME = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:\d{2})?)?$/;

/** Reads an ISO 8601 date or date-time. Without an offset it is meant in the product's zone; a date alone is the beginning of that day. */
export function parseInstant(text: string): Date | undefined {
  const match = text.length <= 64 ? DATE_TIME.exec(text) : null;
  if (!match) return undefined;
  const [, day, time = '00:00:00', offset] = match;
  const utc = new Date(`${day}T${time}${offset ?? 'Z'}`);
  if (Number.isNaN(utc.getTime())) return undefined;
  return offset === undefined ? new Date(utc.getTime() - zoneOffsetMinutes(utc) * 60_000) : utc;
}
