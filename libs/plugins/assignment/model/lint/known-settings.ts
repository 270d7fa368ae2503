import type { LintRule } from '@fashen/plugin-api';
import { ASSIGNMENT_KINDS, DUTIES, wordsOf } from '../assignment.schema';
import { type DrawnAssignment, drawnAssignments } from './model-steps';

/** Ids of roles, posts, units and persons: letters, digits and hyphens. */
const PLAIN_ID = /^[A-Za-z0-9][A-Za-z0-9-]*$/;
const KINDS_WITH_ID: readonly string[] = ['role', 'post', 'unit', 'person'];

/** Every setting is one that exists: kind, policies and duty known, ids written like ids. */
export const knownSettings: LintRule = (model) =>
  drawnAssignments(model).flatMap((drawn) =>
    wrongSettings(drawn).map((setting) => ({
      severity: 'error' as const,
      elementId: drawn.step.id,
      params: { step: drawn.step.name ?? drawn.step.id, setting, value: textOf(drawn, setting) },
    })),
  );

type Setting = 'kind' | 'value' | 'unit' | 'emptyPolicy' | 'samePersonPolicy' | 'duty';

function wrongSettings(drawn: DrawnAssignment): readonly Setting[] {
  const checks: readonly (readonly [Setting, boolean])[] = [
    ['kind', isOneOf(ASSIGNMENT_KINDS, drawn.kind)],
    ['value', !KINDS_WITH_ID.includes(drawn.kind) || areIds(drawn.value)],
    ['unit', drawn.unit === '' || PLAIN_ID.test(drawn.unit)],
    ['emptyPolicy', isOneOf(['', 'operator', 'incident'], drawn.emptyPolicy)],
    ['samePersonPolicy', isOneOf(['', 'allow', 'exclude'], drawn.samePersonPolicy)],
    ['duty', isOneOf(DUTIES, drawn.duty)],
  ];
  return checks.filter(([, right]) => !right).map(([setting]) => setting);
}

function areIds(value: string): boolean {
  const ids = wordsOf(value);
  return ids.length > 0 && ids.every((id) => PLAIN_ID.test(id));
}

function textOf(drawn: DrawnAssignment, setting: Setting): string {
  return drawn[setting];
}

function isOneOf(list: readonly string[], value: string): boolean {
  return list.includes(value);
}
