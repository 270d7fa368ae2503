import { parseDate, parseDateTime } from 'feelin';
import type { Json, JsonObject } from '@fashen/plugin-api';
import type { FeelScope } from './compiled-expression';

const DEFAULT_TIME_ZONE = 'Asia/Shanghai';
const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** Minutes by which the zone is ahead of UTC at that moment. */
export function zoneOffsetMinutes(at: Date, timeZone: string = DEFAULT_TIME_ZONE): number {
  const part = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName');
  const match = /GMT([+-])(\d\d):(\d\d)/.exec(part?.value ?? '');
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}

/**
 * What the interpreter gets to see: the variables an expression names, plus `now` and `today` of the unit of work.
 * Names that are no plain identifiers are left out at every level: FEEL reads names with blanks and signs, so a key of case data
 * such as `a = b` would change how the expression is read.
 */
export function evaluationContext(scope: FeelScope, names: ReadonlySet<string>): Record<string, unknown> {
  const context: Record<string, unknown> = {};
  for (const name of names) {
    const value = Object.hasOwn(scope.variables, name) ? scope.variables[name] : undefined;
    if (value !== undefined) context[name] = withPlainNames(value);
  }
  if (names.has('now')) context['now'] = (): unknown => parseDateTime(localIso(scope));
  if (names.has('today')) context['today'] = (): unknown => parseDate(localIso(scope).slice(0, 10));
  return context;
}

/** Copy of a value without keys that are no plain names. */
export function withPlainNames(value: Json): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map(withPlainNames);
  const entries = Object.entries(value).filter(([key, entry]) => entry !== undefined && PLAIN_NAME.test(key));
  return Object.fromEntries(entries.map(([key, entry]) => [key, withPlainNames(entry ?? null)]));
}

/** True for lists; keeps the item type, which `Array.isArray` loses for read-only lists. */
export const isList = (value: Json | JsonObject): value is readonly Json[] => Array.isArray(value);

function localIso({ now, timeZone }: FeelScope): string {
  const offset = zoneOffsetMinutes(now, timeZone);
  const local = new Date(now.getTime() + offset * 60_000).toISOString().slice(0, 23);
  const size = Math.abs(offset);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}
