import { defineEvent } from '@fashen/plugin-api';

/** What this plugin tells. The change of holder itself is told by the engine as `engine.taskAssigned`. */
export const assignmentEvents = {
  claimed: defineEvent<{ taskId: string; nodeId: string }>('assignment', 'claimed'),
  released: defineEvent<{ taskId: string; nodeId: string }>('assignment', 'released'),
  /** An operator gave the task to a person. */
  handedOn: defineEvent<{ taskId: string; nodeId: string; assigneeId: string }>('assignment', 'handedOn'),
  /** Nobody fitted, so the operators hold the task until they hand it on. */
  nobodyFound: defineEvent<{ taskId?: string; nodeId: string; kind: string; value: string }>('assignment', 'nobodyFound'),
};
