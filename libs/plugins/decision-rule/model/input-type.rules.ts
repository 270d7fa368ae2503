import type { Json } from '@fashen/plugin-api';

const ISO_DATE = /^-?\d{4,9}-\d{2}-\d{2}$/;
const ISO_DATE_TIME = /^-?\d{4,9}-\d{2}-\d{2}T\d{2}:\d{2}/;
const ISO_TIME = /^\d{2}:\d{2}(:\d{2})?/;
const ISO_DURATION = /^-?P(?=.)/;

const CHECKS: Readonly<Record<string, (value: Json) => boolean>> = {
  number: (value) => typeof value === 'number',
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  date: (value) => typeof value === 'string' && ISO_DATE.test(value),
  dateTime: (value) => typeof value === 'string' && ISO_DATE_TIME.test(value),
  time: (value) => typeof value === 'string' && ISO_TIME.test(value),
  dayTimeDuration: (value) => typeof value === 'string' && ISO_DURATION.test(value),
  yearMonthDuration: (value) => typeof value === 'string' && ISO_DURATION.test(value),
};

/**
 * True when a value is of the column's type, or a list of such values. Types of a file's own are not checked.
 * A text `"5000"` in a number column would fail every comparison without a word, and the case would look as if no rule applied.
 */
export function fitsType(value: Json, typeRef: string | undefined): boolean {
  const check = typeRef === undefined ? undefined : CHECKS[typeRef.replace(/^.*:/, '')];
  if (!check) return true;
  return Array.isArray(value) ? value.every(check) : check(value);
}
