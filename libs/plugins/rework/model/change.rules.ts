import type { Json, JsonObject } from '@fashen/plugin-api';

/** One place of the case data that differs. */
export interface Change {
  readonly path: string;
  readonly before?: Json;
  readonly after?: Json;
}

/** Every place at which two states of the case data differ, sorted by path. Lists are compared as a whole. */
export function changesBetween(before: JsonObject, after: JsonObject, prefix = ''): readonly Change[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((name) => {
    const [one, other] = [before[name], after[name]];
    if (isSame(one, other)) return [];
    const path = `${prefix}${name}`;
    if (isObject(one) && isObject(other)) return changesBetween(one, other, `${path}.`);
    return [{ path, ...(one !== undefined && { before: one }), ...(other !== undefined && { after: other }) }];
  });
}

/** Paths of `watched` that lie at, above or below a change. */
export function touchedBy(changes: readonly Change[], watched: readonly string[]): readonly string[] {
  const isWithin = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(`${outer}.`);
  return watched.filter((path) => changes.some((change) => isWithin(change.path, path) || isWithin(path, change.path)));
}

/** True when one of the expressions may read something that has changed: a name of a changed place stands in it as a word. */
export function mayRead(expressions: readonly string[], changes: readonly Change[]): boolean {
  const words = new Set(expressions.flatMap((text) => text.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []));
  return changes.some(({ path }) => words.has(path.split('.')[0] ?? path));
}

/** The value at a path. */
export function valueAt(data: JsonObject, path: string): Json | undefined {
  return path.split('.').reduce<Json | undefined>((at, name) => (isObject(at) && Object.hasOwn(at, name) ? at[name] : undefined), data);
}

function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    const others: readonly Json[] = other;
    return one.length === others.length && one.every((item: Json, index) => isSame(item, others[index]));
  }
  return isObject(one) && isObject(other) && changesBetween(one, other).length === 0;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
