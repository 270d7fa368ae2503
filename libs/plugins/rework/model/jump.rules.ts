import type { JsonObject, ProcessModel } from '@fashen/plugin-api';
import { valueAt } from './change.rules';
import { callsOf, comesAlwaysBefore, splitsOf, statutoryOf, stretchOf } from './path.rules';
import { isStatutory, returnSettings } from './settings.rules';

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
}

const TARGETS: readonly string[] = ['bpmn:UserTask'];

/**
 * Judges a jump. Only along a way without split or join between, and never over a step the law demands: that is refused, not warned of.
 * Going back to a step that always comes before leaves nothing out, because the case comes by again.
 */
export function judgeJump(question: JumpQuestion): JumpAnswer {
  const { model, fromId, toId } = question;
  const isBack = comesAlwaysBefore(model, toId, fromId);
  const stretch = isBack ? stretchOf(model, toId, fromId) : stretchOf(model, fromId, toId);
  const skipped = isBack ? [] : [fromId, ...stretch.elements.filter(({ type }) => TARGETS.includes(type)).map(({ id }) => id)];
  const needsSecondPerson = [fromId, toId].some((id) => isStatutory(model.elements.get(id)));
  const no = (reason: JumpReason, names: readonly string[] = []): JumpAnswer => ({ reason, names, needsSecondPerson, skipped });
  if (fromId === toId) return no('JUMP_SAME_STEP');
  if (!TARGETS.includes(model.elements.get(toId)?.type ?? '') || !stretch.exists) return no('JUMP_TARGET_UNFIT', [nameOf(model, toId)]);
  const splits = [...splitsOf(stretch, model), ...callsOf(stretch)];
  if (splits.length > 0)
    return no(
      'JUMP_CROSSES_SPLIT',
      splits.map(({ id }) => nameOf(model, id)),
    );
  const statutory = isBack
    ? []
    : [...statutoryOf(stretch, model).map(({ id }) => id), ...(isStatutory(model.elements.get(fromId)) ? [fromId] : [])];
  if (statutory.length > 0)
    return no(
      'STATUTORY_SKIPPED',
      statutory.map((id) => nameOf(model, id)),
    );
  const missing = returnSettings(model, toId).needs.filter((path) => isMissing(question.variables, path));
  return missing.length > 0 ? no('DATA_MISSING', missing) : { needsSecondPerson, skipped };
}

const nameOf = (model: ProcessModel, id: string): string => model.elements.get(id)?.name || id;

function isMissing(variables: JsonObject, path: string): boolean {
  const value = valueAt(variables, path);
  return value === undefined || value === null || value === '';
}
