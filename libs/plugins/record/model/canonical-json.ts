import type { Json, JsonObject } from '@fashen/plugin-api';
import { recordErrors } from './record.errors';

/** Half of a surrogate pair without its other half. */
const LONE_SURROGATE = /[\uD800-\uDFFF]/u;

/**
 * The one text of a JSON value by RFC 8785 (JCS): no blanks, keys in the order of their UTF-16 code units, numbers as ECMAScript
 * writes them. Properties that are undefined do not exist. Refuses text with lone surrogates (`record.TEXT_NOT_UNICODE`);
 * numbers that are not finite, and objects that are not plain, are bugs of the caller.
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'string') return textOf(value);
  if (typeof value === 'number') return numberOf(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  return `{${membersOf(value).join(',')}}`;
}

/** True when the text consists of whole characters, so that it survives storage unchanged. */
export function isWholeText(text: string): boolean {
  return !LONE_SURROGATE.test(text);
}

function membersOf(value: JsonObject): readonly string[] {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError('only plain objects have canonical JSON');
  return Object.entries(value)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([name, member]) => (member === undefined ? [] : [`${textOf(name)}:${canonicalJson(member)}`]));
}

function textOf(text: string): string {
  if (!isWholeText(text)) throw recordErrors.TEXT_NOT_UNICODE();
  return JSON.stringify(text);
}

function numberOf(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError('only finite numbers have canonical JSON');
  return JSON.stringify(value);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
