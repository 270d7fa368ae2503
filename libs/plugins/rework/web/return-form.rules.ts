import type { NewDefect, ReturnBody } from '../model';
import type { WireTargets } from './rework-requests';

/** One earlier step, as the dialog gets it. */
export type WireTarget = WireTargets['targets'][number];

/** A line of the list of defects, with a key of its own. */
export interface DefectLine {
  readonly key: number;
  readonly what: string;
  readonly clause: string;
  readonly material: string;
}

/** What a person has entered to return a case. */
export interface ReturnForm {
  readonly targetId?: string;
  readonly scope: ReturnBody['scope'];
  readonly mode: 'STEPWISE' | 'DIRECT';
  readonly reason: string;
  readonly defects: readonly DefectLine[];
}

/** Identity of a target over all cases. */
export const targetKey = ({ instanceId, executionId }: Pick<WireTarget, 'instanceId' | 'executionId'>): string =>
  `${instanceId}:${executionId}`;

/** What is sent; absent while the step or the reason is missing, or a defect has no words. */
export function returnBodyOf(form: ReturnForm, reply: WireTargets): ReturnBody | undefined {
  const target = reply.targets.find((one) => targetKey(one) === form.targetId);
  const reason = form.reason.trim();
  const isHalf = form.defects.some(({ what, clause, material }) => what.trim() === '' && (clause + material).trim() !== '');
  if (!target?.isOffered || reason === '' || isHalf) return undefined;
  const { instanceId, executionId } = target;
  const scope = scopeOf(form, target, reply);
  return { instanceId, executionId, scope, reason, defects: defectsOf(form.defects), ...(reply.isModeChosen && { mode: form.mode }) };
}

/** The step that is chosen at first: the nearest one that is offered. */
export function firstTarget({ targets }: WireTargets): string | undefined {
  const target = targets.find(({ isOffered }) => isOffered);
  return target && targetKey(target);
}

function scopeOf(form: ReturnForm, { allBranches }: WireTarget, { afterJoin }: WireTargets): ReturnBody['scope'] {
  if (!allBranches) return 'BRANCH_ONLY';
  return afterJoin === 'EITHER' ? form.scope : afterJoin;
}

function defectsOf(lines: readonly DefectLine[]): NewDefect[] {
  return lines
    .filter(({ what }) => what.trim() !== '')
    .map(({ what, clause, material }) => ({
      what: what.trim(),
      ...(clause.trim() && { clause: clause.trim() }),
      ...(material.trim() && { material: material.trim() }),
    }));
}
