import { FeelDate, FeelDateTime, FeelDuration, FeelTime } from 'feelin';
import type { Json } from '@fashen/plugin-api';
import { feelErrors } from './feel.errors';
import { excerpt, tooExpensive } from './syntax';

const MAX_VALUES = 10_000;
const MAX_CHARACTERS = 100_000;
const MAX_DEPTH = 32;

/** Turns a result of the interpreter into plain JSON within the limits. Functions and ranges are no results. */
export function toJson(value: unknown, text: string): Json {
  let values = 0;
  let characters = 0;
  const convert = (part: unknown, depth: number): Json => {
    values += 1;
    characters += typeof part === 'string' ? part.length : 0;
    if (values > MAX_VALUES || characters > MAX_CHARACTERS || depth > MAX_DEPTH) throw tooExpensive(text, 'result');
    if (Array.isArray(part)) return part.map((item) => convert(item, depth + 1));
    if (!isContext(part)) return simpleValue(part, text);
    return Object.fromEntries(Object.entries(part).map(([key, entry]) => [key, convert(entry, depth + 1)]));
  };
  return convert(value, 0);
}

const isContext = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const isAbsent = (value: unknown): boolean => value === null || value === undefined;

function simpleValue(value: unknown, text: string): Json {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (isAbsent(value)) return null;
  if (value instanceof FeelDateTime || value instanceof FeelTime) return withOffset(value);
  if (value instanceof FeelDate || value instanceof FeelDuration) return value.toString();
  throw feelErrors.FEEL_FAILED({ text: excerpt(text), reason: 'noValue' });
}

/** ISO 8601 knows offsets only; FEEL also writes `@Zone/Name`. */
function withOffset(value: FeelDateTime | FeelTime): string {
  const iso = value.toString();
  const zone = iso.indexOf('@');
  if (zone < 0) return iso;
  const offset = value['time offset'];
  const minutes = (offset?.hours ?? 0) * 60 + (offset?.minutes ?? 0);
  const size = Math.abs(minutes);
  const digits = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return `${iso.slice(0, zone)}${minutes < 0 ? '-' : '+'}${digits}`;
}
