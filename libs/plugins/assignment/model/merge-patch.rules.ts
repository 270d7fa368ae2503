import type { Json, JsonObject } from '@fashen/plugin-api';

/** Case data as it will stand once the output is merged in (RFC 7396): null removes, objects merge, everything else replaces. */
export function applyMergePatch(data: JsonObject, patch: JsonObject): JsonObject {
  const merged = new Map<string, Json | undefined>(Object.entries(data));
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) merged.delete(name);
    else merged.set(name, isObject(value) ? applyMergePatch(objectAt(merged, name), value) : value);
  }
  return Object.fromEntries(merged);
}

function objectAt(data: ReadonlyMap<string, Json | undefined>, name: string): JsonObject {
  const value = data.get(name);
  return isObject(value) ? value : {};
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
