import type { JsonObject, ModelElement, ProcessModel } from '@fashen/plugin-api';
import { type CalledModels, isDemanded } from './called.rules';
import { valueAt } from './change.rules';
import { callsOf, comesAlwaysBefore, splitsOf, statutoryOf, type Stretch, stretchOf } from './path.rules';
import { returnSettings } from './settings.rules';

/** Why a jump is refused. */
export type JumpReason = 'JUMP_TARGET_UNFIT' | 'JUMP_SAME_STEP' | 'JUMP_CROSSES_SPLIT' | 'STATUTORY_SKIPPED' | 'DATA_MISSING';

/** What a jump leads to. */
export interface JumpAnswer {
  readonly reason?: JumpReason;
  /** Names of the steps, or paths of the data, that stand against it. */
  readonly names?: readonly string[];
  /** A second person must agree: the law demands the step it begins or ends at. */
  readonly needsSecondPerson: boolean;
  /** Steps that are left out, by id. */
  readonly skipped: readonly string[];
}

/** From where to where, and what is known. */
export interface JumpQuestion {
  readonly model: ProcessModel;
  readonly fromId: string;
  readonly toId: string;
  readonly variables: JsonObject;
  /** The processes the drawing calls: a call of one with a step the law demands is such a step itself. */
  readonly called: CalledModels;
}

const TARGETS: readonly string[] = ['bpmn:UserTask'];

/**
 * Judges a jump. Only along a way without split or join between, and never over a step the law demands: that is refused, not warned of.
 * Going back to a step that always comes before leaves nothing out, because the case comes by again.
 */
export function judgeJump(question: JumpQuestion): JumpAnswer {
  const { model, fromId, toId } = question;
  const isBack = comesAlwaysBefore(model, toId, fromId);
  const way = { isBack, stretch: isBack ? stretchOf(model, toId, fromId) : stretchOf(model, fromId, toId) };
  const passed = way.stretch.elements.filter(({ type }) => TARGETS.includes(type)).map(({ id }) => id);
  const needsSecondPerson = [fromId, toId].some((id) => isDemanded(model.elements.get(id), question.called));
  const no = noWay(question, way) ?? leavesOut(question, way) ?? lacksData(question);
  return { ...no, needsSecondPerson, skipped: isBack ? [] : [fromId, ...passed] };
}

type No = Required<Pick<JumpAnswer, 'reason' | 'names'>>;
interface Way {
  readonly isBack: boolean;
  readonly stretch: Stretch;
}

function noWay({ model, fromId, toId }: JumpQuestion, { stretch }: Way): No | undefined {
  if (fromId === toId) return { reason: 'JUMP_SAME_STEP', names: [] };
  const isStep = TARGETS.includes(model.elements.get(toId)?.type ?? '');
  return isStep && stretch.exists ? undefined : { reason: 'JUMP_TARGET_UNFIT', names: [nameOf(model, toId)] };
}

/** A step the law demands is the weightier reason: whoever asks must hear of it, also where a split lies on the same way. */
function leavesOut({ model, fromId, called }: JumpQuestion, { isBack, stretch }: Way): No | undefined {
  const named = (elements: readonly ModelElement[]): string[] => elements.map(({ id }) => nameOf(model, id));
  const calls = [...callsOf(stretch), ...[model.elements.get(fromId) ?? []].flat()].filter((call) => isDemanded(call, called));
  const statutory = isBack ? [] : [...statutoryOf(stretch, model), ...calls];
  if (statutory.length > 0) return { reason: 'STATUTORY_SKIPPED', names: named(statutory) };
  const splits = [...splitsOf(stretch, model), ...callsOf(stretch)];
  return splits.length > 0 ? { reason: 'JUMP_CROSSES_SPLIT', names: named(splits) } : undefined;
}

function lacksData({ model, toId, variables }: JumpQuestion): No | undefined {
  const missing = returnSettings(model, toId).needs.filter((path) => isMissing(variables, path));
  return missing.length > 0 ? { reason: 'DATA_MISSING', names: missing } : undefined;
}

const nameOf = (model: ProcessModel, id: string): string => model.elements.get(id)?.name || id;

function isMissing(variables: JsonObject, path: string): boolean {
  const value = valueAt(variables, path);
  return value === undefined || value === null || value === '';
}
