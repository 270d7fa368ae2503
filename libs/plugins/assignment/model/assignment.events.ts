import { defineEvent } from '@fashen/plugin-api';
import type { PassedBecause } from './passing.rules';

/** Why a step went to another person than the drawing names. */
export type SteppedInBecause = 'deputy' | 'starter' | 'nobody';

/** What this plugin tells. The change of holder itself is told by the engine as `engine.taskAssigned`. */
export const assignmentEvents = {
  claimed: defineEvent<{ taskId: string; nodeId: string }>('assignment', 'claimed'),
  released: defineEvent<{ taskId: string; nodeId: string }>('assignment', 'released'),
  /** An operator gave the task to a person. */
  handedOn: defineEvent<{ taskId: string; nodeId: string; assigneeId: string }>('assignment', 'handedOn'),
  /** Nobody fitted, so the operators hold the task until they hand it on. */
  nobodyFound: defineEvent<{ taskId?: string; nodeId: string; kind: string; value: string }>('assignment', 'nobodyFound'),
  /** The step went to another person than the drawing names: `deputy`, `starter` (who started the case would approve it) or `nobody` (fitted). */
  steppedIn: defineEvent<{ taskId?: string; nodeId: string; personId: string; because: SteppedInBecause; insteadOf?: string }>(
    'assignment',
    'steppedIn',
  ),
  /** The step was passed by itself; no task was made. `personId` is who would have had to agree once more. */
  autoPassed: defineEvent<{
    nodeId: string;
    nodeName: string;
    personId: string;
    because: PassedBecause;
    /** The step at which the person agreed. */
    earlierNodeId?: string;
    earlierStep?: string;
  }>('assignment', 'autoPassed'),
};
