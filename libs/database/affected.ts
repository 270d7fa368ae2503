import type { Affected, JsonObject, WorkflowEvent } from '@fashen/plugin-api';

const TEXTS = ['nodeId', 'nodeName', 'taskId', 'clock', 'dueAt', 'wasDueAt'] as const;

/** What people should see of the events of an operation, in the order it happened. */
export function affectedBy(events: readonly WorkflowEvent[]): readonly Affected[] {
  return events.flatMap(({ affects, instanceId, payload }) =>
    affects && instanceId ? [{ kind: affects, instanceId, ...seen(payload) }] : [],
  );
}

function seen(payload: JsonObject): Omit<Affected, 'kind' | 'instanceId'> {
  const texts = TEXTS.flatMap((key) => (typeof payload[key] === 'string' ? [[key, payload[key]] as const] : []));
  const personId = payload['personId'] ?? payload['assigneeId'];
  const candidates = payload['candidates'];
  return {
    ...Object.fromEntries(texts),
    ...(typeof personId === 'string' && { personId }),
    ...(isTexts(candidates) && candidates.length > 0 && { candidates }),
  };
}

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((one) => typeof one === 'string');
