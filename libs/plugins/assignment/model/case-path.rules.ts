import type { Json, JsonObject } from '@fashen/plugin-api';

/** A plain path into the case data, such as `officers.co`: names and dots, nothing that computes. */
const PLAIN_PATH = /^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u;

/** True when the text is a plain path. */
export function isPlainPath(path: string): boolean {
  return PLAIN_PATH.test(path);
}

/** The value at a path, or undefined. Looks at own properties only, so `constructor` and the like are never found. */
export function valueAt(data: JsonObject, path: string): Json | undefined {
  return path
    .split('.')
    .reduce<Json | undefined>((value, name) => (isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined), data);
}

/** Person ids at a path: one id, or a list of ids. Anything else is nobody. */
export function personIdsAt(data: JsonObject, path: string): readonly string[] {
  const value = valueAt(data, path);
  const values: readonly Json[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return [...new Set(values.filter((id): id is string => typeof id === 'string' && id !== ''))];
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
