import type { WorkflowEvent } from '@fashen/plugin-api';

/** As much as the column of the reason holds. */
const REASON_LENGTH = 500;

/** A person whose step was passed by, and the fields that were changed meanwhile. */
export interface PassedBy {
  readonly instanceId: string;
  readonly nodeId: string;
  readonly personId: string;
  /** Paths of the fields that were changed, one after the other; absent when none was. */
  readonly reason?: string;
}

/** What `rework.skippedOver` tells; absent when the event is about no case, or names nobody. */
export function passedByOf({ instanceId, payload }: Pick<WorkflowEvent, 'instanceId' | 'payload'>): PassedBy | undefined {
  const { nodeId, personId, changes } = payload;
  if (instanceId === undefined || typeof nodeId !== 'string' || typeof personId !== 'string') return undefined;
  const paths = Array.isArray(changes) ? changes.filter((path) => typeof path === 'string') : [];
  const reason = paths.join(', ').slice(0, REASON_LENGTH);
  return { instanceId, nodeId, personId, ...(reason !== '' && { reason }) };
}
