import type { ProcessModel } from '@fashen/plugin-api';
import { type Change, mayRead, touchedBy } from './change.rules';
import { automaticOf, conditionsOf, splitsOf, statutoryOf, type Stretch, stretchOf } from './path.rules';
import type { ReturnSettings, ReworkMode } from './settings.rules';

/** What is kept of a return until its target has been resubmitted: where to go back to. */
export interface Frame {
  readonly id: string;
  readonly fromExecutionId: string;
  readonly fromNodeId: string;
  readonly targetExecutionId: string;
  readonly targetNodeId: string;
  readonly mode: ReworkMode;
  /** Steps that came of the target's end when it was ended before. */
  readonly nextNodeIds: readonly string[];
}

/** Why the case does not go straight back, but step by step. */
export type StepwiseReason =
  'MATERIAL_CHANGED' | 'OTHER_PATH' | 'STATUTORY_BETWEEN' | 'AUTOMATIC_BETWEEN' | 'SPLIT_BETWEEN' | 'RETURNER_GONE' | 'FRAME_VOID';

/**
 * Frames that still lead somewhere: their target waits, or its holder has returned the case himself and waits for that.
 * The others are void.
 */
export function liveFrames(frames: readonly Frame[], open: ReadonlySet<string>): readonly Frame[] {
  const lives = (frame: Frame, seen: readonly string[]): boolean => {
    if (open.has(frame.targetExecutionId)) return true;
    const inner = frames.find(({ id, fromExecutionId }) => fromExecutionId === frame.targetExecutionId && !seen.includes(id));
    return inner !== undefined && lives(inner, [...seen, inner.id]);
  };
  return frames.filter((frame) => lives(frame, [frame.id]));
}

/** What is known when a returned step has been done again. */
export interface DirectQuestion {
  readonly frame: Frame;
  readonly model: ProcessModel;
  readonly changes: readonly Change[];
  readonly material: readonly string[];
  /** Nodes that wait because the target was ended. */
  readonly openedNodeIds: readonly string[];
  /** The returner still belongs to the office and may hold the step. */
  readonly isReturnerFit: boolean;
}

/** Why the straight way back is not open; undefined when it is. */
export function directRefusal(question: DirectQuestion): StepwiseReason | undefined {
  const { frame, changes, material, openedNodeIds } = question;
  if (touchedBy(changes, material).length > 0) return 'MATERIAL_CHANGED';
  if (!question.isReturnerFit) return 'RETURNER_GONE';
  if (openedNodeIds.join(' ') !== [...frame.nextNodeIds].sort().join(' ')) return 'OTHER_PATH';
  return openedNodeIds.includes(frame.fromNodeId) ? undefined : stretchRefusal(question);
}

function stretchRefusal({ frame, model, changes, openedNodeIds }: DirectQuestion): StepwiseReason | undefined {
  const [first, ...others] = openedNodeIds;
  if (first === undefined) return 'OTHER_PATH';
  const stretch = stretchOf(model, first, frame.fromNodeId);
  if (others.length > 0 || !stretch.exists || splitsOf(stretch, model).length > 0) return 'SPLIT_BETWEEN';
  const passed = { ...stretch, elements: [model.elements.get(first) ?? [], stretch.elements].flat() };
  return passedRefusal(passed, model) ?? (mayRead(conditionsOf(model, stretch), changes) ? 'OTHER_PATH' : undefined);
}

/** Nothing the law demands is passed by, and nothing that would do or find out something by itself. */
function passedRefusal(passed: Stretch, model: ProcessModel): StepwiseReason | undefined {
  if (statutoryOf(passed, model).length > 0) return 'STATUTORY_BETWEEN';
  const isPersons = passed.elements[0]?.type === 'bpmn:UserTask' && automaticOf(passed).length === 0;
  return isPersons ? undefined : 'AUTOMATIC_BETWEEN';
}

/** The mode in which a step returns, as its settings and the returner say. */
export function returnMode(settings: Pick<ReturnSettings, 'mode' | 'modeChoice'>, chosen: ReworkMode | undefined): ReworkMode {
  return settings.modeChoice === 'RETURNER_CHOOSES' ? (chosen ?? settings.mode) : settings.mode;
}
