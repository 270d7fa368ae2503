import type { JsonObject } from '@fashen/plugin-api';

/** Keys of answers that are somebody's verdict, by the naming rule of forms: `filing.approved`, `filing.coAgrees`. */
const VERDICT = /^(approved|agrees|[a-z]\w*Agrees)$/;

/**
 * What a form shows when it opens. Facts that are known stand there; a verdict never does, not even the one of an earlier round:
 * nobody signs what somebody else has chosen for them.
 */
export function withoutVerdicts(data: JsonObject): JsonObject {
  const kept = Object.entries(data).flatMap(([key, value]) => {
    if (VERDICT.test(key) && typeof value === 'boolean') return [];
    const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
    return [[key, isGroup ? withoutVerdicts(value as JsonObject) : value] as const];
  });
  return Object.fromEntries(kept);
}
