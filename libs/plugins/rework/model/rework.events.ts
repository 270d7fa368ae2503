import { defineEvent, type Json } from '@fashen/plugin-api';
import type { StepwiseReason } from './frame.rules';
import type { EndingKind } from './rework.schema';
import type { ReworkMode } from './settings.rules';

/** What this plugin tells. What became of tasks and tokens is told by the engine. */
export const reworkEvents = {
  returned: defineEvent<{
    returnId: string;
    taskId: string;
    nodeId: string;
    targetInstanceId: string;
    targetNodeId: string;
    targetTaskId?: string;
    personId?: string;
    mode: ReworkMode;
    round: number;
    defects: Json;
  }>('rework', 'returned'),
  /** The defects were answered; the step itself is still open. */
  answered: defineEvent<{ returnId: string; taskId: string; nodeId: string; answers: Json }>('rework', 'answered'),
  /** The corrected step was ended. `skipped`: steps that are not done again, because the case went straight back. */
  resubmitted: defineEvent<{
    returnId: string;
    taskId: string;
    nodeId: string;
    mode: ReworkMode;
    stepwiseBecause?: StepwiseReason;
    toNodeId?: string;
    skipped: readonly string[];
    changes: readonly string[];
  }>('rework', 'resubmitted'),
  /** The case passed by somebody's step: he need not act, but is to see what has changed. */
  skippedOver: defineEvent<{ returnId: string; nodeId: string; nodeName: string; personId: string; changes: readonly string[] }>(
    'rework',
    'skippedOver',
  ),
  frameVoided: defineEvent<{ returnId: string; targetNodeId: string }>('rework', 'frameVoided'),
  /** The case ended other than by its drawing. */
  ended: defineEvent<{ kind: EndingKind; nodeId?: string; taskId?: string }>('rework', 'ended'),
  takenBack: defineEvent<{ taskId: string; nodeId: string; newTaskId?: string; seenBy: readonly string[] }>('rework', 'takenBack'),
  jumpProposed: defineEvent<{ proposalId: string; nodeId: string; toNodeId: string }>('rework', 'jumpProposed'),
  jumped: defineEvent<{ nodeId: string; toNodeId: string; skipped: readonly string[]; proposedBy?: string }>('rework', 'jumped'),
};
