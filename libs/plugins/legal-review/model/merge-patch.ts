import type { Json, JsonObject } from '@fashen/plugin-api';

/** RFC 7396: what the case data is after a task's output was merged into it. */
export function mergePatch(target: Json | undefined, patch: Json): Json {
  if (!isObject(patch)) return patch;
  const base: JsonObject = isObject(target) ? target : {};
  const merged: Record<string, Json | undefined> = { ...base };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else if (value !== undefined) merged[key] = mergePatch(base[key], value);
  }
  return merged;
}

/** The same for whole case data. */
export function mergedVariables(variables: JsonObject, output: JsonObject): JsonObject {
  const merged = mergePatch(variables, output);
  return isObject(merged) ? merged : {};
}

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
