import type { Json, JsonObject } from './workflow-event';

/**
 * Case data after a step's output was merged in (JSON merge patch, RFC 7396): objects merge, `null` removes, everything else replaces.
 * Changes neither argument. Engine and rules share it: a rule that judges what a step would leave sees exactly what the engine will keep.
 */
export function mergePatch(target: JsonObject, patch: JsonObject): JsonObject {
  const merged: Record<string, Json | undefined> = { ...target };
  for (const [key, value] of Object.entries(patch)) {
    if (key === '__proto__' || value === undefined) continue;
    if (value === null) delete merged[key];
    else merged[key] = isObject(value) ? mergePatch(objectAt(target, key), value) : value;
  }
  return merged;
}

function objectAt(target: JsonObject, key: string): JsonObject {
  const value = Object.hasOwn(target, key) ? target[key] : undefined;
  return isObject(value) ? value : {};
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
